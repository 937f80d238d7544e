import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Debate } from '#lib/core/model/debate.ts';
import type { Point } from '#lib/core/model/item.ts';
import { faults } from '#tests/support/faults.ts';
import { grown, type Growth } from '#tests/support/grown.ts';
import { detour } from '../lines/detour.ts';
import { Tiles } from '../lines/tiles.ts';
import { layout } from './layout.ts';
import { DIRECTIONS, type Box } from './types.ts';

/** A debate of which some claims are pinned. */
function pinned(growth: Growth, pins: readonly (readonly [number, Point])[]): Debate {
	const debate = grown(growth);
	for (const [at, pin] of pins) {
		const item = debate.get(`c${at % growth.claims}`);
		if (item?.kind === 'claim') debate.set({ ...item, pin });
	}
	return debate;
}

const anyGrowth = fc.record({
	claims: fc.integer({ min: 4, max: 40 }),
	seed: fc.nat(1e6),
	links: fc.constantFrom(0.1, 0.3),
	joints: fc.constantFrom(0.15, 0.4),
	undercuts: fc.constant(0.15)
});
const anyPin = fc.tuple(
	fc.nat(60),
	fc.record({ x: fc.integer({ min: -600, max: 1500 }), y: fc.integer({ min: -300, max: 1200 }) })
);

test('[L8] wherever cards are pinned, cards are apart, lines off them, and ends of lines at what they tie', () => {
	const options = fc.record({ direction: fc.constantFrom(...DIRECTIONS), text: fc.constantFrom(1, 1.3, 2) });
	fc.assert(
		fc.property(anyGrowth, fc.array(anyPin, { maxLength: 3 }), options, (growth, pins, wish) => {
			expect(faults(layout(pinned(growth, pins), wish))).toEqual([]);
		})
	);
});

test('[L8] a link keeps off its own ends where a pin has parted them from their lane', () => {
	const growth = { claims: 49, seed: 968622, links: 0.23614111216738823, joints: 0.2582083499524743 };
	const debate = pinned({ ...growth, undercuts: 0.15, depth: 0 }, [[5, { x: 1336, y: 0 }]]);
	expect(faults(layout(debate, { direction: 'right', text: 2, ratio: 0.7 }))).toEqual([]);
});

test('[L8] a line that goes around what is near meets nothing further away', () => {
	const [from, to] = [box(0, 0, 100, 100), box(0, 1000, 100, 100)];
	const wall = box(-2000, 500, 4000, 100);
	const beyond = [box(1990, 0, 60, 490), box(-2050, 0, 60, 490)];
	const tiles = new Tiles([from, to, wall, ...beyond]);
	expect(tiles.met(detour(from, to, tiles)!)).toEqual([]);
});

function box(x: number, y: number, width: number, height: number): Box {
	return { x, y, width, height };
}
