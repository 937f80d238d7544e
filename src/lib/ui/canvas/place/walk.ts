import type { Id } from '#lib/core/model/item.ts';

export type Direction = 'up' | 'down' | 'left' | 'right';

/** Where something that can be selected lies, in map units. */
export interface Place {
	readonly id: Id;
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

/**
 * Where an arrow key leads from `here`: to what is tied to it if that lies in this direction, else to the nearest
 * of `all` that does. `linked` is in the author's order: down leads to the first reason, not to the nearest.
 * `null` where nothing lies that way.
 */
export function neighbour(
	here: Place,
	direction: Direction,
	linked: readonly Place[],
	all: Iterable<Place>
): Id | null {
	const isAhead = (place: Place) => place.id !== here.id && ahead(here, place, direction) > 0;
	const tied = linked.filter((place) => isAhead(place) && isMainly(here, place, direction));
	if (direction === 'down' && tied.length > 0) return tied[0]!.id;
	return (nearest(here, tied, direction) ?? nearest(here, filtered(all, isAhead), direction))?.id ?? null;
}

/** Of `places` the one whose middle is nearest to that of `here`; `null` of none. */
export function nearestTo(here: Place, places: Iterable<Place>): Id | null {
	let best: Id | null = null;
	let least = Infinity;
	for (const place of places) {
		const way = Math.hypot(...offset(here, place));
		if (way < least) [best, least] = [place.id, way];
	}
	return best;
}

/** How far the middle of `place` lies in this direction, beyond the near edge of `here`. */
function ahead(here: Place, place: Place, direction: Direction): number {
	const [dx, dy] = offset(here, place);
	const along = direction === 'left' ? -dx : direction === 'right' ? dx : direction === 'up' ? -dy : dy;
	const reach = direction === 'left' || direction === 'right' ? here.width : here.height;
	return along - reach / 2;
}

/** Upwards and downwards any link counts; sideways only what lies beside rather than above or below. */
function isMainly(here: Place, place: Place, direction: Direction): boolean {
	if (direction === 'up' || direction === 'down') return true;
	return place.y < here.y + here.height && here.y < place.y + place.height;
}

/** The place with the least way to go, where going astray counts double. */
function nearest(here: Place, places: Iterable<Place>, direction: Direction): Place | null {
	let best: Place | null = null;
	let least = Infinity;
	for (const place of places) {
		const [dx, dy] = gap(here, place);
		const isSideways = direction === 'left' || direction === 'right';
		const way = isSideways ? dx + 2 * dy : dy + 2 * dx;
		if (way < least) [best, least] = [place, way];
	}
	return best;
}

function offset(a: Place, b: Place): [number, number] {
	return [b.x + b.width / 2 - a.x - a.width / 2, b.y + b.height / 2 - a.y - a.height / 2];
}

function gap(a: Place, b: Place): [number, number] {
	return [
		Math.max(b.x - a.x - a.width, a.x - b.x - b.width, 0),
		Math.max(b.y - a.y - a.height, a.y - b.y - b.height, 0)
	];
}

function* filtered(places: Iterable<Place>, test: (place: Place) => boolean): Generator<Place> {
	for (const place of places) if (test(place)) yield place;
}
