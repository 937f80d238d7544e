import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	bytes,
	decode,
	dictionary,
	flag,
	json,
	list,
	misfit,
	nullable,
	number,
	object,
	oneOf,
	partial,
	tagged,
	text,
	whole,
	type Decoder
} from './decode.ts';

const point = object<{ x: number; y: number; name?: string }>(
	{ x: number(-9, 9), y: number(-9, 9), name: text(4) },
	{ y: 0, name: undefined }
);
const shape = tagged<unknown>('is', {
	dot: object<{ is: string; at: unknown }>({ is: oneOf(['dot']), at: point }),
	path: object<{ is: string; all: unknown[] }>({ is: oneOf(['path']), all: list(point, 3, 1) })
});

function nested(depth: number): unknown {
	let value: unknown = 'deep';
	for (let level = 0; level < depth; level++) value = level % 2 === 0 ? [value] : { in: value };
	return value;
}

test.each<[what: string, decoder: Decoder<unknown>, value: unknown, path: string, message: string]>([
	['text', text(5), 7, '', 'must be text'],
	['empty text', text(5, 1), '', '', 'must not be empty'],
	['short text', text(5, 2), 'a', '', 'must have 2 characters or more'],
	['long text', text(5), 'éàü', '', 'must not be longer than 5 bytes'],
	['NUL', text(5), 'a\0b', '', 'must not contain the NUL character'],
	['half a pair', text(5), 'a\ud83d', '', 'must not contain half of a surrogate pair'],
	['a fraction', whole(1, 9), 1.5, '', 'must be a whole number from 1 to 9'],
	['a digit as text', whole(1, 9), '3', '', 'must be a whole number from 1 to 9'],
	['no number', number(0, 1), NaN, '', 'must be a number from 0 to 1'],
	['endless', number(0, 1), Infinity, '', 'must be a number from 0 to 1'],
	['a flag', flag, 0, '', 'must be true or false'],
	['a word', oneOf(['a', 'b']), 'c', '', 'must be one of: a, b'],
	['a word of the prototype', oneOf(['a']), 'constructor', '', 'must be one of: a'],
	['no list', list(flag, 2), { length: 1 }, '', 'must be a list'],
	['a long list', list(flag, 1), [true, true], '', 'must not have more than 1 entries'],
	['an entry', list(flag, 2), [true, 1], '[1]', 'must be true or false'],
	['null', point, null, '', 'must be an object'],
	['a list for an object', point, [], '', 'must be an object'],
	['a missing key', point, { y: 1 }, 'x', 'is missing'],
	['an unknown key', point, { x: 1, z: 1 }, 'z', 'is not a known key'],
	['a key of the prototype', point, JSON.parse('{"x":1,"__proto__":{}}'), '__proto__', 'is not a known key'],
	[
		'a deep place',
		shape,
		{ is: 'path', all: [{ x: 1 }, { x: 10 }] },
		'all[1].x',
		'must be a number from -9 to 9'
	],
	['a kind', shape, { is: 'blob' }, 'is', 'must be one of: dot, path'],
	['a missing kind', shape, {}, 'is', 'must be one of: dot, path'],
	['a deep value', json, nested(17), '[0].in'.repeat(8), 'must not be nested more than 16 deep'],
	['no value', json, [1, undefined], '[1]', 'must be an object'],
	['an endless number', json, { a: [Infinity] }, 'a[0]', 'must be a finite number'],
	['a refusal of its own', list((_value, path) => misfit(path, 'no'), 1), [1], '[0]', 'no']
])('[M2] a misfit names its place and says what is wrong: %s', (_what, decoder, value, path, message) => {
	expect(decode(decoder, value)).toEqual({ ok: false, error: { path, message } });
});

test('[M2] the path begins where the caller says', () => {
	expect(decode(point, { x: 'a' }, 'steps[3]')).toMatchObject({ error: { path: 'steps[3].x' } });
});

describe('text', () => {
	test('[M3] size is counted in bytes of UTF-8', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (value) => {
				expect(bytes(value)).toBe(new TextEncoder().encode(value).length);
			})
		);
	});

	test('[M3] a text is taken, unchanged, exactly when it fits and a store and a wire would keep it', () => {
		const anyString = fc.oneof(
			fc.string({ unit: 'grapheme', maxLength: 12 }),
			fc.array(fc.nat(0xffff), { maxLength: 12 }).map((units) => String.fromCharCode(...units)),
			fc.constantFrom('a\0', '\ud83d', '\ude00\ud83d', '😀', 'x'.repeat(16), '😀'.repeat(4), 'é'.repeat(8))
		);
		fc.assert(
			fc.property(anyString, (value) => {
				const size = new TextEncoder().encode(value).length;
				const isSound = size <= 16 && value.isWellFormed() && !value.includes('\0');
				const taken = decode(text(16), value);
				expect(taken.ok).toBe(isSound);
				if (taken.ok) expect(taken.value).toBe(value);
			}),
			{ numRuns: 1_000 }
		);
	});
});

describe('objects', () => {
	test('[M4] a key that may be left out gets its default, or stays out', () => {
		expect(decode(point, { x: 1 })).toEqual({ ok: true, value: { x: 1, y: 0 } });
		expect(decode(point, { x: 1, y: undefined, name: 'n' })).toEqual({
			ok: true,
			value: { x: 1, y: 0, name: 'n' }
		});
	});

	test('[M4] of a patch, only what is there is taken', () => {
		const patch = partial<{ a: boolean; b: number | null }>({ a: flag, b: nullable(number(0, 1)) });
		expect(decode(patch, {})).toEqual({ ok: true, value: {} });
		expect(decode(patch, { b: null })).toEqual({ ok: true, value: { b: null } });
		expect(decode(patch, { c: 1 })).toMatchObject({ error: { path: 'c' } });
	});

	test.each(['__proto__', 'constructor', 'prototype'])('[M5] a table may not have the key %s', (key) => {
		const value: unknown = JSON.parse(`{"ok": 1, ${JSON.stringify(key)}: {"isEvil": true}}`);
		expect(decode(dictionary(json), value)).toMatchObject({ ok: false });
		expect(decode(json, { deep: [value] })).toMatchObject({ ok: false, error: { path: 'deep[0]' } });
		expect(Reflect.has({}, 'isEvil')).toBe(false);
	});

	test('[M5] keys of a table are text like any other', () => {
		for (const key of ['a\0', '\ud83d', 'k'.repeat(257)])
			expect(decode(dictionary(json), { [key]: 1 }).ok).toBe(false);
	});
});

test('[M6] any JSON comes back unchanged, if it is not deep', () => {
	fc.assert(
		fc.property(fc.jsonValue({ maxDepth: 8, stringUnit: 'grapheme' }), (value) => {
			const hasReserved = /"(__proto__|constructor|prototype)":/.test(JSON.stringify(value));
			fc.pre(!hasReserved && !JSON.stringify(value).includes('\\u0000'));
			expect(decode(json, value)).toEqual({ ok: true, value });
		})
	);
});

test('[M7] whatever comes in, a decoder answers; it never throws', () => {
	const decoders = [point, shape, json, text(9), dictionary(json), list(json, 5), partial({ a: json })];
	const anything = fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, withMap: true });
	fc.assert(
		fc.property(anything, (value) => {
			for (const decoder of decoders) expect(() => decode(decoder, value)).not.toThrow();
		}),
		{ numRuns: 500 }
	);
});
