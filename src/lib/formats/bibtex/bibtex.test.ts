import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { debateOf } from '#tests/support/formats.ts';
import type { Source } from '#lib/core/model/item.ts';
import type { Reading } from '../format.ts';
import { fromLatex } from './latex.ts';
import { namesIn, namesOut } from './names.ts';
import { readBibtex } from './read.ts';
import { writeBibtex } from './write.ts';

const HARBOUR = readFileSync('tests/fixtures/bibtex/harbour.bib', 'utf8');

function read(text: string): Reading {
	const found = readBibtex(text);
	if (!found.ok) throw new Error(JSON.stringify(found.error.errors));
	return found.value;
}

function sourcesIn(text: string): Source[] {
	return read(text).items.filter((item): item is Source => item.kind === 'source');
}

describe('reading', () => {
	test('[F84] macros that double each other do not grow without end', () => {
		const doubled = Array.from({ length: 60 }, (_, at) => `@string{m${at + 1} = m${at} # m${at}}`);
		const text = `@string{m0 = "word "}\n${doubled.join('\n')}\n@book{a, title = m60, publisher = m2}\n`;
		const [book] = sourcesIn(text);
		expect(book?.title.length).toBeLessThan(5000);
		expect(book?.publisher).toBe('word word word word');
	});

	test('[F84] macros, concatenation, quotes and braces give the words that they stand for', () => {
		const [article, book, talk] = sourcesIn(HARBOUR);
		expect(article).toMatchObject({
			type: 'article-journal',
			title: 'Tides and timetables: what a harbour owes its “people” – a reply',
			containerTitle: 'Journal of Lantern Culture',
			issued: '2019-11-05',
			DOI: '10.5555/lantern.12_3'
		});
		expect(article?.author).toEqual([
			{ family: 'Möss', given: 'Ján' },
			{ family: 'de la Ría', given: 'Ana' },
			{ family: 'van der Berg', given: 'Piet, Jr' },
			{ family: 'others', given: '' }
		]);
		expect(book).toMatchObject({
			type: 'book',
			title: 'On Dredging & Silt $5 a day',
			author: [{ family: 'The Harbour Board', given: '' }],
			publisher: 'Quayside Press',
			issued: '1987',
			URL: 'https://example.org/silt_and~sand'
		});
		expect(talk).toMatchObject({
			type: 'chapter',
			issued: '2020-02-30',
			containerTitle: 'Proceedings of the Lantern Days'
		});
	});

	test('[F85] entries with one DOI become one source that keeps both, and that is said', () => {
		const { items, warnings } = read(HARBOUR);
		expect(items).toHaveLength(3);
		expect(items[0]).toMatchObject({ URL: 'https://example.org/preprint' });
		expect(warnings).toMatchObject([{ code: 'merged', line: 40 }]);
		expect(writeBibtex(debateOf(items, { title: '', summary: '' })).text).toContain('@misc{twice,');
	});

	test('[F86] settings of JabRef, preambles and words between entries survive', () => {
		const { items, about } = read(HARBOUR);
		const { text } = writeBibtex(debateOf(items, about));
		for (const kept of [
			'@Preamble{',
			'@String{jlc',
			'Notes of the harbour',
			'grouping:\n0 AllEntries',
			'groups = {Reading'
		])
			expect(text).toContain(kept);
	});

	test.each([
		[
			'an entry that is never closed',
			'@book{a, title = {One\n@book{b, title = {Two}}',
			'unclosed',
			1,
			['One', 'Two']
		],
		['a field without a value', '@book{a, title, year = 2001}', 'not-a-field', 1, ['']],
		['a field that comes twice', '@book{a,\n title = {One},\n Title = {Two}}', 'duplicate-field', 3, ['One']],
		[
			'a key that comes twice',
			'@book{a, title={One}}\n@book{a, title={Two}}',
			'duplicate-id',
			2,
			['One', 'Two']
		]
	])('[F87] %s is read as far as it goes, and that is said', (_what, text, code, line, titles) => {
		expect(read(text).warnings).toMatchObject([{ code, line }]);
		expect(sourcesIn(text).map(({ title }) => title)).toEqual(titles);
	});

	test('[F87] text without any entry is refused', () => {
		expect(readBibtex('Dear reader')).toMatchObject({ error: { errors: [{ code: 'no-entries' }] } });
	});
});

test.each([
	['{\\"o}\\"{o}\\"o {\\"{\\i}} \\v{c}\\c c\\=a', 'ööö ï čça\u0304'.normalize('NFC')],
	['\\ss{} stra\\ss e \\O re \\L{}\\aa', 'ß straße Øre Łå'],
	['a -- b --- c, 1--2', 'a – b — c, 1–2'],
	['\\textit{in} {\\bf deep} \\emph{\\textsc{nest}}', 'in deep nest'],
	['100\\% \\& \\$5 \\#1 a\\_b \\{x\\}', '100% & $5 #1 a_b {x}'],
	['$\\alpha \\le \\omega$', 'α≤ω'],
	['\\href{https://example.org}{here}, \\unknown', 'here, \\unknown'],
	['\\', '\\'],
	['  two\n\tlines  ', 'two lines']
])('[F88] %s is %s', (latex, said) => {
	expect(fromLatex(latex)).toBe(said);
});

test.each([
	['Ada Lovelace', [['Lovelace', 'Ada']]],
	[
		"Ludwig van Beethoven and Charles Louis Xavier Joseph de la Vall{\\'e}e Poussin",
		[
			['van Beethoven', 'Ludwig'],
			['de la Vallée Poussin', 'Charles Louis Xavier Joseph']
		]
	],
	['King, Jr, Martin Luther', [['King', 'Martin Luther, Jr']]],
	[
		'{Barnes and Noble, Inc.} AND Plato',
		[
			['Barnes and Noble, Inc.', ''],
			['Plato', '']
		]
	],
	['', []]
] as const)('[F89] the names in %s', (latex, names) => {
	const expected = names.map(([family, given]) => ({ family, given }));
	expect(namesIn(latex)).toEqual(expected);
	expect(namesIn(namesOut(expected))).toEqual(expected);
});

test('[F81] a source that was changed has its new fields and keeps the others', () => {
	const { items, about } = read(HARBOUR);
	const changed = items.map((item) =>
		item.kind === 'source' && item.type === 'article-journal'
			? { ...item, title: 'Ebb & flow', issued: '2021-03' }
			: item
	);
	const { text, lost } = writeBibtex(debateOf(changed, about));
	expect(lost).toEqual([]);
	expect(text).toContain('title = {Ebb \\& flow}');
	expect(text).toContain('journal = jlc');
	expect(sourcesIn(text)[0]).toMatchObject({ title: 'Ebb & flow', issued: '2021-03', author: { length: 4 } });
});
