import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readJson } from './readJson.ts';

const VALID = fc.json({ maxDepth: 8 });

const SIGNS = ['', ...',:"\\{}[]0-e. \n\0\x1f\x7f\u2028'];

/** JSON with something put in, taken out or doubled somewhere. */
const BROKEN = fc.tuple(VALID, fc.nat(), fc.constantFrom(...SIGNS)).chain(([text, at, sign]) =>
	fc.nat(3).map((removed) => {
		const from = at % (text.length + 1);
		return text.slice(0, from) + sign + text.slice(from + removed);
	})
);

function platform(text: string) {
	try {
		const value: unknown = JSON.parse(text);
		return { ok: true, value };
	} catch {
		return { ok: false };
	}
}

test('[W1] what the platform takes for JSON is read, with the same value, and nothing else is', () => {
	fc.assert(
		fc.property(fc.oneof(VALID, BROKEN), (text) => {
			const read = readJson(text);
			expect(read.ok ? read : { ok: false }).toEqual(platform(text));
		}),
		{ numRuns: 2_000 }
	);
});

test.each<[text: string, line: number, column: number, message: string]>([
	['', 1, 1, 'the text ends too early'],
	['{"a": 1,}', 1, 9, 'expected a key in double quotes'],
	['{"a": 1\n "b": 2}', 2, 2, 'expected , or }'],
	['[1 2]', 1, 4, 'expected , or ]'],
	['[1,\n\n  nul]', 3, 3, 'expected a value'],
	['{"a" 1}', 1, 6, 'expected :'],
	['["a\tb"]', 1, 4, 'a control character must be written as an escape'],
	['["\u001f"]', 1, 3, 'a control character must be written as an escape'],
	['["\\x"]', 1, 4, 'this is no escape that JSON knows'],
	['["a', 1, 4, 'the text ends too early'],
	['{} {}', 1, 4, 'this is more than one value'],
	['01', 1, 2, 'this is more than one value'],
	["{'a': 1}", 1, 2, 'expected a key in double quotes'],
	['\u00a01', 1, 1, 'expected a value']
])('[W1] %j is refused at line %i, column %i: %s', (text, line, column, message) => {
	expect(readJson(text)).toEqual({ ok: false, error: { line, column, message } });
});

test('[W1] 64 levels are read, one more is refused, a million as fast', () => {
	const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
	expect(readJson(nested(64)).ok).toBe(true);
	for (const depth of [65, 1_000_000])
		expect(readJson(nested(depth))).toEqual({
			ok: false,
			error: { line: 1, column: 65, message: 'this is nested too deep' }
		});
});
