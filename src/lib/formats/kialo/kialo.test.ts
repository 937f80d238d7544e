import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { told } from '../told.ts';
import { debate } from '#tests/support/debates.ts';
import { debateOf } from '#tests/support/formats.ts';
import type { Reading } from '../format.ts';
import { recognised } from '../registry.ts';
import { readKialo } from './read.ts';
import { escaped, isSayable, unescaped } from './words.ts';
import { writeKialo } from './write.ts';

const TRAMS = readFileSync('tests/fixtures/kialo/trams.txt', 'utf8');

function read(text: string): Reading {
	const result = readKialo(text);
	if (!result.ok) throw new Error(result.error.errors[0]?.message);
	return result.value;
}

function words({ items }: Reading): Readonly<Record<string, string>> {
	return Object.fromEntries(items.flatMap((item) => (item.kind === 'claim' ? [[item.id, item.text]] : [])));
}

describe('reading', () => {
	test('[F50] a numbered outline becomes claims with reasons for and against, links second uses of a claim', () => {
		const reading = read(TRAMS);
		const text = words(reading);
		expect(reading.about.title).toBe('Should the tram run at night?');
		expect(reading.warnings).toEqual([]);
		const relations = reading.items.flatMap((item) =>
			item.kind === 'relation'
				? [[text[item.premises[0]!.id]?.slice(0, 10), item.sense, text[item.target!]?.slice(0, 10)]]
				: []
		);
		expect(relations).toEqual([
			['Shift work', 'support', 'The tram s'],
			['There is a', 'attack', 'Shift work'],
			['The night ', 'support', 'There is a'],
			['Nobody liv', 'attack', 'The tram s'],
			['The night ', 'attack', 'Nobody liv'],
			['There is a', 'attack', 'The tram s']
		]);
	});

	test('[F51] escapes are undone, links stay Markdown, and a claim may have several lines', () => {
		const texts = Object.values(words(read(TRAMS)));
		expect(texts).toContain('Shift workers (nurses, bakers) have no other way home.');
		expect(texts).toContain(
			'There is a [night bus](https://example.org/n7?a=1) already.\nIt stops at every second corner.\n\n2 buses an hour are enough.'
		);
	});

	test('[F50] it is found by its content and reads the same with any line ends', () => {
		for (const file of ['a.txt', 'a.csv', '']) expect(recognised(TRAMS, file)?.name).toBe('kialo');
		const { native, items } = read(TRAMS.replaceAll('\n', '\r\n'));
		expect(items).toEqual(read(TRAMS).items);
		expect(native).toEqual({ ...read(TRAMS).native, crlf: true });
		expect(read(TRAMS).native).toEqual({ claims: 7, pro: 2, con: 4, links: 2, maxDepth: 4 });
	});

	test.each([
		['a link that leads nowhere keeps its words', '1. A\n1.1. Pro: -> See 4.\n', 'dangling', 2],
		['a reason without a sign counts as a pro', '1. A\n1.1. B\n', 'no-sense', 2],
		['a reason whose claim is missing goes one up', '1. A\n1.2.1. Con: B\n', 'dangling', 2],
		['a number that comes twice', '1. A\n1.1. Pro: B\n1.1. Con: C\n', 'duplicate-id', 3]
	])('[F52] %s, and that is said', (_what, text, code, line) => {
		expect(read(text).warnings).toMatchObject([{ code, line }]);
	});
});

describe('writing', () => {
	test('[F50] what was read is written as it was', () => {
		const { items, about } = read(TRAMS);
		const { text, lost } = writeKialo(debateOf(items, about));
		expect(lost).toEqual([]);
		expect(text).toBe(TRAMS);
	});

	test('[F50] a claim within its own reasons, and one deeper than an outline goes, come back by links', () => {
		const circle = debate('a', 'b', 'b>a', 'a-b');
		const chain = debate(
			'c0',
			...Array.from({ length: 250 }, (_, at) => [`c${at + 1}`, `c${at + 1}>c${at}`]).flat()
		);
		for (const made of [circle, chain]) {
			const { text, lost } = writeKialo(made);
			expect(lost).toEqual([]);
			expect(told(read(text))).toEqual(told({ about: made.about, items: made.items() }));
		}
	});

	test('[F53] what a tree of single reasons cannot say is split or moved, and reported', () => {
		const { text, lost } = writeKialo(debate('a', 'b', 'c', 'd', 'r:b+c>a', 'd-(r)'));
		expect(text).toBe('Discussion Title:\n\n1. a\n1.1. Pro: b\n1.1.1. Con: d\n1.2. Pro: c\n');
		expect(lost).toEqual(['joined', 'undercuts']);
	});

	test('[F53] a title whose blanks an outline cannot keep is reported', () => {
		for (const title of ['a\tb', 'a  b', 'a\nb']) {
			const made = debate('a', 'b');
			made.about = { title, summary: '' };
			expect(writeKialo(made).lost).toEqual(['about']);
		}
	});

	test('[F51] any words that have no blank ends come back', () => {
		fc.assert(
			fc.property(fc.string({ unit: fc.constantFrom(...'1.2 \n\\()[]->SePro:x') }), (made) => {
				fc.pre(isSayable(made));
				expect(unescaped(escaped(made))).toBe(made);
				const { items } = read(`1. ${escaped(made)}\n1.1. Con: ${escaped(made)}\n`);
				expect(items.flatMap((item) => (item.kind === 'claim' ? [item.text] : []))).toEqual([made, made]);
			})
		);
	});
});
