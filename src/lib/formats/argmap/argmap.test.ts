import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { told } from '../told.ts';
import { debate } from '#tests/support/debates.ts';
import { debateOf } from '#tests/support/formats.ts';
import type { Reading } from '../format.ts';
import { recognised } from '../registry.ts';
import { readArgmap } from './read.ts';
import { writeArgmap } from './write.ts';

const BAKERY = readFileSync('tests/fixtures/argmap-yaml/bakery.yml', 'utf8');

function read(text: string): Reading {
	const result = readArgmap(text);
	if (!result.ok) throw new Error(result.error.errors[0]?.message);
	return result.value;
}

function relations({ items }: Reading): unknown[] {
	const words = new Map(items.map((item) => [item.id, item.kind === 'claim' ? item.text : '']));
	return items.flatMap((item) =>
		item.kind === 'relation'
			? [[item.premises.map(({ id }) => words.get(id)), item.sense, words.get(item.target ?? '')]]
			: []
	);
}

test('[F56] keys of reasons say their side, keys of claims are their words, short forms included', () => {
	const reading = read(BAKERY);
	expect(relations(reading)).toEqual([
		[
			['Night nurses finish at five.', 'Whoever finishes work is hungry.'],
			'support',
			'The bakery should open at five.'
		],
		[['The hospital has a canteen.'], 'attack', 'Night nurses finish at five.'],
		[['It is still dark at five.'], 'attack', 'The bakery should open at five.'],
		[['In winter.', 'In summer too.'], 'support', 'It is still dark at five.'],
		[['2024'], 'attack', 'The bakery should open at five.'],
		[['Bread is better fresh.'], 'support', 'The bakery should open at five.']
	]);
	expect(reading.items.filter((item) => item.kind === 'claim' && item.unstated)).toHaveLength(1);
	expect(reading.items.filter((item) => item.kind === 'claim' && item.notes !== '')).toMatchObject([
		{ notes: 'Ask the ward.\nThey know best.\n' }
	]);
	expect(reading.native).toEqual({ lines: 20, reasons: 6 });
	expect(reading.warnings).toMatchObject([{ code: 'duplicate-key', line: 18, column: 3 }]);
	expect(recognised(BAKERY)?.name).toBe('argmap-yaml');
	expect(recognised('Trams are late:\n', 'a.yml')?.name).toBe('argmap-yaml');
});

test('[F56] keys and strengths are kept, and equal keys in one place made different', () => {
	const { items, about } = read(BAKERY);
	const { text, lost } = writeArgmap(debateOf(items, about));
	expect(lost).toEqual([]);
	expect(read(text).warnings).toEqual([]);
	expect(told(read(text))).toEqual(told({ about, items }));
	expect(text).toContain('  objection:\n');
	expect(text).toContain('    label: "need"\n    strength: 4\n');
});

test('[F56] what the format has no place for is moved to the next claim or left out, and reported', () => {
	const { text, lost } = writeArgmap(debate('a', 'b', 'c', 'd', 'r:b+c>a', 'd-(r)'));
	expect(text).toBe('# Argument map:\n"a":\n  r1:\n    "b":\n      o1:\n        "d":\n    "c":\n');
	expect(lost).toEqual(['undercuts']);
});

test('[F56] a claim in a second place and one whose words could mislead say so in a comment', () => {
	const { text } = writeArgmap(debate('a', 'b', 'label', 'b>a', 'a-b', 'label>b'));
	expect(text).toBe(
		'# Argument map:\n"a": # id a\n  r1:\n    "b":\n      o1:\n        "a": # see a\n      r2:\n        "label": # id label\n'
	);
});

test('[F56] what is no map of claims is refused with its place', () => {
	expect(readArgmap('- a\n- b\n')).toMatchObject({ error: { errors: [{ code: 'no-claims' }] } });
	expect(readArgmap('a:\n  r1: *x\n')).toMatchObject({ error: { errors: [{ line: 2 }] } });
});
