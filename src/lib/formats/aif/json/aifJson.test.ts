import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { discard } from '#lib/core/edit/discard.ts';
import { apply } from '#lib/core/edit/apply.ts';
import type { Debate } from '#lib/core/model/debate.ts';
import { claim } from '#lib/core/model/make.ts';
import { told } from '../../told.ts';
import { anySteps } from '#tests/support/edits.ts';
import { collected } from '#tests/support/files/collected.ts';
import { debateOf } from '#tests/support/formats.ts';
import type { Reading } from '../../format.ts';
import { recognised } from '../../registry.ts';
import { isRecord } from '../../sample.ts';
import { aifJson } from './aifJson.ts';

const DIALOGUE = readFileSync('tests/fixtures/aif-json/dialogue.json', 'utf8');
const BROKEN = readFileSync('tests/fixtures/aif-json/broken.json', 'utf8');

function read(text: string): Reading {
	const result = aifJson.read!(text, () => null);
	if (!result.ok) throw new Error(result.error.errors[0]?.message);
	return result.value;
}

function debateIn(text: string): Debate {
	const { items, about } = read(text);
	return debateOf(items, about);
}

function written(debate: Debate): Record<string, unknown> {
	const value: unknown = JSON.parse(aifJson.write!(debate).text);
	return isRecord(value) ? value : {};
}

describe('reading', () => {
	test('[F30] claims, inferences, conflicts on anything and rephrasings become a debate', () => {
		const debate = debateIn(DIALOGUE);
		const relations = [...debate.items()].flatMap((item) =>
			item.kind === 'relation'
				? [[item.id, item.sense, item.premises.map(({ id }) => id).join('+'), item.target, item.scheme]]
				: []
		);
		expect(relations.sort()).toEqual([
			['21', 'support', '12', '11', 'PracticalReasoning'],
			['22', 'attack', '13', '21', ''],
			['23', 'attack', '14', '22', ''],
			['24', 'rephrase', '15', '11', ''],
			['25', 'attack', '16+13', '14', '']
		]);
		expect(debate.count.claim).toBe(6);
	});

	test('[F34] what is counted is what others count', () => {
		expect(read(DIALOGUE).native).toEqual({
			nodes: { I: 6, RA: 1, CA: 3, MA: 1, L: 3, YA: 2, TA: 1, EN: 1 },
			edges: 17,
			nodeIdTypes: { str: 18 },
			edgePatterns: {
				'I>RA': 1,
				'RA>I': 1,
				'I>CA': 4,
				'CA>RA': 1,
				'CA>CA': 1,
				'I>MA': 1,
				'MA>I': 1,
				'CA>I': 1,
				'L>YA': 1,
				'YA>I': 1,
				'L>TA': 1,
				'TA>L': 1,
				'TA>YA': 1,
				'YA>CA': 1
			},
			quirks: {
				RA: 1,
				CA: 3,
				'CA>RA (undercut)': 1,
				'CA>CA': 1,
				'CA from S-node': 1,
				'CA>I (rebut/undermine)': 1,
				'CA several sources': 1,
				'isolated L': 1
			},
			schemes: 3,
			locutions: 2,
			topKeys: ['edges', 'locutions', 'nodes', 'participants']
		});
	});

	test('[F33] a broken graph is mended, and every repair has its place', () => {
		const { warnings, items } = read(BROKEN);
		const places = warnings.map(({ code, line, column }) => [code, line, column]);
		expect(places).toEqual([
			['no-inference', 0, 0],
			['numeric-id', 3, 5],
			['duplicate-id', 5, 5],
			['duplicate-id', 6, 5],
			['no-id', 9, 5],
			['not-a-node', 10, 5],
			['duplicate-id', 15, 5],
			['dangling', 16, 5]
		]);
		const said = items.flatMap((item) => (item.kind === 'claim' ? [item.text] : []));
		expect(said).toEqual([
			'Dogs should be on a leash in the park',
			'Children are afraid of loose dogs',
			'Cyclists fall over leashes',
			'A claim without an id'
		]);
	});

	test('[F33] an inference with two conclusions becomes two relations, and is one node again', () => {
		const debate = debateIn(BROKEN);
		const targets = [...debate.items()].flatMap((item) =>
			item.kind === 'relation' && item.premises.length === 1 ? [item.target] : []
		);
		expect(targets.sort()).toEqual(['1', '1', '3']);
		const { nodes, edges } = written(debate);
		expect(nodes).toHaveLength(6);
		expect(edges).toHaveLength(6);
	});

	test('[F33] control characters in strings, lists that are null or missing and no nodes at all are survived', () => {
		const text =
			'{"nodes": [\n{"nodeID": "1", "type": "I", "text": "One\ttab"}], "edges": null, "locutions": null}';
		expect(recognised(text)?.name).toBe('aif-json');
		expect(read(text)).toMatchObject({
			items: [{ text: 'One\ttab' }],
			warnings: [{ code: 'no-list' }, { code: 'control-character', line: 2, column: 42 }]
		});
		expect(read('{"nodes": [], "edges": [], "locutions": []}').items).toEqual([]);
		expect(aifJson.read!('{"a": 1}', () => null)).toMatchObject({
			error: { errors: [{ code: 'no-nodes' }], native: { error: 'no nodes', top: ['a'] } }
		});
	});
});

describe('writing', () => {
	test('[F31] a file comes back as it was: ids, order, unknown fields and all that was said', () => {
		expect(written(debateIn(DIALOGUE))).toEqual(JSON.parse(DIALOGUE));
	});

	test('[F32] what was said without any claim is kept as well', () => {
		const text = JSON.stringify({
			nodes: [{ nodeID: 'a', text: 'Mira : Hello', type: 'L' }],
			edges: [],
			locutions: [{ nodeID: 'a', personID: '1' }]
		});
		const debate = debateIn(text);
		expect(written(debate)).toEqual(JSON.parse(text));
		expect(aifJson.write!(debate).lost).toEqual([]);
	});

	test('[F35] what was deleted is gone with its edges, and what is new gets ids that nobody has', () => {
		const debate = debateIn(DIALOGUE);
		apply(debate, discard(debate, ['12']));
		apply(debate, [{ do: 'add', item: claim({ id: '31', text: 'New here', order: 'a3' }) }]);
		const { nodes, edges } = written(debate);
		const ids = (Array.isArray(nodes) ? (nodes as unknown[]) : []).map(
			(node) => isRecord(node) && node['nodeID']
		);
		expect(ids).not.toContain('12');
		expect(new Set(ids).size).toBe(ids.length);
		expect(nodes).toContainEqual({ nodeID: '31-', text: 'New here', type: 'I', timestamp: '' });
		expect(JSON.stringify(edges)).not.toContain('"12"');
	});

	test('[F35] whatever is changed after reading, what is not reported lost comes back', () => {
		const edited = fc.constant(null).chain(() => anySteps(debateIn(DIALOGUE)));
		fc.assert(
			fc.property(
				edited,
				fc.shuffledSubarray(['a1', 'a2', 'a3', 'a4', 'a5'], { minLength: 5 }),
				(steps, orders) => {
					const debate = debateIn(DIALOGUE);
					for (const step of steps) apply(debate, [step]);
					for (const [at, id] of ['11', '12', '13', '14', '15'].entries())
						apply(debate, [{ do: 'set', kind: 'claim', id, to: { order: orders[at]! } }]);
					const { text, lost } = aifJson.write!(debate);
					expect(told(read(text), lost)).toEqual(told({ about: debate.about, items: debate.items() }, lost));
				}
			)
		);
	});

	test('[F35] a scheme that reads like the name of a type is reported lost', () => {
		const debate = debateIn(DIALOGUE);
		const name = (scheme: string) =>
			apply(debate, [{ do: 'set', kind: 'relation', id: '21', to: { scheme } }]);
		name('default inference');
		expect(aifJson.write!(debate).lost).toEqual(['schemes']);
		name('Sign');
		const { text, lost } = aifJson.write!(debate);
		expect(lost).toEqual([]);
		expect(text).toContain('"scheme": "Sign"');
	});

	test('[F31] any graph, however broken, comes back the same once it has been mended', () => {
		fc.assert(
			fc.property(anySet, (set) => {
				const once = aifJson.write!(debateIn(JSON.stringify(set))).text;
				expect(aifJson.write!(debateIn(once)).text).toBe(once);
			}),
			{ numRuns: 300 }
		);
	});

	test('[F31] a large dialogue is kept whole, spread over what there is', () => {
		const nodes = Array.from({ length: 2000 }, (_, at) => ({
			nodeID: `${at}`,
			text: `Mira : ${'word '.repeat(20)}${at}`,
			type: at % 400 === 0 ? 'I' : 'L'
		}));
		const text = JSON.stringify({ nodes, edges: [], locutions: [], note: 'long '.repeat(9000) });
		expect(written(debateIn(text))).toEqual(JSON.parse(text));
	});
});

test('[F34] files of others hold what others count in them, and come back as they were', () => {
	for (const { file, text, expected } of collected('aif-json')) {
		if (!expected || 'error' in expected) continue;
		expect(read(text).native, file).toEqual(expected);
		expect(written(debateIn(text)), file).toEqual(JSON.parse(text));
	}
});

const anyEnd = fc.nat(12).map(String);
const anySet = fc.record({
	nodes: fc.array(
		fc.record({
			nodeID: fc.oneof(anyEnd, fc.nat(12)),
			text: fc.constantFrom('A', 'B', 'RA', 'Default Conflict', 'Mira : A'),
			type: fc.constantFrom('I', 'I', 'RA', 'CA', 'MA', 'L', 'YA', 'TA', 'EN')
		}),
		{ maxLength: 14 }
	),
	edges: fc.array(fc.record({ edgeID: fc.nat(20), fromID: anyEnd, toID: anyEnd }), { maxLength: 24 }),
	locutions: fc.constantFrom(null, [], [{ nodeID: '1', personID: 2 }])
});
