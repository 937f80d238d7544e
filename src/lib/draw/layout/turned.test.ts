import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Id, Point } from '#lib/core/model/item.ts';
import { widthOf } from '../text/measure.ts';
import { WORDS } from '#tests/support/pictures/words.ts';
import { debate as debateOf } from '#tests/support/debates.ts';
import { anyDebate } from '#tests/support/edits.ts';
import { grown } from '#tests/support/grown.ts';
import { layout } from './layout.ts';
import type { Box, Layout } from './types.ts';

const right = { direction: 'right' } as const;

function boxes({ cards, joints }: Layout): (Box & { id: Id })[] {
	return [...cards.values(), ...joints.values()];
}

/** How far into `b` the box `a` reaches; 0 where they are apart. */
function overlap(a: Box, b: Box): number {
	const x = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
	const y = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
	return x > 0 && y > 0 ? Math.min(x, y) : 0;
}

function around(a: Point, b: Point): Box {
	const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
	return { x, y, width: Math.abs(a.x - b.x) + 0.01, height: Math.abs(a.y - b.y) + 0.01 };
}

function touches({ x, y }: Point, box: Box): boolean {
	return overlap({ x: x - 0.6, y: y - 0.6, width: 1.2, height: 1.2 }, box) > 0;
}

/** What of a map from left to right is not as it should be. */
function faults(plan: Layout): string[] {
	const all = boxes(plan);
	const cards = [...plan.cards.values()];
	const found: string[] = [];
	for (const [at, one] of all.entries())
		for (const other of all.slice(at + 1))
			if (overlap(one, other) > 0) found.push(`${one.id} lies on ${other.id}`);
	for (const { key, points } of plan.lines) {
		for (const [at, point] of points.slice(1).entries())
			for (const card of cards)
				if (overlap(around(points[at]!, point), inner(card)) > 0) found.push(`${key} meets ${card.id}`);
		for (const end of [points[0]!, points.at(-1)!])
			if (!all.some((box) => touches(end, box))) found.push(`${key} ends nowhere`);
	}
	return found;
}

function inner({ x, y, width, height }: Box): Box {
	return { x: x + 0.5, y: y + 0.5, width: width - 1, height: height - 1 };
}

describe('from left to right', () => {
	test('[L38] any debate keeps its cards apart, its lines off them, and its ends at them', () => {
		fc.assert(
			fc.property(anyDebate, (debate) => {
				const plan = layout(debate, right);
				expect(faults(plan)).toEqual([]);
				expect([...plan.cards.keys()].toSorted()).toEqual([...layout(debate).cards.keys()].toSorted());
			})
		);
	});

	test('[L38] reasons stand at the right of what they bear on, as large as ever, in order from top to bottom', () => {
		const { cards } = layout(debateOf('a', 'b', 'c', 'd', 'b>a', 'c>a', 'd-b'), right);
		const box = (id: Id): Box => cards.get(id)!;
		const [a, b, c, d] = [box('a'), box('b'), box('c'), box('d')];
		expect(a.width).toBe(320);
		expect(b.x).toBeGreaterThanOrEqual(a.x + a.width);
		expect(d.x).toBeGreaterThanOrEqual(b.x + b.width);
		expect(c.y > b.y || c.x > b.x).toBe(true);
	});

	test('[L38] the words of lines lie on no card', () => {
		for (const seed of [1, 2, 3]) {
			const plan = layout(grown({ claims: 60, seed, links: 0, undercuts: 0.1 }), right);
			const words = plan.lines.flatMap(({ label, sense, key }) => {
				const width = widthOf(WORDS.sense[sense], { size: 12, weight: 600 });
				return label ? [{ key, x: label.x - width / 2, y: label.y - 6, width, height: 12 }] : [];
			});
			const covered = words.filter((word) =>
				[...plan.cards.values()].some((card) => overlap(word, card) > 2)
			);
			expect(covered.map(({ key }) => key)).toEqual([]);
		}
	});
});
