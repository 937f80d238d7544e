import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { debateOf } from '#tests/support/formats.ts';
import { readRis } from './read.ts';
import { writeRis } from './write.ts';

const EXPORT = readFileSync('tests/fixtures/ris/export.ris', 'utf8');

test('[F91] records of RIS become sources, whatever the tags of their variant', () => {
	expect(readRis(EXPORT)).toMatchObject({
		value: {
			items: [
				{
					type: 'article-journal',
					title: 'Tides and timetables:\nwhat a harbour owes',
					author: [
						{ family: 'Möss', given: 'Ján' },
						{ family: 'de la Ría', given: 'Ana, Jr.' },
						{ family: 'Harbour Board', given: '' }
					],
					issued: '2019-11-05',
					containerTitle: 'Journal of Lantern Culture',
					publisher: 'Quayside Office',
					DOI: '10.5555/lantern.12_3',
					URL: 'https://example.org/tides',
					ext: { ris: { id: 'moss2019', before: 'Provider: Night Library\nContent: text/plain' } }
				},
				{ type: 'document', title: 'Silt', issued: '1987', ext: { ris: { after: 'End of export' } } }
			],
			warnings: [
				{ code: 'unclosed', line: 21 },
				{ code: 'merged', line: 24 }
			],
			native: { items: 3 }
		}
	});
});

test('[F91] text without a record is refused', () => {
	expect(readRis('AU  - Nobody')).toMatchObject({ error: { errors: [{ code: 'no-items' }] } });
});

test('[F81] a changed source keeps its other lines', () => {
	const read = readRis(EXPORT);
	if (!read.ok) throw new Error('refused');
	const items = read.value.items.map((item) => (item.kind === 'source' ? { ...item, issued: '2020' } : item));
	const { text, lost } = writeRis(debateOf(items, read.value.about));
	expect(lost).toEqual([]);
	expect(text).toContain('TY  - WEIRD\nPY  - 2020\nDA  - 2020\nTI  - Silt\nER  - ');
	expect(text).toContain('N2  - An abstract\nover two lines');
});
