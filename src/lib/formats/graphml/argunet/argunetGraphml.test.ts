import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { collected } from '#tests/support/files/collected.ts';
import type { Reading } from '../../format.ts';
import { recognised } from '../../registry.ts';
import { readArgunet } from './read.ts';

const ORCHARD = readFileSync('tests/fixtures/argunet-graphml/orchard.graphml', 'utf8');

function read(text: string): Reading {
	const result = readArgunet(text);
	if (!result.ok) throw new Error(result.error.errors[0]?.message);
	return result.value;
}

test('[F115] propositions with one id are one claim, conclusions follow as patterns say, edges join', () => {
	const { items, about, native } = read(ORCHARD);
	expect(recognised(ORCHARD)?.name).toBe('argunet-graphml');
	expect(about).toMatchObject({ title: 'The orchard', summary: 'Who may pick\nFirst map' });
	const thesis = items.find(({ id }) => id === '10');
	expect(thesis).toMatchObject({ title: 'Free picking', text: 'Anybody may pick.', group: '900' });
	expect(thesis?.kind === 'claim' && thesis.wordings.map(({ text }) => text)).toEqual([
		'Everybody may pick.'
	]);
	const ends = new Map(
		items.flatMap((item) =>
			item.kind === 'relation'
				? [[item.id, [item.premises.map(({ id }) => id), item.sense, item.target]]]
				: []
		)
	);
	const [first, second] = items.flatMap((item) =>
		item.kind === 'argument' && item.id === '20' ? item.steps : []
	);
	expect(ends.get(first!)).toEqual([['21', '23'], 'support', '24']);
	expect(ends.get(second!)).toEqual([['22', '24'], 'support', '10']);
	expect(ends.get('e1')).toEqual([['30'], 'attack', '10']);
	expect(ends.get('e2')).toEqual([['41'], 'attack', '23']);
	expect(ends.has('e0')).toBe(false);
	expect(native).toEqual({
		root: 'graphml',
		elements: { node: 5, edge: 8, graph: 2, argument: 3, thesis: 1, group: 1, proposition: 6 }
	});
});

test('[F114] an edge to nothing and what is drawn are said with their lines', () => {
	expect(read(ORCHARD).warnings.map(({ line, code }) => [line, code])).toEqual([
		[18, 'layout'],
		[40, 'dangling']
	]);
	expect(readArgunet('<graph xmlns:arg="http://www.argunet.org/xml/argml"/>')).toMatchObject({ ok: false });
});

test('[F115] exports of others hold as many elements as others count in them', () => {
	for (const { text, expected } of collected('argunet-graphml')) expect(read(text).native).toEqual(expected);
});
