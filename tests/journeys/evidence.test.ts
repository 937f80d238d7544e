import { debate } from '../support/debates.ts';
import { journey } from './journey.ts';

journey(
	'[J17] adds a quotation, page and DOI: a formatted citation; the source is cited again without retyping',
	async ({ person, given }) => {
		await given(debate('open', 'trade', 'trade>open'));
		await person.card('trade').click();
		await person.button('Evidence for').click();
		await person.field('Quotation, word for word').fill('Rules that users make themselves are kept.');
		await person.field('Where in the source').fill('p. 90');
		await person.page.getByRole('combobox', { name: 'Find or enter a source' }).fill('Governing the Commons');
		await person.page.getByRole('option', { name: 'New source: Governing the Commons' }).click();
		await person.field('Family name').first().fill('Ostrom');
		await person.field('Given name').first().fill('Elinor');
		await person.field('Year or date').fill('1990');
		await person.field('Publisher').fill('Cambridge University Press');
		await person.field('DOI').fill('https://doi.org/10.1017/CBO9780511807763');
		await person.button('Add source').click();
		await person.sees(
			person.text('Ostrom, Elinor (1990).'),
			person.text('Governing the Commons.'),
			person.page.getByRole('link', { name: 'https://doi.org/10.1017/CBO9780511807763' }),
			person.text('Ostrom 1990 · p. 90'),
			person.card('trade').getByTitle('1 piece of evidence for it')
		);

		await person.button('Evidence against').click();
		await person
			.field('Quotation, word for word')
			.fill('Such rules fail where users do not know each other.');
		await person.page.getByRole('combobox', { name: 'Find or enter a source' }).fill('ostrom');
		await person.page.getByRole('option', { name: 'Ostrom 1990' }).click();
		await person.sees(person.card('trade').getByTitle('1 piece of evidence against it'));
		await person.button('Edit source').click();
		await person.sees(person.text('2 pieces of evidence cite this source'));
	}
);

journey(
	'[J17] by keyboard alone: from the card to a piece of evidence with its source',
	async ({ person, given }) => {
		await given(debate('open', 's source', 'e for open in s'));
		await person.sees(person.card('open'));
		await person.tabTo(person.card('open'));
		await person.press('Enter', 'Escape');
		await person.tabTo(person.button('Evidence against'));
		await person.press('Enter');
		await person.type('Borders cost time');
		await person.tabTo(person.page.getByRole('combobox', { name: 'Find or enter a source' }));
		await person.type('s');
		await person.press('Enter');
		await person.sees(
			person.card('open').getByTitle('1 piece of evidence against it'),
			person.page.getByRole('button', { name: 'Against “Borders cost time” “s”' })
		);
	}
);
