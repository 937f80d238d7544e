import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyOrder } from '#tests/support/arbitraries.ts';
import { after, between, compare, isKey } from './order.ts';

const LOWEST = `A${'0'.repeat(26)}`;

/** Keys that nobody's program makes but anybody may send. */
const anyHostile = fc
	.tuple(
		fc.oneof(
			fc.constantFrom(
				LOWEST,
				`A${'0'.repeat(25)}1`,
				`A${'z'.repeat(26)}`,
				`z${'z'.repeat(26)}`,
				`z${'0'.repeat(26)}`,
				'Zz',
				'a0'
			),
			fc.stringMatching(/^(a[0-9A-Za-z]|b[0-9A-Za-z]{2}|Z[0-9A-Za-z]|Y[0-9A-Za-z]{2})$/)
		),
		fc.stringMatching(/^([0z]{0,6}[1-9A-Za-z])?$/)
	)
	.map(([head, tail]) => head + tail)
	.filter(isKey);

const anyKey = fc.oneof(anyOrder, anyHostile);

describe('between', () => {
	test('[M11] a key between two is a key, strictly between them', () => {
		fc.assert(
			fc.property(anyKey, anyKey, (a, b) => {
				fc.pre(a !== b);
				const [low, high] = a < b ? [a, b] : [b, a];
				const key = between(low, high);
				expect(isKey(key)).toBe(true);
				expect(low < key && key < high).toBe(true);
			}),
			{ numRuns: 2_000 }
		);
	});

	test('[M11] a key with one bound lies beyond it, however extreme it is', () => {
		fc.assert(
			fc.property(anyKey, (key) => {
				const [low, high] = [between(null, key), between(key, null)];
				expect(isKey(low) && isKey(high)).toBe(true);
				expect(low < key && key < high).toBe(true);
			})
		);
	});

	test('[M11] equal or crossed bounds, which two people at once can make, give a key after the lower one', () => {
		fc.assert(
			fc.property(anyKey, anyKey, (a, b) => {
				const [low, high] = a < b ? [a, b] : [b, a];
				const key = between(high, low);
				expect(isKey(key) && key > high).toBe(true);
			})
		);
	});
});

describe('length', () => {
	test('[M12] after 10,000 appends or prepends keys have at most five characters', () => {
		let [low, high] = [between(null, null), between(null, null)];
		for (let count = 0; count < 10_000; count++) {
			[low, high] = [between(null, low), between(high, null)];
		}
		expect(Math.max(low.length, high.length)).toBeLessThanOrEqual(5);
	});

	test('[M12] a thousand insertions in one and the same place still fit a key of 256 characters', () => {
		for (const isUp of [true, false]) {
			let [low, high] = ['a0', 'a1'];
			for (let count = 0; count < 1_000; count++) {
				const key = between(low, high);
				if (isUp) low = key;
				else high = key;
			}
			expect(Math.max(low.length, high.length)).toBeLessThanOrEqual(256);
		}
	});
});

test('[M13] keys sort by code unit: whole numbers before their fractions, long ones where they belong', () => {
	const keys = ['Yzz', 'Z0', 'Zz', 'ZzV', 'a0', 'a0V', 'a1', 'aZ', 'aa', 'az', 'b00', 'b01'];
	expect(keys.every(isKey)).toBe(true);
	expect([...keys].sort(compare)).toEqual(keys);
	expect(after('ay', 3)).toEqual(['az', 'b00', 'b01']);
	expect([between('Z0', 'Z1'), between(null, 'Z0'), between('Zz', null)]).toEqual(['Z0V', 'Yzz', 'a0']);
});

test.each(['', 'a', '0', '00', 'b0', 'a-', 'a0 ', ' a0', 'a0\n', 'ä0', 'a00', 'a0V0', LOWEST, 'Z', 'é'])(
	'[M14] %j is no key',
	(word) => {
		expect(isKey(word)).toBe(false);
	}
);
