import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { told } from '../told.ts';
import { debate } from '#tests/support/debates.ts';
import { debateOf } from '#tests/support/formats.ts';
import { claim } from '#lib/core/model/make.ts';
import type { Reading } from '../format.ts';
import { recognised } from '../registry.ts';
import { readCsv } from './read.ts';
import { cellOf, tableOf, wordsIn } from './table.ts';
import { writeCsv } from './write.ts';

const OFFICE = readFileSync('tests/fixtures/csv/office.csv', 'utf8');

function read(text: string): Reading {
	const result = readCsv(text);
	if (!result.ok) throw new Error(result.error.errors[0]?.message);
	return result.value;
}

function relations({ items }: Reading): unknown[] {
	const words = new Map(items.map((item) => [item.id, item.kind === 'claim' ? item.text : '']));
	return items.flatMap((item) =>
		item.kind === 'relation' ? [[words.get(item.premises[0]!.id), item.sense, words.get(item.target!)]] : []
	);
}

test('[F60] tables of others are read by their header: several parents, repeated rows, unknown columns', () => {
	const reading = read(OFFICE);
	const top = 'The office should close at four; on Fridays.';
	expect(relations(reading)).toEqual([
		['People "hurry" home\r\nin the dark', 'support', top],
		['The phones go till five.', 'attack', 'People "hurry" home\r\nin the dark'],
		['The phones go till five.', 'attack', top],
		['They need not.', 'support', 'The phones go till five.'],
		['Heating is dear.', 'attack', 'The phones go till five.'],
		['Heating is dear.', 'attack', top],
		['-5 degrees', 'support', top]
	]);
	expect(reading.items[0]).toMatchObject({
		notes: 'asked in May',
		ext: { csv: { id: '1', columns: { Votes: '12' } } }
	});
	expect(reading.warnings.map(({ code, line }) => [code, line])).toEqual([
		['extra-cell', 9],
		['no-sense', 9],
		['dangling', 10]
	]);
	expect(reading.native).toEqual({ rows: 8, columns: 6, separator: ';' });
	expect(recognised(OFFICE)?.name).toBe('csv');
	const { text, lost } = writeCsv(debateOf(reading.items, reading.about));
	expect(lost).toEqual([]);
	expect(text.split('\r\n')[0]).toBe('\uFEFFid,parent,relation,text,use,notes,Votes');
	expect(told(read(text))).toEqual(told(reading));
});

test.each([
	['tabs', 'id\tparent\ttext\n1\t\ta\n2\t1\tb\n'],
	['semicolons and a byte order mark', '\uFEFFid;parent;text\n1;;a\n2;1;b'],
	['a line that names the separator', 'sep=|\nid|parent|text\n1||a\n2|1|b\n'],
	['numbers of rows', 'Claim,Reply to\r\na,\r\nb,1\r\n'],
	['words of the parent', 'parent,claim\n,a\na,b\n'],
	['parents that come later', 'parent,id,claim\n1,2,b\n,1,a\n'],
	['old line ends', 'id,parent,text\r1,,a\r2,1,b\r']
])('[F60] %s', (_what, text) => {
	expect(relations(read(text))).toEqual([['b', 'support', 'a']]);
	expect(recognised(text, 'a.csv')?.name).toBe('csv');
});

test('[F60] rows below each other in a circle keep both relations, and broken quotes keep the words', () => {
	const circle = read('id,parent,relation,claim\n1,2,pro,a\n2,1,con,b\n');
	expect(relations(circle)).toEqual([
		['b', 'attack', 'a'],
		['a', 'support', 'b']
	]);
	expect(circle.warnings).toMatchObject([{ code: 'circle', line: 2 }]);
	const open = read('id,parent,claim\n1,,a\n2,1,"b\nc\n');
	expect(open.items.flatMap((item) => (item.kind === 'claim' ? [item.text] : []))).toEqual(['a', 'b\nc']);
	expect(open.warnings).toMatchObject([{ code: 'open-quote', line: 3 }]);
	expect(readCsv('x,y\n1,2\n')).toMatchObject({ error: { errors: [{ code: 'no-header', line: 1 }] } });
});

test('[F64] no cell that is written can run as a formula, and the words come back', () => {
	fc.assert(
		fc.property(fc.string({ unit: fc.constantFrom(...'\'=+-@\t\r\n",; \uFF1Da') }), (text) => {
			const cell = cellOf(text);
			expect(cell.replace(/^"/, '')).not.toMatch(/^[=+\-@\t\r\uFF1D]/);
			const [row] = tableOf(`${cell},x`, ',').rows;
			expect(wordsIn(row!.cells[0]!)).toBe(text);
		}),
		{ numRuns: 500 }
	);
	const made = debateOf([claim({ id: '-a', text: '=HYPERLINK("x")' })], { title: '@t', summary: '' });
	const { text } = writeCsv(made);
	expect(text).toBe(
		'\uFEFFid,parent,relation,text,kind\r\n,,,\'@t,debate\r\n\'-a,,,"\'=HYPERLINK(""x"")",\r\n'
	);
	expect(told(read(text))).toEqual(told({ about: made.about, items: made.items() }));
});

test('[F60] a row for each reason, below the one that it bears on', () => {
	const { text } = writeCsv(debate('a', 'b', 'c', 'd', 'r:b+c>a', 'd-(r)', 'a-d'));
	expect(text.split('\r\n').slice(1, -1)).toEqual([
		'a,,,a,,',
		'r,a,support,Reason,relation,',
		'b,r,,b,,',
		'c,r,,c,,',
		'd,r,attack,d,,',
		',d,attack,a,,a'
	]);
});
