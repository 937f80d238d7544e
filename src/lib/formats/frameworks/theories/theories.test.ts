import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { told } from '#tests/support/alike.ts';
import { debate } from '#tests/support/debates.ts';
import { anyDebate } from '#tests/support/edits.ts';
import { claimsFirst, edges, read } from '#tests/support/files/frameworks.ts';
import { debateOf } from '#tests/support/formats.ts';
import { evaluate } from '#lib/core/evaluate/standings.ts';
import { byOrder, every } from '#lib/core/model/questions.ts';
import { recognised } from '../../registry.ts';
import { aba } from './aba.ts';

const LANTERN = readFileSync('tests/fixtures/aba/lantern.aba', 'utf8');

/** The standing of every claim, by its words. */
function standings(text: string, name: string): Readonly<Record<string, string>> {
	const { items, about } = read(text, name);
	const found = evaluate(debateOf(items, about));
	const claims = items.flatMap((item) =>
		item.kind === 'claim' ? [[item.text, found.get(item.id)!.standing] as const] : []
	);
	return Object.fromEntries(claims);
}

/** The first numbers of the lines that begin with `letter`. */
function firstOf(text: string, letter: string): string[] {
	return text.split('\n').flatMap((line) => (line.startsWith(`${letter} `) ? [line.split(' ')[1]!] : []));
}

describe('numbered assumptions and rules', () => {
	test('[F101] assumptions and facts are given, rules are reasons, contraries attack', () => {
		const reading = read(LANTERN, 'aba');
		expect(recognised(LANTERN)?.name).toBe('aba');
		expect(edges(reading)).toEqual([
			'3 supports 4',
			'5+2 supports 4',
			'6 supports 6',
			'4 attacks 1',
			'3 attacks 2',
			'2 attacks 3'
		]);
		expect(reading.native).toEqual({ atoms: 6, assumptions: 3, contraries: 3, rules: 4 });
		const bases = reading.items.flatMap((item) => (item.kind === 'claim' ? [item.basis] : []));
		expect(bases).toEqual(['given', 'given', 'given', 'open', 'given', 'open']);
		expect(standings(LANTERN, 'aba')).toEqual({
			1: 'open',
			2: 'open',
			3: 'open',
			4: 'open',
			5: 'stands',
			6: 'falls'
		});
	});

	test('[F101] what was read is written as it was', () => {
		const { items, about } = read(LANTERN, 'aba');
		const { text, lost } = aba.write!(debateOf(items, about));
		expect(lost).toEqual([]);
		expect(text).toBe('p aba 6\na 1\na 2\na 3\nc 1 4\nc 2 3\nc 3 2\nr 5\nr 4 3\nr 4 5 2\nr 6 6\n');
		expect(told(read(text, 'aba'))).toEqual(told({ items, about }));
	});

	test('[F102] every map becomes assumptions and rules that mean the same, support in circles included', () => {
		fc.assert(
			fc.property(anyDebate.map(claimsFirst), (made) => {
				const { text, lost } = aba.write!(made);
				expect(lost).not.toContain('inexact');
				const reading = read(text, 'aba');
				expect(reading.warnings).toEqual([]);
				const [assumed, heads] = ['a', 'r'].map((letter) => firstOf(text, letter));
				expect(heads!.filter((head) => assumed!.includes(head))).toEqual([]);
				expect(firstOf(text, 'c')).toEqual(assumed);
				const ours = evaluate(made);
				const found = evaluate(debateOf(reading.items, reading.about));
				for (const [at, { id }] of every(made, 'claim').sort(byOrder).entries())
					expect(found.get(reading.items[at]!.id)!.standing).toBe(ours.get(id)!.standing);
			}),
			{ numRuns: 300 }
		);
	});

	test('[F102] words stand in comments, and what is compiled is reported', () => {
		const { text, lost } = aba.write!(debate('a', 'b', 'u', 'r:a>b', 'u-(r)'));
		expect(text).toContain('# 1: a\n# 2: b\n# 3: u\n');
		expect(lost).toEqual(['undercuts', 'texts', 'compiled']);
		expect(aba.write!(debate('a', 'b', 'c', 'a+b>c')).lost).toEqual(['judging', 'texts']);
	});

	test.each([
		['a line with another letter', 'p aba 2\nb 1\n', 'not-a-line', 2],
		['an assumption of two', 'p aba 2\na 1 2\n', 'not-a-line', 2],
		['a rule about what is not numbered', 'p aba 2\nr 1 3\n', 'undeclared', 2],
		['a contrary of what is not assumed', 'p aba 2\nc 1 2\n', 'no-assumption', 2]
	])('[F95] %s is said with its place', (_what, text, code, line) => {
		expect(read(text, 'aba').warnings).toMatchObject([{ code, line }]);
	});
});
