import type { Id, Point } from '#lib/core/model/item.ts';
import { detour } from './detour.ts';
import type { Forest, Node } from '../layout/forest.ts';
import { DrawnLine, type Course } from './line.ts';
import { courseOf, type Drawing, type InLoop } from './lines.ts';
import { LinkRouter } from './links.ts';
import type { Placed } from '../layout/place.ts';
import { meets, Tiles } from './tiles.ts';
import type { Line } from '../layout/types.ts';

/** All lines: those of families, links, and where pinned cards are in the way, ways around them. */
export function drawn(forest: Forest, placed: Placed, isInLoop: InLoop, families: Iterable<Drawing>): Line[] {
	const router = new LinkRouter(forest, placed);
	const lines: Line[] = [];
	for (const family of families) lines.push(...family.lines);
	const astray: Course[] = [];
	for (const link of forest.links) {
		const course = { ...link, isInLoop: isInLoop(link.from, link.to) };
		const owner = ({ index }: Node) => placed.owner[index];
		if (owner(forest.byId.get(link.from)!) !== owner(forest.byId.get(link.to)!)) astray.push(course);
		else lines.push(lineOf(course, router.route(link)));
	}
	if (!placed.hasPins) return lines;
	for (const node of forest.nodes)
		if (node.parent && placed.owner[node.index] === node)
			astray.push(courseOf(node, node.parent.id, isInLoop(node.id, node.parent.id)));
	return around(forest, placed, lines, astray);
}

function around(
	{ byId }: Forest,
	{ boxes }: Placed,
	lines: readonly Line[],
	astray: readonly Course[]
): Line[] {
	const tiles = new Tiles(boxes);
	const boxOf = (id: Id) => boxes[byId.get(id)!.index]!;
	const isClear = ({ points, from, to }: Line) => {
		const ends = new Set([byId.get(from)!.index, byId.get(to)!.index]);
		return points
			.slice(1)
			.every((point, at) =>
				tiles
					.along(points[at]!, point)
					.every((index) => ends.has(index) || !meets(points[at]!, point, boxes[index]!))
			);
	};
	const redrawn = (course: Course, points: readonly Point[] | null): Line => {
		const way = detour(boxOf(course.from), boxOf(course.to), boxes) ?? points;
		return way ? lineOf(course, way) : lineOf(course, [middle(boxOf(course.from)), middle(boxOf(course.to))]);
	};
	return [
		...lines.map((line) => (isClear(line) ? line : redrawn(line, line.points))),
		...astray.map((course) => redrawn(course, null))
	];
}

function lineOf(course: Course, points: readonly Point[]): DrawnLine {
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

function middle({ x, y, width, height }: { x: number; y: number; width: number; height: number }): Point {
	return { x: x + width / 2, y: y + height / 2 };
}
