import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { told } from '../told.ts';
import { collected } from '#tests/support/files/collected.ts';
import { debateOf } from '#tests/support/formats.ts';
import { debate } from '#tests/support/debates.ts';
import type { Reading } from '../format.ts';
import { recognised } from '../registry.ts';
import { isRecord } from '../sample.ts';
import { readGraphml } from './read.ts';
import { writeGraphml } from './write.ts';

const BAKERY = readFileSync('tests/fixtures/graphml/bakery.graphml', 'utf8');
const HARBOUR = readFileSync('tests/fixtures/graphml/harbour.graphml', 'utf8');

function read(text: string): Reading {
	const result = readGraphml(text);
	if (!result.ok) throw new Error(result.error.errors[0]?.message);
	return result.value;
}

/** Premises, sense and target of every relation, by the first word of each claim. */
function relationsIn({ items }: Reading): unknown[] {
	const words = new Map(
		items.map((item) => [
			item.id,
			item.kind === 'claim' ? item.text.split(' ').slice(0, 2).join(' ') : item.kind
		])
	);
	return items.flatMap((item) =>
		item.kind === 'relation'
			? [[item.premises.map(({ id }) => words.get(id)), item.sense, words.get(item.target ?? '')]]
			: []
	);
}

describe('reading', () => {
	test('[F112] a plain graph: labels are claims, edges relations by the words on them', () => {
		expect(relationsIn(read(BAKERY))).toEqual([
			[['Bakers need'], 'attack', 'The bakery'],
			[['Commuters buy'], 'support', 'The bakery'],
			[['The first'], 'attack', 'Commuters buy']
		]);
		expect(recognised(BAKERY)?.name).toBe('graphml');
		expect(read(BAKERY).native).toEqual({
			root: 'graphml',
			elements: { node: 4, edge: 4, graph: 1, key: 4, data: 8 }
		});
	});

	test("[F112] yEd's graph: AIF's inferences, joined premises, an undercut, a diamond, groups", () => {
		const reading = read(HARBOUR);
		expect(relationsIn(reading)).toEqual([
			[['Crabs have', 'Crabs live'], 'support', 'The basin'],
			[['These crabs'], 'attack', 'relation'],
			[['These crabs'], 'attack', 'Crabs live'],
			[['These crabs'], 'attack', 'Crabs have']
		]);
		const [group, claim] = reading.items;
		expect(group).toMatchObject({ kind: 'group', title: 'Water', form: 'box' });
		expect(claim).toMatchObject({ title: 'Swim', group: group?.id });
		expect(reading.items.find(({ id }) => id === 'n2')).toMatchObject({ scheme: 'by sign' });
		expect(reading.about.summary).toBe('About the old harbour.');
	});

	test('[F114] what is left out or mended is said with its line', () => {
		expect(read(BAKERY).warnings.map(({ line, code }) => [line, code])).toEqual([
			[15, 'dangling'],
			[16, 'hyperedge']
		]);
		expect(read(HARBOUR).warnings.map(({ line, code }) => [line, code])).toEqual([
			[11, 'layout'],
			[26, 'several-targets'],
			[27, 'dialogue']
		]);
		const undirected = read(BAKERY.replace('"directed"', '"undirected"'));
		expect(undirected.warnings.filter(({ code }) => code === 'no-direction')).toHaveLength(3);
		const twice = read(BAKERY.replace('id="n2"', 'id="n1"'));
		expect(twice.warnings.map(({ code }) => code)).toContain('duplicate-id');
	});

	test('[F114] what is no GraphML is refused, a node of ours with data that do not fit is mended', () => {
		expect(readGraphml('<gexf/>')).toMatchObject({ ok: false, error: { errors: [{ code: 'not-graphml' }] } });
		expect(readGraphml('<?x\ud800')).toMatchObject({ ok: false });
		const { text } = writeGraphml(debate('a', 'b', 'a>b'));
		const { items, warnings } = read(text.replace('>support<', '>praise<'));
		expect(warnings).toMatchObject([{ code: 'data' }]);
		expect(items).toHaveLength(3);
	});
});

describe('writing', () => {
	test('[F112] more elements beside each other than a call takes arguments', () => {
		const many = '<port/>'.repeat(150_000);
		const { items, about } = read(
			`<graphml><graph edgedefault="directed"><node id="a"/>${many}</graph></graphml>`
		);
		expect([items.length, about.title]).toEqual([1, '']);
	});

	test.each([BAKERY, HARBOUR])('[F113] foreign data, ids and groups come back', (text) => {
		const before = read(text);
		const again = read(writeGraphml(debateOf(before.items, before.about)).text);
		expect(told(again)).toEqual(told(before));
		const dataOf = ({ items }: Reading): unknown[] =>
			items
				.flatMap((item) => {
					const carried = item.ext['graphml'];
					return isRecord(carried) && carried['data'] ? [[item.id, carried['data']]] : [];
				})
				.sort();
		expect(dataOf(again)).toEqual(dataOf(before));
		expect(dataOf(before).length).toBeGreaterThan(0);
		const ids = ({ items }: Reading): string[] => items.map(({ id }) => id).sort();
		expect(ids(again)).toEqual(ids(before));
	});

	test("[F112] claims and relations bear AIF's node types", () => {
		const { text } = writeGraphml(debate('a', 'b', 'c', 'a+b>c', 'c-(a+b>c)'));
		expect(text.match(/(?:I|RA|CA)-node/g)).toEqual(['I-node', 'I-node', 'I-node', 'RA-node', 'CA-node']);
	});

	test('[F112] graphs of others hold as many elements as others count in them', () => {
		for (const { text, expected } of collected('graphml')) expect(read(text).native).toEqual(expected);
	});
});
