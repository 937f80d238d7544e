import { describe, expect, test } from 'vitest';
import { grown } from '#tests/support/grown.ts';
import { layout } from '../layout/layout.ts';
import type { Box, Layout, Line, Sense } from '../layout/types.ts';
import { widthOf } from '../text/measure.ts';
import { Lanes, lanesBetween, LANE } from './lanes.ts';

const WORDS: Readonly<Record<Sense, string>> = {
	support: 'because',
	attack: 'but',
	undercut: 'not so fast'
};
const WORD = { size: 12, weight: 600, height: 14 } as const;

/** Maps in which so many claims are used twice. */
function mapsWith(links: number): Layout[] {
	return Array.from({ length: 24 }, (_, seed) => layout(grown({ claims: 60 + seed * 8, seed, links })));
}

const usual = mapsWith(0.04);
const tangled = mapsWith(0.1);

function wordsOf({ lines }: Layout): Box[] {
	return lines.flatMap(({ label, sense }) => {
		if (!label) return [];
		const width = widthOf(WORDS[sense], WORD);
		return { x: label.x - width / 2, y: label.y - WORD.height / 2, width, height: WORD.height };
	});
}

function overlap(a: Box, b: Box): boolean {
	return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** The level pieces of lines, by the line. */
function levels({ lines }: Layout): { line: Line; y: number; from: number; to: number }[] {
	return lines.flatMap((line) =>
		line.points.slice(1).flatMap((end, at) => {
			const start = line.points[at]!;
			if (start.y !== end.y) return [];
			return { line, y: end.y, from: Math.min(start.x, end.x), to: Math.max(start.x, end.x) };
		})
	);
}

test('[L6] a pin costs a big map no more than what its lines go around', () => {
	const debate = grown({ claims: 4000, seed: 3 });
	const { cards } = layout(debate);
	const pins = [...cards.values()].filter((_, at) => at % 900 === 5);
	for (const [at, { id, x, y }] of pins.entries()) {
		const claim = debate.get(id);
		if (claim?.kind === 'claim') debate.set({ ...claim, pin: { x: x + (at === 0 ? 1e7 : 400), y } });
	}
	const { lines } = layout(debate);
	for (const { id } of pins)
		expect(lines.some(({ from, points }) => from === id && points.length > 1)).toBe(true);
});

describe('lines between branches', () => {
	test('[L20] of two hundred words of lines no more than one lies on another or on a card', () => {
		let [count, faults] = [0, 0];
		for (const map of tangled) {
			const words = wordsOf(map);
			const cards = [...map.cards.values()];
			count += words.length;
			for (const [at, word] of words.entries())
				if ([...words.slice(at + 1), ...cards].some((other) => overlap(word, other))) faults++;
		}
		expect(count).toBeGreaterThan(3000);
		expect(faults / count).toBeLessThan(1 / 200);
	});

	test('[L21] links take less than 1.5 times the straight ways, all together', () => {
		let [length, straight] = [0, 0];
		for (const { lines } of tangled)
			for (const { points } of lines.filter(({ relation }) => relation.startsWith('l'))) {
				const steps = points
					.slice(1)
					.map((to, at) => Math.abs(to.x - points[at]!.x) + Math.abs(to.y - points[at]!.y));
				const [start, end] = [points[0]!, points.at(-1)!];
				length += steps.reduce((sum, step) => sum + step, 0);
				straight += Math.abs(start.x - end.x) + Math.abs(start.y - end.y);
			}
		expect(length / straight).toBeLessThan(1.5);
	});

	test('[L22] of a hundred level pieces no more than one runs closer than a lane beside that of another line', () => {
		let [count, faults] = [0, 0];
		for (const map of usual) {
			const pieces = levels(map).sort((a, b) => a.y - b.y);
			count += pieces.length;
			for (const [at, one] of pieces.entries())
				for (let next = at + 1; next < pieces.length && pieces[next]!.y < one.y + LANE; next++) {
					const other = pieces[next]!;
					const isTied = one.line.to === other.line.to || one.line.from === other.line.from;
					if (!isTied && Math.min(one.to, other.to) - Math.max(one.from, other.from) > 20) faults++;
				}
		}
		expect(faults / count).toBeLessThan(1 / 100);
	});
});

test('[L22] lanes keep apart what runs at the same time, and give way to what came first', () => {
	const lanes = new Lanes();
	const free = lanesBetween(1, 13);
	expect(free).toEqual([4, 8, 12]);
	expect(lanesBetween(-1, -13)).toEqual([-4, -8, -12]);
	expect(lanes.take(free, 0, 100)).toBe(4);
	expect(lanes.take(free, 50, 150)).toBe(8);
	expect(lanes.take(free, 120, 200)).toBe(4);
	expect(lanes.take(free, 90, 130)).toBe(12);
	expect(lanes.take(free, 90, 130)).toBe(12);
	expect(lanes.take(free, 90, 130, 4)).toBe(4);
});
