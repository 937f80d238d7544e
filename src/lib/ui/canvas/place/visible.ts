import type { Id } from '#lib/core/model/item.ts';
import type { Shot, Size } from './camera.ts';
import type { Place } from './walk.ts';

const TILE = 512;

/** A range of tiles of the map, ends included. */
export interface Tiles {
	readonly left: number;
	readonly right: number;
	readonly top: number;
	readonly bottom: number;
}

/** The tiles that a shot shows, and one row around them, so that what comes into view is there already. */
export function tilesOf({ x, y, zoom }: Shot, size: Size): Tiles {
	return {
		left: Math.floor(-x / zoom / TILE - 0.5),
		right: Math.floor((size.width - x) / zoom / TILE + 0.5),
		top: Math.floor(-y / zoom / TILE - 0.5),
		bottom: Math.floor((size.height - y) / zoom / TILE + 0.5)
	};
}

export function sameTiles(a: Tiles, b: Tiles): boolean {
	return a.left === b.left && a.right === b.right && a.top === b.top && a.bottom === b.bottom;
}

/** Where things lie, so that those in a range of tiles are found without asking all. */
export class Grid {
	readonly #tiles = new Map<string, Id[]>();

	constructor(places: Iterable<Place>) {
		for (const place of places)
			for (const key of keysOf(spanOf(place))) {
				const known = this.#tiles.get(key);
				if (known) known.push(place.id);
				else this.#tiles.set(key, [place.id]);
			}
	}

	/** Everything that touches these tiles, each once. */
	within(tiles: Tiles): Set<Id> {
		const found = new Set<Id>();
		for (const key of keysOf(tiles)) for (const id of this.#tiles.get(key) ?? []) found.add(id);
		return found;
	}
}

function spanOf({ x, y, width, height }: Place): Tiles {
	return {
		left: Math.floor(x / TILE),
		right: Math.floor((x + width) / TILE),
		top: Math.floor(y / TILE),
		bottom: Math.floor((y + height) / TILE)
	};
}

function* keysOf({ left, right, top, bottom }: Tiles): Generator<string> {
	for (let column = left; column <= right; column++)
		for (let row = top; row <= bottom; row++) yield `${column},${row}`;
}
