import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { told } from '../../told.ts';
import { debate } from '#tests/support/debates.ts';
import { anyDebate } from '#tests/support/edits.ts';
import { collected } from '#tests/support/files/collected.ts';
import { claimsFirst, edges, read } from '#tests/support/files/frameworks.ts';
import { spoilt } from '#tests/support/files/spoilt.ts';
import { debateOf } from '#tests/support/formats.ts';
import { evaluate } from '#lib/core/evaluate/standings.ts';
import { byOrder, every } from '#lib/core/model/questions.ts';
import { readText, recognised } from '../../registry.ts';
import { aba } from './aba.ts';

const LANTERN = readFileSync('tests/fixtures/aba/lantern.aba', 'utf8');
const TIDE = readFileSync('tests/fixtures/aba-tweety/tide.aba', 'utf8');
const TIDE_WEB = readFileSync('tests/fixtures/aba-tweety/tide.txt', 'utf8');
const BELLS = readFileSync('tests/fixtures/aspic/bells.aspic', 'utf8');

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
			'3 support 4',
			'5+2 support 4',
			'6 support 6',
			'4 attack 1',
			'3 attack 2',
			'2 attack 3'
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
		// What is assumed follows from no rule: such a framework is flat.
		const both = debate('a', 'b', 'c', 'a>c', 'b-c');
		both.set({ ...every(both, 'claim')[2]!, basis: 'given' });
		expect(aba.write!(both).lost).toContain('compiled');
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

describe('assumptions and rules as text', () => {
	test('[F103] rules, assumptions and contraries of Tweety and of aba-web become the same kind of debate', () => {
		expect(edges(read(TIDE, 'aba-tweety'))).toEqual([
			'low+daylight support cross',
			'table support low',
			'late+not low support wet',
			'late attack daylight',
			'watched attack late',
			'wet attack guide'
		]);
		expect(edges(read(TIDE_WEB, 'aba-tweety'))).toEqual([
			'low+daylight support cross',
			'table support low',
			'late+swamped(sands, west) support wet',
			'late attack daylight',
			'watched attack late'
		]);
		expect(read(TIDE, 'aba-tweety').native).toEqual({ rules: 5, assumptions: 1 });
		expect(read(TIDE_WEB, 'aba-tweety').native).toEqual({ rules: 5, assumptions: 3 });
		const same = {
			cross: 'stands',
			low: 'stands',
			daylight: 'stands',
			late: 'falls',
			watched: 'stands',
			wet: 'falls'
		};
		expect(standings(TIDE, 'aba-tweety')).toMatchObject({ ...same, guide: 'stands' });
		expect(standings(TIDE_WEB, 'aba-tweety')).toMatchObject(same);
	});

	test('[F103] they are found by their content, whatever their files are called', () => {
		for (const file of ['', 'tide.aba', 'tide.txt'])
			expect([file, recognised(TIDE_WEB, file)?.name]).toEqual([file, 'aba-tweety']);
		expect(recognised(TIDE, 'tide.aba')?.name).toBe('aba-tweety');
		expect(recognised(LANTERN, 'tide.aba')?.name).toBe('aba');
		expect(recognised('{a, b}')?.name).not.toBe('aba-tweety');
	});

	test.each([
		['what is no statement', 'a <- b\n{c\n', 'not-a-statement', 2],
		['a contrary of what is not assumed', 'a <- b\nnot a = c\n', 'no-assumption', 2],
		['a rule with variables', 'fly(X) <- bird(X)\n', 'variables', 0]
	])('[F95] %s is said', (_what, text, code, line) => {
		expect(read(text, 'aba-tweety').warnings).toMatchObject([{ code, line }]);
	});
});

describe('ASPIC+', () => {
	test('[F104] premises are given, rules are reasons, denials contradict, and a denied rule is undercut', () => {
		const reading = read(BELLS, 'aspic');
		expect(recognised(BELLS.replace('\nRinger\n', '\n'))?.name).toBe('aspic');
		expect(recognised(BELLS, 'bells.aspic')?.name).toBe('aspic');
		expect(edges(reading)).toEqual([
			'Feast support Bells',
			'Rope+!Ringer entails Silence',
			'Silence support !Bells',
			'Silence support !d1',
			'Feast support !Rope',
			'!Bells contradictory Bells',
			'!d1 attack ',
			'Rope attack !Rope'
		]);
		expect(reading.native).toEqual({ defeasible: 6, strict: 2 });
		expect(standings(BELLS, 'aspic')).toEqual({
			Feast: 'stands',
			'!Ringer': 'stands',
			Rope: 'stands',
			Bells: 'falls',
			Silence: 'stands',
			'!Bells': 'stands',
			'!d1': 'stands',
			'!Rope': 'falls'
		});
	});

	test('[F104] names and order of the rules are kept, and that the order decides nothing is said', () => {
		const { items, warnings } = read(BELLS, 'aspic');
		expect(items.find(({ id }) => id === 'd1')?.ext['aspic']).toEqual({ id: 'd1', rank: 1 });
		expect(items.find(({ ext }) => JSON.stringify(ext).includes('o1'))?.ext['aspic']).toEqual({
			id: '!Ringer',
			premise: 'o1'
		});
		expect(warnings).toMatchObject([
			{ code: 'order', line: 10, column: 1 },
			{ code: 'not-a-rule', line: 12, column: 1 }
		]);
	});
});

test.each(['aba-tweety', 'aspic'])('[F103] files of others hold what others count in them: %s', (name) => {
	for (const { file, text, expected } of collected(name)) {
		const { format, result } = readText(text, { file })!;
		expect([file, format.name]).toEqual([file, name]);
		expect([file, result.ok && result.value.native]).toEqual([file, expected]);
		expect([file, result.ok && result.value.warnings.filter(({ code }) => code !== 'order')]).toEqual([
			file,
			[]
		]);
	}
});

test.each([
	['aba', [LANTERN]],
	['aba-tweety', [TIDE, TIDE_WEB]],
	['aspic', [BELLS]]
])('[F95] a spoilt text gives a debate or a refusal: %s', (name, texts) => {
	fc.assert(
		fc.property(spoilt(texts), (text) => {
			const { result } = readText(text, { name })!;
			if (result.ok) debateOf(result.value.items, result.value.about);
			else expect(result.error.errors.length).toBeGreaterThan(0);
		}),
		{ numRuns: Number(process.env['FUZZ'] ?? 200) }
	);
});
