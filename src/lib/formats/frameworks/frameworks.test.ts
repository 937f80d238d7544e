import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { told } from '../told.ts';
import { debate } from '#tests/support/debates.ts';
import { anyDebate } from '#tests/support/edits.ts';
import { collected } from '#tests/support/files/collected.ts';
import { debateOf } from '#tests/support/formats.ts';
import { anyFramework, claimsFirst, edges, read } from '#tests/support/files/frameworks.ts';
import { flatten } from '#lib/core/evaluate/flatten.ts';
import { evaluate } from '#lib/core/evaluate/standings.ts';
import { Debate } from '#lib/core/model/debate.ts';
import { argument, premise, relation } from '#lib/core/model/make.ts';
import { after } from '#lib/core/model/order.ts';
import { byOrder, every } from '#lib/core/model/questions.ts';
import type { Format } from '../format.ts';
import { readText } from '../registry.ts';
import { af } from './af.ts';
import { apx } from './apx.ts';
import { qbaf } from './qbaf.ts';
import { tgf } from './tgf.ts';

const ALL: readonly Format[] = [apx, tgf, af, qbaf];
const PLAIN: readonly Format[] = [apx, tgf, af];

describe.each(ALL.map((format) => [format.name, format] as const))('%s', (name, format) => {
	test('[F92] arguments that attack and support each other come back as they are', () => {
		fc.assert(
			fc.property(anyFramework(name), (made) => {
				const { text, lost } = format.write!(made);
				const reading = read(text, name);
				expect(lost).toEqual([]);
				expect(reading.warnings).toEqual([]);
				expect(told(reading)).toEqual(told({ about: made.about, items: made.items() }));
				expect(format.write!(debateOf(reading.items, reading.about)).text).toBe(text);
			})
		);
	});

	test('[F98] fifty thousand arguments are read and written in seconds', () => {
		const count = 50_000;
		const made = new Debate();
		const orders = after(null, count);
		for (let at = 0; at < count; at++)
			made.set(argument({ id: `i${at}`, title: `x${at}`, order: orders[at]! }));
		for (let at = 1; at < count / 4; at++) {
			const [from, target] = [`i${at * 3}`, at % 2 === 0 ? 'i0' : `i${at}`];
			made.set(
				relation({
					id: `r${at}`,
					sense: 'attack',
					premises: [premise(from)],
					target,
					order: orders[at]!
				})
			);
		}
		const start = performance.now();
		const { text } = format.write!(made);
		const reading = read(text, name);
		expect(performance.now() - start).toBeLessThan(15_000);
		expect(reading.items.length).toBe(count * 1.25 - 1);
	}, 30_000);

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

describe.each(PLAIN.map((format) => [format.name, format] as const))('%s, compiled', (name, format) => {
	test('[F94] what a solver finds in the text is what stands in the map, where it is exact', () => {
		fc.assert(
			fc.property(anyDebate.map(claimsFirst), (made) => {
				const { text, lost } = format.write!(made);
				const isCompiled = lost.includes('compiled');
				expect(lost.includes('inexact')).toBe(isCompiled && !flatten(made).isExact);
				if (lost.includes('inexact')) return;
				const { items, about } = read(text, name);
				const [ours, found] = [evaluate(made), evaluate(debateOf(items, about))];
				const first = items.filter(({ kind }) => kind === 'argument');
				for (const [at, { id }] of every(made, 'claim').sort(byOrder).entries())
					expect(found.get(first[at]!.id)!.standing).toBe(ours.get(id)!.standing);
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
});
