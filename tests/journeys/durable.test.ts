import { expect } from 'vitest';
import type { Id } from '#lib/core/model/item.ts';
import { debate } from '../support/debates.ts';
import { Wire } from '../support/wire.ts';
import type { Host } from './host.ts';
import { journey } from './journey.ts';

/** What Chromium notes when the server does not answer. */
const UNANSWERED = /Failed to load resource|ERR_CONNECTION|ERR_INTERNET_DISCONNECTED/;

/** The words of all claims that the server holds, sorted. */
async function words(host: Host, id: Id): Promise<string[]> {
	const held = await (await Wire.enter(host.origin)).get(id);
	return [...held.items()].flatMap((item) => (item.kind === 'claim' ? [item.text] : [])).sort();
}

journey(
	'[J40] a claim that was typed survives kill -9 and shows after a reload',
	async ({ person, server }) => {
		person.foresee(UNANSWERED);
		await person.goTo('/');
		await person.field('What is the debate about?').fill('Borders should be open');
		await person.button('Start').click();
		await person.sees(person.card('Borders should be open'), person.said('Saved'));
		await person.card('Borders should be open').click();
		await person.press('+');
		await person.write('Trade grows');
		await person.press('Escape');
		await person.saved();
		await server.crash();
		await server.comeBack();
		const id = new URL(person.page.url()).pathname.split('/').at(-1)!;
		expect(await words(server, id)).toEqual(['Borders should be open', 'Trade grows']);
		await person.page.reload();
		await person.sees(person.inference('“Trade grows” supports “Borders should be open”'));
	}
);

journey(
	'[J42] with the server away work goes on, and is sent exactly once when it is back',
	async ({ person, given, server }) => {
		person.foresee(UNANSWERED);
		const id = await given(debate('open'));
		await person.sees(person.card('open'));
		await server.crash();
		await person.card('open').click();
		await person.press('+');
		await person.write('trade');
		await person.press('Enter');
		await person.write('peace');
		await person.press('Escape');
		await person.sees(person.said('Kept in this browser'));
		await server.comeBack();
		await person.saved();
		expect(await words(server, id)).toEqual(['open', 'peace', 'trade']);
	}
);

journey(
	'[J42] what was left behind by a page that was closed is sent by the next one',
	async ({ person, given, server }) => {
		person.foresee(UNANSWERED);
		const id = await given(debate('open'));
		await person.sees(person.card('open'));
		await server.crash();
		await person.card('open').click();
		await person.press('-');
		await person.write('crime');
		await person.press('Escape');
		await person.sees(person.card('crime'));
		await person.leaves();
		await server.comeBack();
		await person.goTo(`/debates/${id}`);
		await person.sees(person.inference('“crime” attacks “open”'), person.said('Saved'));
		expect(await words(server, id)).toEqual(['crime', 'open']);
	}
);

journey('[J42] leaving with unsent work warns', async ({ person, given, server }) => {
	person.foresee(UNANSWERED);
	await given(debate('open'));
	await person.sees(person.card('open'));
	await server.crash();
	await person.card('open').click();
	await person.press('-');
	await person.write('crime');
	await person.press('Escape');
	const warned = person.page.waitForEvent('dialog');
	const closed = person.page.close({ runBeforeUnload: true });
	expect((await warned).type()).toBe('beforeunload');
	await (await warned).dismiss();
	await closed;
	await server.comeBack();
});

journey(
	'[J41] two tabs on one debate agree, whoever of them changes it',
	async ({ person, given, server }) => {
		const id = await given(debate('open'));
		const other = await person.newTab();
		await other.goTo(`/debates/${id}`);
		await other.card('open').click();
		await other.press('+');
		await other.write('trade');
		await other.press('Escape');
		await person.sees(person.inference('“trade” supports “open”'));
		await person.card('trade').dblclick();
		await person.press('Control+a');
		await person.write('commerce');
		await person.press('Escape');
		await other.sees(other.inference('“commerce” supports “open”'));
		expect(await words(server, id)).toEqual(['commerce', 'open']);
		expect(other.troubles).toEqual([]);
	}
);
