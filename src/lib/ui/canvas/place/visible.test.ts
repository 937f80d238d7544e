import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fit, reveal, zoomed, ZOOM, type Shot } from './camera.ts';
import { Grid, sameTiles, tilesOf } from './visible.ts';

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
		fc.property(fc.array(anyPlace, { maxLength: 40 }), anyShot, (places, shot) => {
			const drawn = new Grid(places).within(tilesOf(shot, size));
			expect(places.filter((place) => isShown(place, shot)).every(({ id }) => drawn.has(id))).toBe(true);
		})
	);
});

test('[K4] what is far away is not drawn, and a small move draws nothing anew', () => {
	const grid = new Grid([{ id: 'far', x: 50_000, y: 0, width: 240, height: 80 }]);
	expect(grid.within(tilesOf({ x: 0, y: 0, zoom: 1 }, size)).size).toBe(0);
	expect(sameTiles(tilesOf({ x: -60, y: 0, zoom: 1 }, size), tilesOf({ x: -61, y: 0, zoom: 1 }, size))).toBe(
		true
	);
});

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
