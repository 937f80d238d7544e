import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Debate } from '#lib/core/model/debate.ts';
import type { Point } from '#lib/core/model/item.ts';
import { claim, premise, relation } from '#lib/core/model/make.ts';
import { layout as layoutOf } from '#lib/draw/layout/layout.ts';
import { anyDebate } from '#tests/support/edits.ts';
import { grown } from '#tests/support/grown.ts';
import { fit, reveal, zoomed, ZOOM, type Shot } from './camera.ts';
import { Plan } from './plan.ts';
import { sameTiles, tilesOf } from './visible.ts';

const coordinate = fc.oneof(fc.integer({ min: -2000, max: 2000 }), fc.integer({ min: -20_000, max: 20_000 }));
const anyPlace = fc.record({
	id: fc.uuid(),
	x: coordinate,
	y: coordinate,
	width: fc.oneof(fc.constant(240), fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 1e6, max: 2e7 })),
	height: fc.oneof(fc.integer({ min: 1, max: 600 }), fc.constant(2e7))
});
const anyShot: fc.Arbitrary<Shot> = fc.record({
	x: coordinate,
	y: coordinate,
	zoom: fc.double({ min: ZOOM.least, max: ZOOM.most, noNaN: true })
});
const size = { width: 1200, height: 800 };

function isShown(
	place: { x: number; y: number; width: number; height: number },
	{ x, y, zoom }: Shot
): boolean {
	const [left, top] = [place.x * zoom + x, place.y * zoom + y];
	return (
		left < size.width && top < size.height && left + place.width * zoom > 0 && top + place.height * zoom > 0
	);
}

test('[K4] whatever is on screen is among what is drawn', () => {
	fc.assert(
		fc.property(anyDebate, anyShot, (debate, shot) => {
			const layout = layoutOf(debate);
			const plan = new Plan(layout);
			const tiles = tilesOf(shot, size);
			const stops = new Set(plan.stopsWithin(tiles).map(({ id }) => id));
			for (const stop of plan.stops()) if (isShown(stop, shot)) expect(stops).toContain(stop.id);
			const lines = new Set(plan.linesWithin(tiles).map(({ key }) => key));
			for (const { key, points } of layout.lines) if (isCrossed(points, shot)) expect(lines).toContain(key);
		}),
		{ numRuns: 300 }
	);
});

test('[K4] of thousands of lines that run on each other few are drawn', () => {
	const debate = new Debate();
	debate.set(claim({ id: 'c', text: 'Many speak for it' }));
	for (let at = 0; at < 3000; at++) {
		debate.set(claim({ id: `c${at}`, text: `Reason ${at}` }));
		debate.set(relation({ id: `r${at}`, sense: 'support', premises: [premise(`c${at}`)], target: 'c' }));
	}
	const layout = layoutOf(debate);
	const plan = new Plan(layout);
	for (const id of ['c', 'c0', 'c1500', 'c2999']) {
		const { x, y } = plan.cards.get(id)!;
		const near = tilesOf({ x: size.width / 2 - x, y: size.height / 2 - y, zoom: 1 }, size);
		const lines = plan.linesWithin(near);
		expect(lines.length).toBeLessThan(300);
		const shot = { x: size.width / 2 - x, y: size.height / 2 - y, zoom: 1 };
		const drawn = new Set(lines.map(({ key }) => key));
		for (const { key, points } of layout.lines)
			if (isShown({ ...points[0]!, width: 0, height: 0 }, shot)) expect(drawn).toContain(key);
	}
});

test('[K4] what is far away is not drawn, and a small move draws nothing anew', () => {
	const debate = grown({ claims: 400, seed: 3 });
	const plan = new Plan(layoutOf(debate));
	const { x, y } = plan.cards.get('c0')!;
	const near = tilesOf({ x: -x, y: -y, zoom: 1 }, size);
	expect(plan.stopsWithin(near).length).toBeGreaterThan(0);
	expect(plan.stopsWithin(near).length).toBeLessThan(100);
	expect(plan.linesWithin(near).length).toBeLessThan(150);
	const far = tilesOf({ x: -1e6, y: 0, zoom: 1 }, size);
	expect(plan.stopsWithin(far)).toEqual([]);
	expect(plan.linesWithin(far)).toEqual([]);
	expect(sameTiles(tilesOf({ x: -60, y: 0, zoom: 1 }, size), tilesOf({ x: -61, y: 0, zoom: 1 }, size))).toBe(
		true
	);
});

/** Whether some piece of a line, which is level or upright, is on screen. */
function isCrossed(points: readonly Point[], shot: Shot): boolean {
	return points.slice(1).some((to, at) => {
		const from = points[at]!;
		const [x, y] = [Math.min(from.x, to.x), Math.min(from.y, to.y)];
		return isShown({ x, y, width: Math.abs(from.x - to.x), height: Math.abs(from.y - to.y) }, shot);
	});
}

test('[K13] what is brought into view is in view, and stays where it is if it was', () => {
	fc.assert(
		fc.property(anyPlace, anyShot, (place, shot) => {
			const moved = reveal(shot, size, place, 1);
			expect(moved.zoom).toBe(shot.zoom);
			expect(isShown(place, moved)).toBe(true);
			const again = reveal(moved, size, place, 1);
			expect(again.x).toBeCloseTo(moved.x, 4);
			expect(again.y).toBeCloseTo(moved.y, 4);
		})
	);
});

test('[K13] fitting shows everything, no larger than life; zooming keeps the middle', () => {
	const bounds = { x: -500, y: 20, width: 4000, height: 900 };
	const shot = fit(size, bounds, 1);
	expect(shot.zoom).toBeLessThanOrEqual(1);
	expect(bounds.x * shot.zoom + shot.x).toBeGreaterThanOrEqual(0);
	expect((bounds.x + bounds.width) * shot.zoom + shot.x).toBeLessThanOrEqual(size.width);
	const closer = zoomed(shot, size, shot.zoom * 2, 1);
	const middle = (seen: Shot) => (size.width / 2 - seen.x) / seen.zoom;
	expect(middle(closer)).toBeCloseTo(middle(shot), 6);
});
