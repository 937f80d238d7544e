import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { debate } from '../support/debates.ts';
import { journey } from './journey.ts';
import type { Person } from './person.ts';

const ARGDOWN = `[Toll]: The harbour should take a toll.
  + <Repairs>: The quay needs repairs.
  - [Rivals]: Ships go where it is free.
The quay is old {1,2}.
`;

const BIBLIOGRAPHY = `@book{weir, author = {Weir, Ada}, title = {Quays}, year = 1999, doi = {10.1000/77}}
@article{weir2, author = {Weir, Ada}, title = {Quays}, year = 1999, doi = {https://doi.org/10.1000/77}}
`;

/** Puts a text on the clipboard as another program would, and pastes it where the focus is. */
async function paste(person: Person, text: string): Promise<void> {
	await person.page.evaluate((words) => {
		const data = new DataTransfer();
		data.setData('text/plain', words);
		const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
		(document.activeElement ?? document.body).dispatchEvent(event);
	}, text);
}

/** Lets go of a file over the page. */
async function drop(person: Person, name: string, text: string): Promise<void> {
	await person.page.evaluate(
		([file, words]) => {
			const data = new DataTransfer();
			data.items.add(new File([words], file));
			const event = new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true });
			document.body.dispatchEvent(event);
		},
		[name, text] as const
	);
}

journey('[J12] pastes an indented list: a map at once', async ({ person, given }) => {
	await given(debate());
	await person.map().click({ position: { x: 400, y: 500 } });
	await paste(person, 'The quay is safe\n  It was mended\n  Nobody fell');
	await person.sees(person.card('The quay is safe'), person.card('It was mended'));
});

journey(
	'[J12] pastes Argdown: sees the map and what was not understood, brings it in, undoes it',
	async ({ person, given }) => {
		await given(debate('open'));
		await person.card('open').click();
		await paste(person, ARGDOWN);
		await person.sees(
			person.page.getByRole('img', { name: 'The upper part of the map' }),
			person.text('Argdown: 3 claims, 1 argument, 2 relations'),
			person.text('repaired or left out'),
			person.text('4:')
		);
		await person.page.getByLabel('Where to').selectOption('Into this debate, by itself');
		await person.button('Bring it in').click();
		await person.sees(person.card('The harbour should take a toll.'), person.said('4 claims brought in'));
		await person.press('Control+z');
		await person.misses(person.card('The harbour should take a toll.'), person.said('4 claims brought in'));
		await person.sees(person.card('open'));
	}
);

journey('[J18] drops a BibTeX file twice: one source for one DOI', async ({ person, given }) => {
	await given(debate('open'));
	await person.sees(person.card('open'));
	for (let count = 0; count < 2; count++) {
		await drop(person, 'quays.bib', BIBLIOGRAPHY);
		await person.sees(person.text('1 source'), person.text('repaired or left out'));
		await person.page.getByLabel('Where to').selectOption('Into this debate, by itself');
		await person.button('Bring it in').click();
		await person.misses(person.button('Bring it in'));
		await person.saved();
	}
	await person.press('Control+k');
	await person.type('All sources');
	await person.press('Enter');
	await person.sees(person.text('Weir, Ada (1999)'));
	expect(await person.page.getByRole('dialog').getByText('Weir, Ada (1999)').count()).toBe(1);
});

journey('[J12] begins a debate at home with a text, and leaves a bad one as it was', async ({ person }) => {
	await person.goTo('/');
	await person.button('bring in a file or a text').click();
	await person.field('Or paste a text').fill('{"nodes": 1, "edges": [');
	await person.button('See what it holds').click();
	await person.sees(person.text('No format that is known here fits this'));
	await person.field('Or paste a text').fill(ARGDOWN);
	await person.button('See what it holds').click();
	await person.button('Bring it in').click();
	await person.sees(person.card('The harbour should take a toll.'));
});

const AIF = {
	nodes: [
		{ nodeID: '1', text: 'The quay is safe', type: 'I', timestamp: '2024-01-01' },
		{ nodeID: '2', text: 'It was mended', type: 'I', timestamp: '2024-01-01' },
		{ nodeID: '3', text: 'Nobody looked at it', type: 'I', timestamp: '2024-01-01' },
		{ nodeID: '4', text: 'RA', type: 'RA', timestamp: '2024-01-01' },
		{ nodeID: '5', text: 'CA', type: 'CA', timestamp: '2024-01-01' }
	],
	edges: [
		{ edgeID: '6', fromID: '2', toID: '4', formEdgeID: null },
		{ edgeID: '7', fromID: '4', toID: '1', formEdgeID: null },
		{ edgeID: '8', fromID: '3', toID: '5', formEdgeID: null },
		{ edgeID: '9', fromID: '5', toID: '4', formEdgeID: null }
	],
	locutions: []
};

/** The file that the dialog gives in this format, and what it says that the format does not carry. */
async function takeFile(person: Person, format: string): Promise<{ text: string; told: string }> {
	await person.button('Take away').click();
	await person.button('A file for other programs').click();
	await person.page.getByLabel('Format').selectOption({ label: format });
	const [download] = await Promise.all([
		person.page.waitForEvent('download'),
		person.page.getByRole('link', { name: /^Download / }).click()
	]);
	const told = await person.page.getByRole('dialog').innerText();
	return { text: readFileSync(await download.path(), 'utf8'), told };
}

journey(
	'[J38] brings in AIF and takes it away again: the same graph, all of it carried',
	async ({ person, given }) => {
		await given(debate());
		await person.sees(person.map());
		await drop(person, 'quay.json', JSON.stringify(AIF));
		await person.sees(person.text('AIF'));
		await person.button('Bring it in').click();
		await person.sees(person.card('The quay is safe'), person.card('Nobody looked at it'));
		const { text } = await takeFile(person, 'AIF JSON');
		expect(JSON.parse(text)).toEqual(AIF);
	}
);

journey('[J38] what another format cannot carry is said before it is taken', async ({ person, given }) => {
	await given(debate('a', 'b', 'u', 'b>a', 'u-(b>a)'));
	await person.sees(person.card('a'));
	const { text, told } = await takeFile(person, 'Kialo');
	expect(text).toContain('Pro: b');
	expect(told).toContain('Kialo does not carry: objections to inferences.');
});
