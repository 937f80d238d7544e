import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { debateOf } from '#tests/support/formats.ts';
import { readCslJson } from './read.ts';
import { writeCslJson } from './write.ts';
import { recognised } from '../registry.ts';
import { source } from '#lib/core/model/make.ts';

const LIST = readFileSync('tests/fixtures/csl-json/reading-list.json', 'utf8');

test('[F90] items of CSL-JSON become sources, names in all their parts included', () => {
	expect(readCslJson(LIST)).toMatchObject({
		value: {
			items: [
				{
					type: 'article-newspaper',
					issued: '2022-05',
					author: [
						{ family: 'van den Berg', given: 'Lotte, III' },
						{ family: 'Tram Riders’ Union', given: '' }
					],
					ext: { 'csl-json': { id: '7' } }
				},
				{ type: 'report', issued: '2019-08-14', DOI: '10.5555/NOISE.11', author: [{ family: 'Okoro' }] },
				{ type: 'document', title: 'Decibels', issued: '' }
			],
			warnings: [
				{ code: 'not-an-item', line: 24, column: 3 },
				{ code: 'merged', line: 25, column: 3 }
			],
			native: { items: 4 }
		}
	});
});

test('[F90] a single item is a list of one, and what is no item is refused', () => {
	expect(readCslJson('{"type": "book", "title": "Alone"}')).toMatchObject({
		value: { items: [{ title: 'Alone' }] }
	});
	expect(readCslJson('[1, 2]')).toMatchObject({ error: { errors: [{ code: 'no-items' }] } });
});

test('[F2] a list is recognised that begins with a work of which nothing is known yet', () => {
	const silent = { id: 's', title: '', publisher: 'Nightly', URL: 'https://example.org' };
	for (const fields of [silent, { id: 's', title: '' }]) {
		const { text } = writeCslJson(debateOf([source(fields)], { title: '', summary: '' }));
		expect(recognised(text)?.name).toBe('csl-json');
	}
	expect(recognised('[{"id": "s", "type": "constructor"}]')?.name).not.toBe('csl-json');
	expect(recognised('[{"id": "s", "type": "button"}]')?.name).not.toBe('csl-json');
});

test('[F81] a changed source keeps its other variables', () => {
	const read = readCslJson(LIST);
	if (!read.ok) throw new Error('refused');
	const items = read.value.items.map((item) =>
		item.kind === 'source' && item.issued === '2022-05'
			? { ...item, issued: '2023-01-09', publisher: 'Nightly' }
			: item
	);
	const [first]: unknown[] = JSON.parse(writeCslJson(debateOf(items, read.value.about)).text) as unknown[];
	expect(first).toMatchObject({
		id: 7,
		type: 'article-magazine',
		issued: { 'date-parts': [[2023, 1, 9]] },
		publisher: 'Nightly',
		custom: { seen: [1, { deep: null }] }
	});
});
