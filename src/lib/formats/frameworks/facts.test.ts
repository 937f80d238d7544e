import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { debate } from '#tests/support/debates.ts';
import { debateOf } from '#tests/support/formats.ts';
import { edges, read } from '#tests/support/files/frameworks.ts';
import { every } from '#lib/core/model/questions.ts';
import { recognised } from '../registry.ts';
import { apx } from './apx.ts';

const FERRY = readFileSync('tests/fixtures/af-apx/ferry.apx', 'utf8');

describe('facts', () => {
	test('[F92] facts come in any order, several on a line, with comments and without their last dots', () => {
		const reading = read(FERRY, 'af-apx');
		expect(edges(reading)).toEqual([
			'fog attacks runs',
			'radar attacks fog',
			'runs attacks "the old pier"',
			'"the old pier" attacks runs',
			'radar supports runs'
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
