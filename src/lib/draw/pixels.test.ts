import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BOUNDS, isWithin, largestScale, pixelsOf } from './pixels.ts';

const anySize = fc.record({
	width: fc.integer({ min: 64, max: 200_000 }),
	height: fc.integer({ min: 64, max: 200_000 })
});

test('[L34] the largest scale that fits does fit, and the next one does not', () => {
	fc.assert(
		fc.property(anySize, fc.constantFrom(1_000_000, 64_000_000), (size, most) => {
			const scale = largestScale(size, most);
			if (scale !== null) expect(isWithin(pixelsOf(size, { scale }), most)).toBe(true);
			const next = { scale: (scale ?? 0) + 0.02 };
			if (next.scale < BOUNDS.scale.most) expect(isWithin(pixelsOf(size, next), most)).toBe(false);
		})
	);
});

test('[L34] a width in pixels is met exactly, and the height follows', () => {
	expect(pixelsOf({ width: 800, height: 600 }, { width: 400 })).toEqual({
		width: 400,
		height: 300,
		scale: 0.5
	});
	expect(pixelsOf({ width: 801, height: 600 }, { scale: 2 })).toEqual({
		width: 1602,
		height: 1200,
		scale: 2
	});
});

test('[L34] where nothing would be left of the shorter side, nothing fits', () => {
	expect(isWithin(pixelsOf({ width: 5000, height: 64 }, { width: 16 }), 1_000_000)).toBe(false);
	expect(largestScale({ width: 10_000_000, height: 64 }, 1_000_000)).toBe(null);
});
