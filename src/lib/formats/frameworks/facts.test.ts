import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { debate } from '#tests/support/debates.ts';
import { debateOf } from '#tests/support/formats.ts';
import { anyFramework, edges, read } from '#tests/support/files/frameworks.ts';
import { dfquad } from '#lib/core/evaluate/strength/dfquad.ts';
import { strengthsOf } from '#lib/core/evaluate/strength/strengths.ts';
import { every } from '#lib/core/model/questions.ts';
import { recognised } from '../registry.ts';
import { apx } from './apx.ts';
import { isTerm } from './facts.ts';
import { carriedOf } from './names.ts';
import { qbaf } from './qbaf.ts';

const FERRY = readFileSync('tests/fixtures/af-apx/ferry.apx', 'utf8');
const BAKERY = readFileSync('tests/fixtures/qbaf/bakery.bag', 'utf8');
const LANTERN = readFileSync('tests/fixtures/qbaf/lantern.pl', 'utf8');

describe('facts', () => {
	test('[F92] facts come in any order, several on a line, with comments and without their last dots', () => {
		const reading = read(FERRY, 'af-apx');
		expect(edges(reading)).toEqual([
			'fog attack runs',
			'radar attack fog',
			'runs attack "the old pier"',
			'"the old pier" attack runs',
			'radar support runs'
		]);
		expect(reading.native).toEqual({
			args: 4,
			att: 4,
			sup: 1,
			other: { weight: 1, query: 1 },
			noTrailingDot: 1
		});
		expect(reading.warnings).toMatchObject([{ code: 'no-dot', line: 3, column: 31 }]);
		expect(recognised(FERRY, 'ferry.apx')?.name).toBe('af-apx');
	});

	test('[F93] names, order, weights and facts of other names are written as they were read', () => {
		const { items, about } = read(FERRY, 'af-apx');
		const { text, lost } = apx.write!(debateOf(items, about));
		expect(lost).toEqual([]);
		expect(text.split('\n')).toEqual([
			'arg(runs).',
			'arg(fog,thick).',
			'arg(radar).',
			'arg("the old pier").',
			'att(fog,runs).',
			'att(radar,fog,0.8).',
			'att(runs,"the old pier").',
			'att("the old pier",runs).',
			'sup(radar,runs).',
			'query(runs).',
			'weight(fog, 0.3).',
			''
		]);
	});

	test.each([
		['a second argument of a name', 'arg(a).\narg(a).', 'duplicate-id', 2, 1],
		['an attack on what nobody declared', 'arg(a).\n att(a,b).', 'undeclared', 2, 2],
		['an attack that is said twice', 'arg(a). att(a,a).\natt(a, a).', 'duplicate', 2, 1],
		['what is no fact', 'arg(a).\narg(b). a :- b.', 'not-a-fact', 2, 9],
		['an attack on nothing', 'arg(a).\natt(a).', 'not-a-fact', 2, 1],
		['a bracket that is not closed', 'arg(a).\narg((b).\narg(c).', 'not-a-fact', 2, 1],
		['a fact about nothing known', 'arg(a).\nround(4).', 'unknown-fact', 2, 1],
		['a base score that is none', 'arg(a).\narg(b, 7).', 'base', 2, 1]
	])('[F95] %s is said with its place', (_what, text, code, line, column) => {
		expect(read(text, 'af-apx').warnings).toMatchObject([{ code, line, column }]);
	});

	test('[F93] words of claims go out as comments, and are reported lost', () => {
		const { text, lost } = apx.write!(debate('a', 'b', 'a-b'));
		expect(text).toBe('arg(a).\narg(b).\natt(a,b).\n');
		expect(lost).toEqual(['claims']);
		const made = debate('a', 'b', 'a-b');
		made.set({ ...every(made, 'claim')[0]!, text: 'The tide\nis out.' });
		expect(apx.write!(made)).toEqual({
			text: '% a1: The tide is out.\narg(a1).\narg(b).\natt(a1,b).\n',
			lost: ['claims', 'texts']
		});
	});
});

describe('weighted facts', () => {
	test('[F99] base scores stay with their arguments, and final dots may be missing', () => {
		const reading = read(BAKERY, 'qbaf');
		expect(recognised(BAKERY)?.name).toBe('qbaf');
		expect(edges(reading)).toEqual(['Oven attack Open', 'Flour support Open', 'Open support Flour']);
		expect(reading.native).toEqual({ args: 3, att: 1, sup: 2, other: {}, noTrailingDot: 5 });
		expect(reading.warnings).toMatchObject([{ code: 'no-dot', line: 1, column: 1 }]);
		const { text, lost } = qbaf.write!(debateOf(reading.items, reading.about));
		expect(lost).toEqual([]);
		expect(text).toBe(
			'arg(Open,0.5).\narg(Flour,1).\narg(Oven,0.8).\natt(Oven,Open).\nsup(Flour,Open).\nsup(Open,Flour).\n'
		);
	});

	test('[F99] what nobody weighed gets the base score that it has in the map', () => {
		fc.assert(
			fc.property(anyFramework('qbaf'), (made) => {
				const { items, about } = read(qbaf.write!(made).text, 'qbaf');
				const back = debateOf(items, about);
				const base = (id: string) => Number(carriedOf(back.get(id), 'qbaf')['base']);
				const [ours, found] = [strengthsOf(made), strengthsOf(back, dfquad, base)];
				const strength = new Map(
					items.flatMap((item) => (item.kind === 'argument' ? [[item.title, found.get(item.id)!]] : []))
				);
				for (const { id, title } of every(made, 'argument'))
					if (!ours.swing(id)) expect(strength.get(title)).toBeCloseTo(ours.get(id)!, 5);
			})
		);
		const joined = qbaf.write!(debate('a', 'b', 'c', 'a+b>c'));
		expect(joined.text).toContain('arg(c,0.5).\n');
		expect(joined.text).toContain('% Joined premises are');
		expect(joined.lost).toEqual(['claims', 'joined', 'compiled', 'inexact']);
	});

	test('[F100] assumptions that speak against or lead to each other become claims, and are written as such facts', () => {
		const reading = read(LANTERN, 'qbaf');
		expect(recognised(LANTERN, 'lantern.pl')?.name).toBe('qbaf');
		expect(edges(reading)).toEqual([
			'stolen support dark',
			'stolen support dark',
			'dry+stolen support lit',
			'dark attack lit',
			'stolen attack dry',
			'lit attack stolen'
		]);
		const bases = reading.items.flatMap((item) => (item.kind === 'claim' ? [[item.text, item.basis]] : []));
		expect(Object.fromEntries(bases)).toEqual({
			lit: 'given',
			dry: 'given',
			stolen: 'given',
			dark: 'open',
			wick: 'given'
		});
		expect(reading.native).toEqual({
			args: 0,
			att: 0,
			sup: 0,
			other: { settings: 1, myAsm: 3, contrary: 3, myRule: 5 },
			noTrailingDot: 0
		});
		expect(reading.warnings).toMatchObject([
			{ code: 'unknown-fact', line: 1 },
			{ code: 'not-a-fact', line: 13 }
		]);
		const written = qbaf.write!(debateOf(reading.items, reading.about));
		expect(written.lost).toEqual([]);
		expect(edges(read(written.text, 'qbaf'))).toEqual(edges(reading));
		expect(written.text).toContain('myRule(wick, []).');
	});

	test('[F93] a term is what a reader takes for one argument', () => {
		for (const term of ['a', 'A1', '"b, c"', 'f(x, y)', 'été', '0.5'])
			expect([term, isTerm(term)]).toEqual([term, true]);
		for (const term of ['', ' a', 'a,b', 'a)', '(', 'a b)(', '"', 'a%', 'a\nb'])
			expect([term, isTerm(term)]).toEqual([term, false]);
	});
});
