import type { Point } from '#lib/core/model/item.ts';
import type { Node } from '../forest/node.ts';
import type { Box } from '../layout/types.ts';
import { detour } from './detour.ts';
import type { Ground } from './ground.ts';
import { DrawnLine, type Course } from './line.ts';
import { Tiles } from './tiles.ts';

/** A way around cards, and between which boxes it was found. */
interface Detour {
	readonly from: Box;
	readonly to: Box;
	readonly points: readonly Point[];
}

/** Ways around cards, kept as long as nothing comes into them. */
export type Detours = Map<string, Detour>;

/**
 * Lines where cards are pinned: those of `lines` that meet a card on their way, and those of `astray`, which no family
 * keeps a channel for, go around what is in their way.
 */
export function around(
	ground: Ground,
	nodes: readonly Node[],
	lines: readonly DrawnLine[],
	astray: readonly Course[],
	known: Detours
): DrawnLine[] {
	const boxes = new Map(nodes.map((node) => [node.id, ground.boxOf(node)]));
	const tiles = new Tiles([...boxes.values()]);
	// The ends of a line are in its way too, where room that was made for a pin has moved them off their lane.
	const isClear = (points: readonly Point[]) => tiles.met(points).length === 0;
	const used: Detours = new Map();
	const redrawn = (course: Course, points: readonly Point[] | null): DrawnLine => {
		const [from, to] = [boxes.get(course.from)!, boxes.get(course.to)!];
		const key = `${course.relation} ${course.from} ${course.to}`;
		const before = known.get(key);
		const isAgain = before && isSame(before.from, from) && isSame(before.to, to);
		if (isAgain && isClear(before.points)) used.set(key, before);
		else {
			const way = detour(from, to, tiles) ?? points ?? [middle(from), middle(to)];
			used.set(key, { from, to, points: way });
		}
		return lineOf(course, used.get(key)!.points);
	};
	const drawn = [
		...lines.map((line) => (isClear(line.points) ? line : redrawn(line, line.points))),
		...astray.map((course) => redrawn(course, null))
	];
	known.clear();
	for (const [key, one] of used) known.set(key, one);
	return drawn;
}

function isSame(a: Box, b: Box): boolean {
	return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}

export function lineOf(course: Course, points: readonly Point[]): DrawnLine {
	return new DrawnLine(course, points, course.part === 'premise' ? null : wordPlace(points));
}

/** The middle of the longest level piece of a line, where its word has room; else of the longest piece. */
export function wordPlace(points: readonly Point[]): Point {
	let [most, place] = [-1, points[0]!];
	for (const [at, { x, y }] of points.entries()) {
		const next = points[at + 1];
		if (!next) break;
		const length = next.y === y ? 1e6 + Math.abs(next.x - x) : Math.abs(next.y - y);
		if (length <= most || (next.y === y && Math.abs(next.x - x) < 60)) continue;
		[most, place] = [length, { x: (x + next.x) / 2, y: (y + next.y) / 2 }];
	}
	return place;
}

function middle({ x, y, width, height }: Box): Point {
	return { x: x + width / 2, y: y + height / 2 };
}
