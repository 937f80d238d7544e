import { expect } from 'vitest';
import { debate } from '../support/debates.ts';
import { journey } from './journey.ts';

journey('[J45] a debate that was begun at home is found there again', async ({ person }) => {
	await person.goTo('/');
	await person.field('What is the debate about?').fill('Cities should be free of cars');
	await person.press('Enter');
	await person.sees(person.card('Cities should be free of cars'));
	await person.saved();
	await person.goTo('/');
	await person.page.getByRole('link', { name: 'Cities should be free of cars' }).click();
	await person.sees(person.card('Cities should be free of cars'));
});

journey('[J16] searches all debates: hits in claims, evidence and sources', async ({ person, given }) => {
	await given(debate('Borders', 'Trade', 'Trade>Borders', 'Ostrom source', 'Wheat for Trade in Ostrom'));
	await person.goTo('/');
	const search = person.page.getByRole('searchbox', { name: 'Search all debates' });
	for (const words of ['border', 'whea', 'OSTROM']) {
		await search.fill(words);
		await person.sees(person.page.getByRole('link', { name: new RegExp(words, 'i') }).first());
	}
	await search.fill('Trade');
	await person.page.getByRole('link', { name: 'Trade' }).first().click();
	await person.sees(person.card('Trade'));
});

journey('[J16] searches one debate: choosing a hit moves map and focus there', async ({ person }) => {
	await person.goTo('/debates/turkic-states');
	await person.sees(person.map());
	await person.page.getByRole('combobox', { name: 'Search this debate' }).fill('recommend');
	await person.page.getByRole('option', { name: 'The OTS can recommend' }).first().click();
	const card = person.card('The OTS can recommend, but it cannot bind its members.');
	await person.sees(card);
	await expect.poll(() => card.getAttribute('aria-current')).toBe('true');
});
