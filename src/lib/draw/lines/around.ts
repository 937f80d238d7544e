import type { Id, Point } from '#lib/core/model/item.ts';
import type { Node } from '../forest/node.ts';
import type { Box, Line } from '../layout/types.ts';
import { detour } from './detour.ts';
import type { Ground } from './ground.ts';
import { DrawnLine, type Course } from './line.ts';
import { meets, Tiles } from './tiles.ts';

/**
 * Lines where cards are pinned: those of `lines` that meet a card on their way, and those of `astray`, which no family
 * keeps a channel for, go around what is in their way.
 */
export function around(
	ground: Ground,
	nodes: readonly Node[],
	lines: readonly DrawnLine[],
	astray: readonly Course[]
): DrawnLine[] {
	const boxes = nodes.map((node) => ground.boxOf(node));
	const places = new Map(nodes.map(({ id }, at) => [id, at]));
	const tiles = new Tiles(boxes);
	const boxOf = (id: Id) => boxes[places.get(id)!]!;
	const isClear = ({ points, from, to }: Line) => {
		const ends = new Set([places.get(from)!, places.get(to)!]);
		return points
			.slice(1)
			.every((point, at) =>
				tiles
					.along(points[at]!, point)
					.every((index) => ends.has(index) || !meets(points[at]!, point, boxes[index]!))
			);
	};
	const redrawn = (course: Course, points: readonly Point[] | null): DrawnLine => {
		const [from, to] = [boxOf(course.from), boxOf(course.to)];
		return lineOf(course, detour(from, to, boxes) ?? points ?? [middle(from), middle(to)]);
	};
	return [
		...lines.map((line) => (isClear(line) ? line : redrawn(line, line.points))),
		...astray.map((course) => redrawn(course, null))
	];
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
