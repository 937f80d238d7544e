import { expect } from 'vitest';
import { Host } from './host.ts';
import { arrival, journey } from './journey.ts';

const shared = journey.extend('server', { scope: 'file' }, async ({}, { onCleanup }) => {
	const server = await Host.start(true);
	onCleanup(() => server.stop());
	return server;
});

shared(
	'[J22] rates truth, strength of inference and verdict apart; what others answered is hidden until the answer is given',
	async ({ browser, server, task, person }) => {
		await person.goTo('/');
		await person.field('What is the debate about?').fill('open');
		await person.press('Enter');
		await person.card('open').click();
		await person.press('+');
		await person.write('trade');
		await person.press('Escape');
		await person.saved();
		await person.card('open').click();
		await person.text('Judge for yourself').click();
		await person.field('How likely is it?').fill('80');
		await person.sees(person.text('What others answered is shown once you have.'));
		await person.button('Answer').click();
		await person.sees(person.text('One answer, yours. On average 80 %.'));
		await person.field('It stands').check();
		await person.sees(person.text('Stands 1, falls 0, open 0.'));
		await person.inference('“trade” supports “open”').click();
		await person.text('Judge for yourself').click();
		await person.field('If the premises hold, how far does it carry?').fill('30');
		await person.button('Answer').click();
		await person.sees(person.text('On average 30 %.'));

		const { person: other, leave } = await arrival(browser, server, task);
		await person.button('Share').click();
		await person.button('Get the link').first().click();
		await other.goTo(
			new URL(await person.page.getByRole('textbox', { name: 'Link to read' }).inputValue()).pathname
		);
		await other.card('open').click();
		await other.text('Judge for yourself').click();
		await other.sees(other.text('What others answered is shown once you have.'));
		expect(await other.page.getByText('On average').count()).toBe(0);
		await other.field('How likely is it?').fill('40');
		await other.button('Answer').click();
		await other.sees(other.text('2 answers. On average 60 %.'));
		await other.button('Take my answer back').click();
		await expect.poll(() => other.page.getByText('On average').count()).toBe(0);
		await leave();
	}
);
