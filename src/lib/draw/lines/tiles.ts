import type { Point } from '#lib/core/model/item.ts';
import type { Box } from '../layout/types.ts';

const SIDE = 256;
/** Rows are counted up to this in one column; beyond, tiles share a number, and more is looked at than need be. */
const ROWS = 2 ** 22;

/** Which boxes are near a place, without asking all. */
export class Tiles {
	readonly boxes: readonly Box[];
	readonly #tiles = new Map<number, Box[]>();

	constructor(boxes: readonly Box[]) {
		this.boxes = boxes;
		for (const box of boxes)
			for (const key of keys(
				spanOf({ x: box.x, y: box.y }, { x: box.x + box.width, y: box.y + box.height })
			)) {
				const known = this.#tiles.get(key);
				if (known) known.push(box);
				else this.#tiles.set(key, [box]);
			}
	}

	/** The boxes that a way of level and upright pieces passes through; some more than once. */
	met(points: readonly Point[]): Box[] {
		return points.slice(1).flatMap((end, at) => {
			const start = points[at]!;
			return this.#along(start, end).filter((box) => meets(start, end, box));
		});
	}

	/** Boxes that a straight line may meet. */
	#along(a: Point, b: Point): readonly Box[] {
		const span = spanOf(a, b);
		const count = (span.right - span.left + 1) * (span.bottom - span.top + 1);
		// A line to a card that is pinned far away spans more tiles than there are boxes.
		if (count > this.boxes.length) return this.boxes;
		return [...keys(span)].flatMap((key) => this.#tiles.get(key) ?? []);
	}
}

/** So far a line may lie within the edge of a box: sums of broken numbers, as pins may be, are not exact. */
const EDGE = 0.1;

/** Whether a level or upright line passes through the inside of a box. */
export function meets(a: Point, b: Point, { x, y, width, height }: Box): boolean {
	return (
		Math.min(a.x, b.x) < x + width - EDGE &&
		Math.max(a.x, b.x) > x + EDGE &&
		Math.min(a.y, b.y) < y + height - EDGE &&
		Math.max(a.y, b.y) > y + EDGE
	);
}

interface Span {
	readonly left: number;
	readonly top: number;
	readonly right: number;
	readonly bottom: number;
}

function spanOf(a: Point, b: Point): Span {
	return {
		left: Math.floor(Math.min(a.x, b.x) / SIDE),
		top: Math.floor(Math.min(a.y, b.y) / SIDE),
		right: Math.floor(Math.max(a.x, b.x) / SIDE),
		bottom: Math.floor(Math.max(a.y, b.y) / SIDE)
	};
}

function* keys({ left, top, right, bottom }: Span): Generator<number> {
	for (let column = left; column <= right; column++)
		for (let row = top; row <= bottom; row++) yield column * ROWS + row;
}
