import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { told } from '../told.ts';
import { debate } from '#tests/support/debates.ts';
import { debateOf } from '#tests/support/formats.ts';
import { claim, premise, relation } from '#lib/core/model/make.ts';
import type { Reading } from '../format.ts';
import { recognised } from '../registry.ts';
import { readOutlineText } from './read.ts';
import { isSayable } from './words.ts';
import { writeOutlineText } from './write.ts';

const MARKET = readFileSync('tests/fixtures/outline/market.txt', 'utf8');

function read(text: string): Reading {
	const result = readOutlineText(text);
	if (!result.ok) throw new Error(result.error.errors[0]?.message);
	return result.value;
}

function relations({ items }: Reading): unknown[] {
	const words = new Map(items.map((item) => [item.id, item.kind === 'claim' ? item.text : '']));
	return items.flatMap((item) =>
		item.kind === 'relation' ? [[words.get(item.premises[0]!.id), item.sense, words.get(item.target!)]] : []
	);
}

test('[F59] headings, bullets, words and paragraphs of foreign Markdown become claims and reasons', () => {
	const reading = read(MARKET);
	const top = 'Should the market move to the square?';
	expect(reading.about.title).toBe(top);
	expect(relations(reading)).toEqual([
		['The square has room,\nand buses stop there.', 'support', top],
		['More people come by.', 'support', top],
		['On Saturdays twice as many.', 'support', 'More people come by.'],
		['Not in winter.\nThen nobody does.', 'attack', 'More people come by.'],
		['wait, parking is far', 'attack', top],
		['The cobbles are hard on carts.\n\nThey break wheels.', 'attack', top],
		['It floods.\n```\n- 2019\n```', 'attack', top]
	]);
	expect(reading.warnings.map(({ code, line }) => [code, line])).toEqual([
		['heading', 9],
		['heading', 17]
	]);
	const { text, lost } = writeOutlineText(debateOf(reading.items, reading.about));
	expect(lost).toEqual([]);
	expect(told(read(text))).toEqual(told(reading));
});

test.each([
	['bullets + and -', 'Trams are late.\n  + They share the road.\n  - Not at night.\n    + It is empty.\n'],
	[
		'signs without indentation',
		'Trams are late.\n\n- Pro: They share the road.\n- Con: Not at night.\n   - It is empty.\n'
	],
	['indented text', 'Trams are late.\n\tPro: They share the road.\n\tCon: Not at night.\n\t\tIt is empty.\n'],
	[
		'numbers and brackets',
		'1. Trams are late.\n   1. [+] They share the road.\n   2. [-] Not at night.\n      a) It is empty.\n'
	],
	[
		'CRLF and other bullets',
		'• Trams are late.\r\n\t• for: They share the road.\r\n\t• Against: Not at night.\r\n\t\t• It is empty.\r\n'
	]
])('[F59] %s', (_what, text) => {
	expect(relations(read(text))).toEqual([
		['They share the road.', 'support', 'Trams are late.'],
		['Not at night.', 'attack', 'Trams are late.'],
		['It is empty.', 'support', 'Not at night.']
	]);
	expect(recognised(text, 'notes.txt')?.name).toBe('outline');
});

test('[F59] bullets of one kind are no signs, and a text of Argdown stays one', () => {
	expect(relations(read('- a\n  - b\n'))).toEqual([['b', 'support', 'a']]);
	expect(recognised('[Late]: Trams are late.\n  - <Night>\n', 'a.md')?.name).toBe('argdown');
});

test('[F59] joined premises, objections to an inference and second uses are lines of their own', () => {
	const { text, lost } = writeOutlineText(debate('a', 'b', 'c', 'd', 'r:b+c>a', 'd-(r)', 'a-d'));
	expect(lost).toEqual([]);
	expect(text).toBe(
		'<!-- debate outline -->\n\n- a {#a}\n  - Pro:\n    - And: b\n    - And: c\n    - Con: d\n      - Con: [a](#a)\n'
	);
});

test('[F59] any words without blanks around their lines come back', () => {
	fc.assert(
		fc.property(
			fc.string({ unit: fc.constantFrom(...'1.a)\n\\[](#x){}-+*_=>`~|<!Pro: '), maxLength: 40 }),
			(text) => {
				fc.pre(isSayable(text));
				const items = [
					claim({ id: 'a', text }),
					claim({ id: 'b', text }),
					relation({ id: 'r', sense: 'attack', premises: [premise('b')], target: 'a' }),
					relation({ id: 's', sense: 'support', premises: [premise('a')], target: 'b' })
				];
				const written = writeOutlineText(debateOf(items, { title: '', summary: '' }));
				expect(written.lost).toEqual([]);
				expect(told(read(written.text))).toEqual(told({ about: { title: '', summary: '' }, items }));
			}
		),
		{ numRuns: 1000 }
	);
});

test('[F59] what has more than claims and reasons loses it, and says so', () => {
	const made = debate('a', 'b', 'b>a');
	made.set({ ...claim({ id: 'c', text: ' blank ' }), notes: 'n', tags: ['t'] });
	expect(writeOutlineText(made).lost).toEqual(['tags', 'notes', 'texts']);
	expect(readOutlineText(' \n')).toMatchObject({ error: { errors: [{ code: 'empty' }] } });
});
