import { expect } from 'vitest';
import { debate } from '../support/debates.ts';
import { journey } from './journey.ts';

journey(
	'[J46] draws a counterclaim and sees at once what it does: marks on cards, in the outline, and a line that carries no more',
	async ({ person, given }) => {
		await given(debate('open', 'trade', 'trade>open'));
		const mark = (words: string, standing: string) =>
			person.card(words).getByRole('button', { name: standing, exact: true });
		await person.sees(mark('open', 'stands'), mark('trade', 'stands'));
		await person.card('trade').click();
		await person.press('-');
		await person.write('crime');
		await person.press('Escape');
		await person.sees(mark('open', 'falls'), mark('trade', 'falls'), mark('crime', 'stands'));
		await expect.poll(() => person.heard(person.inference('“trade” supports “open”'))).toContain('no longer');
		await person.sees(person.page.getByRole('treeitem', { name: 'falls: open' }));
		await person.press('Control+z');
		await person.sees(mark('open', 'stands'));
	}
);

journey(
	'[J47] hides all verdicts for a class that should judge first; the browser remembers it',
	async ({ person, given }) => {
		await given(debate('open', 'trade', 'trade>open'));
		const marks = person.map().getByRole('button', { name: 'stands', exact: true });
		await person.sees(marks.first());
		await person.button('Verdicts').click();
		await expect.poll(() => marks.count()).toBe(0);
		await person.page.reload();
		await person.sees(person.card('open'));
		await expect.poll(() => person.button('Verdicts').getAttribute('aria-pressed')).toBe('false');
		expect(await marks.count()).toBe(0);
		await person.card('open').click();
		await person.press('v');
		await expect.poll(() => marks.count()).toBe(2);
	}
);
