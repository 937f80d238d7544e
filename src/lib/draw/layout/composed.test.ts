import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apply } from '#lib/core/edit/apply.ts';
import { crossings, ours, overlaps } from '#tests/support/beside.ts';
import { adding, debate as debateOf } from '#tests/support/debates.ts';
import { grown } from '#tests/support/grown.ts';
import type { Node } from '../forest/node.ts';
import { meets } from '../lines/tiles.ts';
import { Composition } from './composition.ts';
import { layout } from './layout.ts';
import type { Layout } from './types.ts';

/** Many maps are laid out; a busy machine may take its time. */
const PATIENCE = 60_000;

/** Many joined premises, of which many are objected to as well. */
const anyKnot = fc.record({
	claims: fc.oneof(
		{ weight: 9, arbitrary: fc.integer({ min: 60, max: 400 }) },
		fc.integer({ min: 60, max: 2_000 })
	),
	seed: fc.nat(1e6),
	depth: fc.double({ min: 0, max: 0.6, noNaN: true }),
	links: fc.constantFrom(0, 0.03, 0.1),
	joints: fc.constant(0.4),
	undercuts: fc.constant(0.2)
});
const anyRatio = fc.constantFrom(0.7, 1, 1.6);

test('[L16] premises with wide branches stand in columns, so that a map of many joints keeps its proportion', () => {
	const { width, height } = layout(
		grown({ claims: 120, seed: 5, links: 0, joints: 0.8, undercuts: 0 })
	).bounds!;
	expect(width / height).toBeGreaterThan(0.5);
	expect(width / height).toBeLessThan(3);
});

test(
	'[L16] so does a map of many steps that are objected to',
	() => {
		fc.assert(
			fc.property(anyKnot, anyRatio, (growth, ratio) => {
				const { width, height } = layout(grown(growth), { ratio }).bounds!;
				expect(width / height).toBeGreaterThan(0.5);
				expect(width / height).toBeLessThan(3);
			}),
			{ numRuns: 60 }
		);
	},
	PATIENCE
);

test('[L17] links that turn together do not cross each other', () => {
	// With the lanes in the other order there are some 520.
	expect(crossings(ours(layout(grown({ claims: 1_000, seed: 9 }))))).toBeLessThan(400);
});

/** Links ran through the roots that stand on top. */
const ROOTS_IN_ROWS = { claims: 109, seed: 43, roots: 4, joints: 0, undercuts: 0.2, links: 0.1 };

test(
	'[L60] families on shelves keep their order and touch neither each other nor a line',
	() => {
		const anyGrowth = fc.record({
			claims: fc.integer({ min: 30, max: 150 }),
			seed: fc.nat(1e6),
			roots: fc.integer({ min: 1, max: 9 }),
			joints: fc.constantFrom(0, 0.4),
			undercuts: fc.constantFrom(0, 0.2),
			links: fc.constantFrom(0, 0.1, 0.3),
			depth: fc.constantFrom(0, 0.5, 0.9)
		});
		let shelved = 0;
		fc.assert(
			fc.property(anyGrowth, anyRatio, fc.constantFrom('down', 'right'), (growth, ratio, direction) => {
				const debate = grown(growth);
				const plan = layout(debate, { ratio, direction });
				expect(overlaps(ours(plan))).toBe(0);
				expect(met(plan)).toEqual([]);
				if (direction === 'right') return;
				const composition = new Composition(debate, PURPOSE, { ratio, folded: new Set() }, null);
				const boxOf = (node: Node) => composition.boxOf(node);
				const heads = [...composition.forest.nodes.values()].filter(({ place }) => place.form!.shelves);
				shelved += heads.length;
				for (const { place } of heads) {
					const boxes = place.family.map((child) => boxOf(child));
					for (let at = 1; at < boxes.length; at++) {
						const [before, box] = [boxes[at - 1]!, boxes[at]!];
						if (place.form!.shelves!.includes(at)) expect(box.y).toBeGreaterThan(before.y + before.height);
						else expect(box.x).toBeGreaterThan(before.x + before.width);
					}
				}
			}),
			{ numRuns: 60, examples: [[ROOTS_IN_ROWS, 0.7, 'down']] }
		);
		expect(shelved).toBeGreaterThan(20);
	},
	PATIENCE
);

test('[L60] an objection that stands right below the end of its line has a line', () => {
	const growth = { claims: 11, seed: 775851, links: 0.1, joints: 0.15, undercuts: 0.15, depth: 0 };
	const { lines } = layout(grown(growth), { ratio: 0.7, folded: new Set(['c2']) });
	expect(lines.filter(({ points }) => points.length < 2)).toEqual([]);
});

test('[L60] links between roots on shelves run above the first ones, not through them', () => {
	const growth = { claims: 19, seed: 90736, links: 0.15961627452634278, joints: 0.15, undercuts: 0.15 };
	expect(met(layout(grown({ ...growth, depth: 0, roots: 3 }), { ratio: 0.7 }))).toEqual([]);
});

test(
	'[L61] the bounds of a map hold all of its lines',
	() => {
		fc.assert(
			fc.property(anyKnot, anyRatio, (growth, ratio) => {
				const { bounds, lines } = layout(grown({ ...growth, claims: growth.claims >> 2 }), { ratio });
				const { x, y, width, height } = bounds!;
				for (const { key, points } of lines)
					for (const point of points) {
						expect([point.x >= x, point.x <= x + width], key).toEqual([true, true]);
						expect([point.y >= y, point.y <= y + height], key).toEqual([true, true]);
					}
			}),
			{ numRuns: 60 }
		);
	},
	PATIENCE
);

const PURPOSE = { root: null, most: Infinity, text: 1, isTurned: false };

/** Lines that meet a card on their way. */
function met({ lines, cards }: Layout): string[] {
	const boxes = [...cards.values()];
	return lines.flatMap(({ key, points }) =>
		points
			.slice(1)
			.flatMap((end, at) =>
				boxes.filter((box) => meets(points[at]!, end, box)).map(({ id }) => `${key} meets ${id}`)
			)
	);
}

test('[L62] a small branch stands beside the neck of a wide one, unless links need the room', () => {
	const words = ['root', 'a', 'b', 'c', 'b1', 'w', 'x', 'y', 'z', 'a>root', 'b>root', 'c>root', 'b1>b'];
	const debate = debateOf(...words, 'w>b1', 'x>b1', 'y>b1', 'z>b1');
	const wish = { ratio: 3 };
	const isInside = ({ cards }: Layout) => {
		const [first, last, a, c] = ['w', 'z', 'a', 'c'].map((id) => cards.get(id)!);
		return a!.x >= first!.x && c!.x + c!.width <= last!.x + last!.width;
	};
	const before = layout(debate, wish);
	expect(isInside(before)).toBe(true);
	const done = apply(debate, [adding('link:c-b')]);
	const plan = layout(debate, { ...wish, before, touched: done.ok ? done.value.touched : new Set() });
	expect(isInside(plan)).toBe(false);
	expect(met(plan)).toEqual([]);
});
