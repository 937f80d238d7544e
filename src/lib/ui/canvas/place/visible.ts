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

/** What spans more tiles than this is asked about by itself: a line to a card that is pinned far away spans millions. */
const WIDE = 64;

/** Where things lie, so that those in a range of tiles are found without asking all. */
export class Grid {
	readonly #tiles = new Map<string, Id[]>();
	readonly #wide: { readonly id: Id; readonly span: Tiles }[] = [];

	constructor(places: Iterable<Place>) {
		for (const place of places) {
			const span = spanOf(place);
			if ((span.right - span.left + 1) * (span.bottom - span.top + 1) > WIDE) {
				this.#wide.push({ id: place.id, span });
				continue;
			}
			for (const key of keysOf(span)) {
				const known = this.#tiles.get(key);
				if (known) known.push(place.id);
				else this.#tiles.set(key, [place.id]);
			}
		}
	}

	/** Everything that touches these tiles, each once. */
	within(tiles: Tiles): Set<Id> {
		const found = new Set<Id>();
		for (const key of keysOf(tiles)) for (const id of this.#tiles.get(key) ?? []) found.add(id);
		for (const { id, span } of this.#wide) if (meet(span, tiles)) found.add(id);
		return found;
	}
}

function meet(a: Tiles, b: Tiles): boolean {
	return a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom;
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
