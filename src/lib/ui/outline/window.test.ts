import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MARGIN, pageOf, scrolledTo, windowOf } from './window.ts';

const anySight = fc.record({
	top: fc.nat(3_000_000),
	height: fc.nat(2_000),
	rowHeight: fc.integer({ min: 20, max: 160 })
});

test('[O4] what is in view is on the page, and what has the focus, in order and once', () => {
	fc.assert(
		fc.property(
			fc.nat(60_000),
			anySight,
			fc.array(fc.nat(60_000), { maxLength: 2 }),
			(count, sight, kept) => {
				const shown = windowOf(count, sight, kept);
				const { top, height, rowHeight } = sight;
				expect(shown).toEqual([...new Set(shown)].sort((a, b) => a - b));
				for (const at of shown) expect(at).toBeLessThan(count);
				for (const at of kept) expect(shown.includes(at)).toBe(at < count);
				const set = new Set(shown);
				for (let at = Math.floor(top / rowHeight); at * rowHeight < top + height && at < count; at++)
					expect(set.has(at)).toBe(true);
			}
		)
	);
});

test('[O4] there are never many, however many rows there are', () => {
	fc.assert(
		fc.property(fc.nat(60_000), anySight, fc.nat(60_000), (count, sight, kept) => {
			const most = Math.ceil(sight.height / sight.rowHeight) + 2 * MARGIN + 2;
			expect(windowOf(count, sight, [kept]).length).toBeLessThanOrEqual(most);
		})
	);
});

test('[O5] a row that is gone to is wholly in view, or begins where the view begins; what is in view stays', () => {
	fc.assert(
		fc.property(fc.nat(60_000), anySight, (at, sight) => {
			const { height, rowHeight } = sight;
			const top = scrolledTo(at, sight, 8);
			if (height >= rowHeight + 16) {
				expect(top).toBeLessThanOrEqual(at * rowHeight + 16);
				expect(top + height).toBeGreaterThanOrEqual((at + 1) * rowHeight);
			}
			expect(scrolledTo(at, { ...sight, top: at * rowHeight - 1 }, 8)).toBeGreaterThanOrEqual(
				at * rowHeight - height
			);
		})
	);
	expect(scrolledTo(3, { top: 40, height: 400, rowHeight: 40 }, 8)).toBe(40);
	expect(scrolledTo(0, { top: 40, height: 400, rowHeight: 40 }, 8)).toBe(0);
	expect(scrolledTo(20, { top: 40, height: 400, rowHeight: 40 }, 8)).toBe(456);
});

test('[O5] a page is what fits, but for one row, and at least one', () => {
	expect(pageOf({ top: 0, height: 852, rowHeight: 44 })).toBe(18);
	expect(pageOf({ top: 0, height: 30, rowHeight: 44 })).toBe(1);
});
