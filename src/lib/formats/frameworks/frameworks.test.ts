import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { told } from '#tests/support/alike.ts';
import { debate } from '#tests/support/debates.ts';
import { anyDebate } from '#tests/support/edits.ts';
import { collected } from '#tests/support/files/collected.ts';
import { debateOf } from '#tests/support/formats.ts';
import { flatten } from '#lib/core/evaluate/flatten.ts';
import { evaluate } from '#lib/core/evaluate/standings.ts';
import { Debate } from '#lib/core/model/debate.ts';
import { argument, premise, relation } from '#lib/core/model/make.ts';
import { after } from '#lib/core/model/order.ts';
import { every } from '#lib/core/model/questions.ts';
import type { Format, Reading } from '../format.ts';
import { readText, recognised } from '../registry.ts';
import { apx } from './apx.ts';

const PLAIN: readonly Format[] = [apx];
const FERRY = readFileSync('tests/fixtures/af-apx/ferry.apx', 'utf8');

function read(text: string, name: string): Reading {
	const { result } = readText(text, { name })!;
	if (!result.ok) throw new Error(result.error.errors[0]?.message);
	return result.value;
}

/** Who attacks and supports whom, by their titles. */
function edges({ items }: Reading): string[] {
	const title = new Map(items.map((item) => [item.id, item.kind === 'argument' ? item.title : '']));
	return items.flatMap((item) =>
		item.kind === 'relation'
			? [`${title.get(item.premises[0]!.id)} ${item.sense}s ${title.get(item.target!)}`]
			: []
	);
}

/** A debate whose claims are called `c0`, `c1` and so on. */
function called(made: Debate): Debate {
	const named = new Debate();
	let count = 0;
	for (const item of made.items()) named.set(item.kind === 'claim' ? { ...item, text: `c${count++}` } : item);
	return named;
}

/** Arguments that attack each other at random, and those of `supports` too. */
const anyFramework = (hasSupports: boolean) =>
	fc
		.tuple(
			fc.integer({ min: 1, max: 8 }),
			fc.array(fc.tuple(fc.nat(), fc.nat(), fc.boolean()), { maxLength: 20 })
		)
		.map(([count, pairs]) => {
			const made = new Debate();
			const orders = after(null, count + pairs.length);
			for (let at = 0; at < count; at++)
				made.set(argument({ id: `i${at}`, title: `x${at}`, order: orders[at]! }));
			const seen = new Set<string>();
			for (const [at, [from, to, isPro]] of pairs.entries()) {
				const sense = isPro && hasSupports ? 'support' : 'attack';
				const [source, target] = [`i${from % count}`, `i${to % count}`];
				if (seen.has(`${source}${sense}${target}`)) continue;
				seen.add(`${source}${sense}${target}`);
				const order = orders[count + at]!;
				made.set(relation({ id: `r${at}`, sense, premises: [premise(source)], target, order }));
			}
			return made;
		});

describe.each(PLAIN.map((format) => [format.name, format] as const))('%s', (name, format) => {
	test('[F92] arguments that attack and support each other come back as they are', () => {
		fc.assert(
			fc.property(anyFramework(true), (made) => {
				const { text, lost } = format.write!(made);
				const reading = read(text, name);
				expect(lost).toEqual([]);
				expect(reading.warnings).toEqual([]);
				expect(told(reading)).toEqual(told({ about: made.about, items: made.items() }));
				expect(format.write!(debateOf(reading.items, reading.about)).text).toBe(text);
			})
		);
	});

	test('[F94] what a solver finds in the text is what stands in the map, where it is exact', () => {
		fc.assert(
			fc.property(anyDebate.map(called), (made) => {
				const { text, lost } = format.write!(made);
				expect(lost.includes('inexact') || flatten(made).isExact).toBe(true);
				if (lost.includes('inexact')) return;
				const { items, about } = read(text, name);
				const [ours, found] = [evaluate(made), evaluate(debateOf(items, about))];
				const ids = new Map(
					items.flatMap((item) => (item.kind === 'argument' ? [[item.title, item.id]] : []))
				);
				for (const { id, text } of every(made, 'claim'))
					expect(found.get(ids.get(text)!)!.standing).toBe(ours.get(id)!.standing);
			})
		);
	});

	test('[F94] support in a circle and everything that is compiled away are said', () => {
		const circle = format.write!(debate('a', 'b', 'a>b', 'b>a'));
		expect(circle.lost).toEqual(expect.arrayContaining(['compiled', 'inexact']));
		expect(format.write!(debate('a', 'b', 'c', 'r:a+b>c', 'u', 'u-(r)')).lost).toEqual(
			expect.arrayContaining(['joined', 'undercuts', 'compiled'])
		);
		expect(format.write!(debate('a', 'b', 'a-b')).lost).not.toContain('compiled');
	});

	test('[F98] fifty thousand arguments are read and written in seconds', () => {
		const count = 50_000;
		const made = new Debate();
		const orders = after(null, count);
		for (let at = 0; at < count; at++)
			made.set(argument({ id: `i${at}`, title: `x${at}`, order: orders[at]! }));
		for (let at = 1; at < 2 * count; at++) {
			const [from, target] = [`i${(at * 7919) % count}`, at % 2 === 0 ? 'i0' : `i${at % count}`];
			made.set(
				relation({
					id: `r${at}`,
					sense: 'attack',
					premises: [premise(from)],
					target,
					order: orders[at >> 1]!
				})
			);
		}
		const start = performance.now();
		const { text } = format.write!(made);
		const reading = read(text, name);
		expect(performance.now() - start).toBeLessThan(15_000);
		expect(reading.items.length).toBeGreaterThan(count * 1.9);
	});

	test('[F92] files of others hold what others count in them, and are written again as they were', () => {
		for (const { file, text, expected } of collected(name)) {
			const { format: found, result } = readText(text, { file })!;
			expect([file, found.name]).toEqual([file, name]);
			if (!result.ok) throw new Error(`${file}: ${result.error.errors[0]?.message}`);
			expect([file, result.value.native]).toEqual([file, expected]);
			const written = format.write!(debateOf(result.value.items, result.value.about));
			expect([file, written.lost]).toEqual([file, []]);
			expect(edges(read(written.text, name))).toEqual(edges(result.value));
		}
	});
});

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
