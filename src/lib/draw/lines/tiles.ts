import type { Point } from '#lib/core/model/item.ts';
import type { Box } from '../layout/types.ts';

const SIDE = 256;

/** Which boxes are near a place, without asking all. */
export class Tiles {
	readonly #tiles = new Map<string, number[]>();

	constructor(boxes: readonly Box[]) {
		for (const [index, { x, y, width, height }] of boxes.entries())
			for (const key of keys(x, y, x + width, y + height)) {
				const known = this.#tiles.get(key);
				if (known) known.push(index);
				else this.#tiles.set(key, [index]);
			}
	}

	/** Boxes that a straight line may meet; some more than once. */
	along(a: Point, b: Point): number[] {
		const area = [Math.min(a.x, b.x), Math.min(a.y, b.y), Math.max(a.x, b.x), Math.max(a.y, b.y)] as const;
		return keys(...area).flatMap((key) => this.#tiles.get(key) ?? []);
	}
}

/** Whether a level or upright line passes through the inside of a box. */
export function meets(a: Point, b: Point, { x, y, width, height }: Box): boolean {
	return (
		Math.min(a.x, b.x) < x + width - 0.5 &&
		Math.max(a.x, b.x) > x + 0.5 &&
		Math.min(a.y, b.y) < y + height - 0.5 &&
		Math.max(a.y, b.y) > y + 0.5
	);
}

function keys(left: number, top: number, right: number, bottom: number): string[] {
	const found: string[] = [];
	for (let column = Math.floor(left / SIDE); column <= Math.floor(right / SIDE); column++)
		for (let row = Math.floor(top / SIDE); row <= Math.floor(bottom / SIDE); row++)
			found.push(`${column},${row}`);
	return found;
}
