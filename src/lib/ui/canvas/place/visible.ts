import type { Box } from '#lib/draw/layout/types.ts';
import type { Shot, Size } from './camera.ts';

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

/** What these tiles cover of the map. */
export function areaOf({ left, right, top, bottom }: Tiles): Box {
	return {
		x: left * TILE,
		y: top * TILE,
		width: (right - left + 1) * TILE,
		height: (bottom - top + 1) * TILE
	};
}
