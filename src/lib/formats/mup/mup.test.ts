import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { debateOf } from '#tests/support/formats.ts';
import type { Reading } from '../format.ts';
import { recognised } from '../registry.ts';
import { readMup } from './read.ts';
import { writeMup } from './write.ts';

const FERRY = readFileSync('tests/fixtures/mup/ferry.mup', 'utf8');
const OLD = JSON.stringify({
	id: 1,
	title: 'Picnic',
	ideas: { 2: { id: 3, title: 'Con: rain' }, 1: { id: 2, title: 'sun' }, [-1]: { id: 4, title: 'left' } }
});

function read(text: string): Reading {
	const result = readMup(text);
	if (!result.ok) throw new Error(result.error.errors[0]?.message);
	return result.value;
}

/** Every relation as what it rests on, its sense and what it is on, by the foreign ids. */
function relations({ items }: Reading): unknown[] {
	const names = new Map(items.map((item) => [item.id, item.ext['mup']]));
	const name = (id: string | null): unknown => {
		const carried = names.get(id ?? '');
		return typeof carried === 'object' && carried !== null && 'id' in carried ? carried.id : null;
	};
	return items.flatMap((item) =>
		item.kind === 'relation' ? [[item.premises.map(({ id }) => name(id)), item.sense, name(item.target)]] : []
	);
}

test('[F55] groups are reasons with joined premises, a group in a group is an objection to that reason', () => {
	const reading = read(FERRY);
	expect(reading.about.title).toBe('The ferry');
	expect(relations(reading)).toEqual([
		[['3', '4'], 'support', '1'],
		[['8'], 'attack', '2'],
		[['6.a'], 'attack', '1']
	]);
	expect(reading.items.filter((item) => item.kind === 'claim' && item.unstated)).toMatchObject([
		{ text: 'Whoever is left behind waits three hours.' }
	]);
	expect(reading.items[0]).toMatchObject({ kind: 'claim', notes: 'Asked in the council.' });
	expect(reading.warnings).toMatchObject([{ code: 'links' }]);
	expect(recognised(FERRY, 'ferry.json')?.name).toBe('mup');
});

test('[F55] what was read is written with its ids, ranks, attributes and lines', () => {
	const { items, about } = read(FERRY);
	const { text, lost } = writeMup(debateOf(items, about));
	expect(lost).toEqual([]);
	const bare = (value: string): unknown =>
		JSON.parse(value.replaceAll('"true"', 'true').replaceAll(/,\s*"ideas": \{\}/g, ''));
	expect(bare(text)).toMatchObject(bare(FERRY) as object);
});

test('[F55] an old map without groups is a tree of reasons for what is around them, and stays one', () => {
	const reading = read(OLD);
	expect(reading.about.title).toBe('Picnic');
	expect(relations(reading)).toEqual([
		[['2'], 'support', '1'],
		[['3'], 'attack', '1'],
		[['4'], 'support', '1']
	]);
	const { text, lost } = writeMup(debateOf(reading.items, reading.about));
	expect(lost).toEqual([]);
	expect(JSON.parse(text)).toMatchObject({
		id: 1,
		title: 'Picnic',
		ideas: { 1: { id: 2, title: 'sun' }, 2: { id: 3, title: 'rain' }, '-1': { id: 4, title: 'left' } }
	});
});

test('[F55] what is too large to keep is said, and what is no map is refused at its place', () => {
	const icon = { url: 'data:image/png;base64,'.padEnd(70_000, 'A') };
	const heavy = JSON.stringify({ title: 'T', id: 1, ideas: { 1: { id: 2, title: 'B', attr: { icon } } } });
	expect(read(heavy).warnings).toMatchObject([{ code: 'not-kept', line: 1 }]);
	expect(readMup('{"a": 1}')).toMatchObject({ error: { errors: [{ code: 'no-ideas', line: 1 }] } });
	expect(readMup('{"title": }')).toMatchObject({ error: { errors: [{ code: 'not-json', column: 12 }] } });
});
