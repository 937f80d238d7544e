import type { Point } from '#lib/core/model/item.ts';
import type { Place } from './walk.ts';

/**
 * What of the map is on screen: a map point p is shown at p * zoom + (x, y), in pixels of the map's element. At
 * `life` size the zoom is that of the reader's text: 1 for 100 %.
 */
export interface Shot {
	readonly x: number;
	readonly y: number;
	readonly zoom: number;
}

export interface Size {
	readonly width: number;
	readonly height: number;
}

/** The farthest of all, from where on words are read, and how many times life size at most. */
export const ZOOM = { least: 0.02, legible: 0.5, most: 2 } as const;

const EDGE = 24;
/** What lies at the lower edge, such as the zoom, covers nothing that is brought into view: it is as high as its words. */
const FOOT = { least: 40, words: 32 } as const;

function foot(life: number): number {
	return FOOT.least + FOOT.words * life;
}

/** The nearest shot that shows the whole of `place`, or its beginning where it is larger than the screen. */
export function reveal(shot: Shot, size: Size, place: Omit<Place, 'id'>, life: number): Shot {
	const { zoom } = shot;
	return {
		zoom,
		x: shot.x + shift(place.x * zoom + shot.x, place.width * zoom, size.width),
		y: shot.y + shift(place.y * zoom + shot.y, place.height * zoom, size.height, foot(life))
	};
}

/** How far to move what begins at `start` on screen so that it lies between the edges, which make room for what needs it. */
function shift(start: number, length: number, room: number, below?: number): number {
	const edge = length > room ? EDGE : Math.min(EDGE, (room - length) / 2);
	const end = below ?? edge;
	const isOutside = start < edge || start > room - end;
	if (start < edge || length > room - edge - end) return isOutside ? edge - start : 0;
	const over = start + length - (room - end);
	return over > 0 ? -over : 0;
}

/** The shot that shows all of `bounds`, no larger than life, clear of what lies at the lower edge. */
export function fit(size: Size, bounds: Omit<Place, 'id'>, life: number): Shot {
	const wide = (size.width - 2 * EDGE) / Math.max(bounds.width, 1);
	const high = (size.height - EDGE - foot(life)) / Math.max(bounds.height, 1);
	const zoom = Math.min(Math.max(Math.min(wide, high), ZOOM.least), life);
	return {
		zoom,
		x: (size.width - bounds.width * zoom) / 2 - bounds.x * zoom,
		y: (size.height + EDGE - foot(life) - bounds.height * zoom) / 2 - bounds.y * zoom
	};
}

/**
 * The shot at life size with the top of `place` near the upper edge. In the middle is the whole if it fits, else
 * `place`, or its beginning where it is wider than the screen, but no side is left empty while the other has more to show.
 */
export function open(size: Size, place: Omit<Place, 'id'>, whole: Omit<Place, 'id'>, life: number): Shot {
	const y = 2 * EDGE - place.y * life;
	if (place.width * life > size.width) return { zoom: life, x: EDGE - place.x * life, y };
	const isWhole = whole.width * life + 2 * EDGE <= size.width;
	const x = closeUp(size, isWhole ? whole : place, life).x;
	const [most, least] = [EDGE - whole.x * life, size.width - EDGE - (whole.x + whole.width) * life];
	return { zoom: life, x: isWhole ? x : Math.max(Math.min(x, most), least), y };
}

/** The shot with `place` in the middle. */
export function closeUp(size: Size, { x, y, width, height }: Omit<Place, 'id'>, zoom: number): Shot {
	return { zoom, x: size.width / 2 - (x + width / 2) * zoom, y: size.height / 2 - (y + height / 2) * zoom };
}

/** The shot in which what was at `from` begins on screen where it did, at `to`, and all is so many times as large. */
export function kept({ x, y, zoom }: Shot, from: Point, to: Point, times: number): Shot {
	const larger = zoom * times;
	return { zoom: larger, x: x + from.x * zoom - to.x * larger, y: y + from.y * zoom - to.y * larger };
}

/** The same middle of the screen at another zoom, within bounds. */
export function zoomed(shot: Shot, size: Size, zoom: number, life: number): Shot {
	const to = Math.min(Math.max(zoom, ZOOM.least), ZOOM.most * life);
	const [x, y] = [size.width / 2, size.height / 2];
	return {
		zoom: to,
		x: x - ((x - shot.x) / shot.zoom) * to,
		y: y - ((y - shot.y) / shot.zoom) * to
	};
}
