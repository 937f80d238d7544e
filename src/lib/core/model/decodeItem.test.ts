import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyItem, anyOrder } from '#tests/support/arbitraries.ts';
import { decode, type Flaw } from '../decode.ts';
import { id } from './decodeId.ts';
import { item, LIMITS, order, patch } from './decodeItem.ts';
import type { Item, Kind } from './item.ts';
import { argument, claim, evidence, group, premise, relation, source } from './make.ts';
import { isKey } from './order.ts';

const examples: { readonly [K in Kind]: Item } = {
	claim: claim({ id: 'a', text: 'A' }),
	argument: argument({ id: 'x', title: 'X' }),
	relation: relation({ id: 'r', sense: 'support', premises: [premise('a')], target: 'b' }),
	evidence: evidence({ id: 'e', target: 'a', bearing: 'for' }),
	source: source({ id: 's', title: 'Work' }),
	group: group({ id: 'g', title: 'Part' })
};

function flaw(kind: Kind, fields: object): Flaw | null {
	const taken = decode(item, { ...examples[kind], ...fields });
	return taken.ok ? null : taken.error;
}

test('[M1] what is not said of a claim is neutral', () => {
	expect(examples.claim).toMatchObject({ basis: 'auto', standard: 'balanced', unstated: false, pin: null });
});

test('[M8] every item comes back from JSON and the decoder as it was', () => {
	fc.assert(
		fc.property(anyItem, (value) => {
			expect(decode(item, JSON.parse(JSON.stringify(value)))).toEqual({ ok: true, value });
		}),
		{ numRuns: 1_000 }
	);
});

test('[M8] some fields of an item come back from JSON as a patch; its id and its kind never change', () => {
	fc.assert(
		fc.property(anyItem, fc.nat(), (value, mask) => {
			const { id: _id, kind, ...rest } = value;
			const some = Object.fromEntries(Object.entries(rest).filter((_, at) => ((mask >> at) & 1) === 1));
			expect(decode<object>(patch[kind], JSON.parse(JSON.stringify(some)))).toEqual({
				ok: true,
				value: some
			});
			expect(decode<object>(patch[kind], { ...some, id: 'other' })).toMatchObject({ error: { path: 'id' } });
			expect(decode<object>(patch[kind], { ...some, kind })).toMatchObject({ error: { path: 'kind' } });
		})
	);
});

test('[M9] fields that have a default may be left out, so that old logs stay readable', () => {
	const least = [
		{ kind: 'claim', id: 'a', text: 'A' },
		{ kind: 'argument', id: 'x', title: 'X' },
		{ kind: 'relation', id: 'r', sense: 'support', premises: [{ id: 'a' }], target: 'b' },
		{ kind: 'evidence', id: 'e', target: 'a', bearing: 'for' },
		{ kind: 'source', id: 's', title: 'Work' },
		{ kind: 'group', id: 'g', title: 'Part' }
	];
	expect(least.map((fields) => decode(item, fields))).toEqual(
		Object.values(examples).map((value) => ({ ok: true, value }))
	);
});

test('[M9] without any other field an item is refused, at that field', () => {
	for (const [kind, key] of [
		['claim', 'text'],
		['argument', 'title'],
		['relation', 'premises'],
		['relation', 'target'],
		['evidence', 'target'],
		['source', 'title'],
		['group', 'title'],
		['claim', 'id']
	] as const)
		expect(flaw(kind, { [key]: undefined })).toEqual({ path: key, message: 'is missing' });
});

const DEEP_PREMISE = [premise('a'), { ...premise('b'), negated: 'no' }];

test.each<[kind: Kind, path: string, message: string, fields: object]>([
	['claim', 'id', 'must not be empty', { id: '' }],
	['claim', 'id', 'must be letters, digits, - and _ only', { id: 'a b' }],
	['claim', 'id', 'must be letters, digits, - and _ only', { id: '../x' }],
	['claim', 'id', 'must not be longer than 64 bytes', { id: 'x'.repeat(65) }],
	['claim', 'text', 'must not be longer than 8192 bytes', { text: 'ж'.repeat(LIMITS.claim / 2 + 1) }],
	['claim', 'notes', 'must not be longer than 65536 bytes', { notes: 'x'.repeat(LIMITS.notes + 1) }],
	['claim', 'text', 'must not contain the NUL character', { text: 'a\0' }],
	['claim', 'title', 'must not contain half of a surrogate pair', { title: '\udc00' }],
	['claim', 'tags[1]', 'must not be empty', { tags: ['a', ''] }],
	['claim', 'tags', 'must not have more than 64 entries', { tags: Array.from({ length: 65 }, () => 't') }],
	['claim', 'pin.y', 'is missing', { pin: { x: 0 } }],
	['claim', 'pin.y', 'must be a number from -10000000 to 10000000', { pin: { x: 0, y: 1e8 } }],
	['claim', 'wordings[0].text', 'must be text', { wordings: [{ id: 'w', text: 3 }] }],
	['claim', 'order', 'must be an order key such as a0', { order: 'a00' }],
	['claim', 'position', 'is not a known key', { position: { x: 0, y: 0 } }],
	['claim', 'basis', 'must be one of: auto, given, open', { basis: 'maybe' }],
	['claim', 'ext', 'must not have the key __proto__', { ext: JSON.parse('{"__proto__": 1}') }],
	['claim', 'ext', 'must not be longer than 65536 bytes', { ext: { aif: 'x'.repeat(LIMITS.ext) } }],
	['argument', 'steps[1]', 'must be text', { steps: ['r', 7] }],
	['relation', 'premises[1].negated', 'must be true or false', { premises: DEEP_PREMISE }],
	['relation', 'target', 'must be text', { target: 4 }],
	['relation', 'sense', 'must be one of: support, attack', { sense: 'supports' }],
	['evidence', 'credibility.reason', 'is missing', { credibility: { rating: 'good' } }],
	['evidence', 'target', 'must be text', { target: null }],
	['source', 'issued', 'must be a year', { issued: '2024-13' }],
	['source', 'issued', 'must be a year', { issued: 'yesterday' }],
	['source', 'URL', 'must begin with http:// or https://', { URL: 'javascript:alert(1)' }],
	['source', 'author[0].given', 'is missing', { author: [{ family: 'A' }] }],
	['group', 'form', 'must be one of: section, box, issue', { form: 'heap' }],
	['group', 'kind', 'must be one of: claim', { kind: 'thing' }],
	['group', 'kind', 'must be one of: claim', { kind: '__proto__' }]
])('[M10] of a %s, %s %s', (kind, path, message, fields) => {
	expect(flaw(kind, fields)).toEqual({ path, message: expect.stringContaining(message) as string });
});

describe('bounds', () => {
	test('[M10] what is exactly at its bound is taken', () => {
		expect(flaw('claim', { text: '😀'.repeat(LIMITS.claim / 4) })).toBeNull();
		expect(flaw('claim', { notes: 'ж'.repeat(LIMITS.notes / 2) })).toBeNull();
		expect(flaw('argument', { descriptions: ['x'.repeat(LIMITS.notes)] })).toBeNull();
		expect(flaw('evidence', { text: 'x'.repeat(LIMITS.notes), locator: 'x'.repeat(LIMITS.line) })).toBeNull();
		expect(flaw('claim', { id: 'x'.repeat(64), pin: { x: -1e7, y: 1e7 } })).toBeNull();
		expect(flaw('relation', { premises: Array.from({ length: 256 }, () => premise('a')) })).toBeNull();
		expect(flaw('source', { issued: '2024-12-31', URL: 'HTTPS://example.org' })).toBeNull();
	});

	test('[M10] ids and order keys are taken exactly when they are of the right form', () => {
		fc.assert(
			fc.property(fc.oneof(anyOrder, fc.string({ maxLength: 5 })), (word) => {
				expect(decode(order, word).ok).toBe(isKey(word));
				expect(decode(id, word).ok).toBe(/^[\w-]+$/.test(word));
			})
		);
	});
});
