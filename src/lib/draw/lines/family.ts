import type { Id, Point } from '#lib/core/model/item.ts';
import type { Node } from '../forest/node.ts';
import { familyOf } from '../family/arrangement.ts';
import { hasTrunk } from '../family/columns.ts';
import { isFirstSide } from '../family/family.ts';
import { BUS, COLUMN, PORT } from '../family/gaps.ts';
import { shelvesOf, trunksBeside } from '../family/shelves.ts';
import { headLeft } from '../layout/settle.ts';
import type { Box } from '../layout/types.ts';
import { DrawnLine, type Course } from './line.ts';

export type InLoop = (from: Id, to: Id) => boolean;

/** A line seen from the corner of the branch that it lies in. */
interface Inner {
	readonly course: Course;
	readonly points: readonly Point[];
	readonly label: Point | null;
}

/**
 * The lines from the children of a card or joint to it. They lie in the channel of their family and cross nothing. A
 * family that stands where it stood has the same lines again.
 */
export class FamilyLines {
	readonly #inner: readonly Inner[];
	#corner: Point = { x: NaN, y: NaN };
	#lines: readonly DrawnLine[] = [];

	constructor(node: Node, isInLoop: InLoop) {
		const isTrunk = node.place.form!.starts?.length === 1;
		const legs = legsOf(node);
		const ends = endsOf(legs, boxIn(node, 0, 0), node.kind, isTrunk);
		this.#inner = legs.map((leg) => ({
			course: courseOf(leg.child, node.id, isInLoop(leg.child.id, node.id)),
			points: pointsOf(leg, leg.isFirst ? ends.first : ends.second),
			label: leg.child.part === 'premise' ? null : labelOf(leg)
		}));
	}

	/** With the corner of the branch here. */
	at({ x, y }: Point): readonly DrawnLine[] {
		if (this.#corner.x === x && this.#corner.y === y) return this.#lines;
		const moved = (point: Point) => ({ x: point.x + x, y: point.y + y });
		this.#corner = { x, y };
		this.#lines = this.#inner.map(
			({ course, points, label }) => new DrawnLine(course, points.map(moved), label && moved(label))
		);
		return this.#lines;
	}
}

/** The card or joint itself, with its corner as seen from the branch around it. */
function boxIn(node: Node, x: number, y: number): Box {
	const { aside, width, height } = node.place;
	return { x: x + headLeft(node) + aside.x, y: y + aside.y, width, height };
}

/** Where the words of a family stand, seen from the corner of its branch. */
export function wordsOf(node: Node): Point[] {
	return legsOf(node)
		.filter(({ child }) => child.part !== 'premise')
		.map(labelOf);
}

/** The beginning of a line, from the child to where it turns towards the head. */
interface Leg {
	readonly child: Node;
	readonly isFirst: boolean;
	readonly box: Box;
	/** Where it leaves the child: at the top, or in a column at the left. */
	readonly start: Point;
	/** How high it runs level: out of a column, or above a shelf; `null` where it goes straight up to the head. */
	readonly level: number | null;
	/** Where it runs upright then: above the child, or on the trunk. */
	readonly x: number;
}

function legsOf(node: Node): Leg[] {
	const { form, family } = node.place;
	const { starts, shelves: firsts, parts } = form!;
	if (firsts) return parts.length > 0 ? shelfLegs(node, firsts) : [];
	if (!starts) return family.map((child) => hanging(child, null, null));
	const isMixed = starts.length === 1 && family.some(isFirstSide) && !family.every(isFirstSide);
	return starts.flatMap((start, column) => {
		const end = starts[column + 1] ?? parts.length;
		const isUpright = !hasTrunk(starts, column, end);
		return family
			.slice(start, end)
			.map((child) => (isUpright ? hanging(child, null, null) : beside(child, isMixed)));
	});
}

function shelfLegs(node: Node, firsts: readonly number[]): Leg[] {
	const { form, family } = node.place;
	const all = shelvesOf(familyOf(node), form!.parts, firsts);
	const { left, right } = trunksBeside(all);
	const trunkOf = (isRight: boolean) => form!.shift + (isRight ? right : left)!;
	return all.shelves.flatMap(({ from, to, turn, top, bus }) =>
		family
			.slice(from, to)
			.map((child, at) =>
				from === 0 ? hanging(child, null, null) : hanging(child, top + bus, trunkOf(from + at >= turn))
			)
	);
}

/** Out of the top of a child: straight up, or level to a trunk. */
function hanging(child: Node, level: number | null, trunk: number | null): Leg {
	const box = boxIn(child, child.place.x, child.place.y);
	const x = box.x + box.width / 2;
	return { child, isFirst: isFirstSide(child), box, start: { x, y: box.y }, level, x: trunk ?? x };
}

/** Out of the left of a child in a column: supports and attacks on one trunk each. */
function beside(child: Node, isMixed: boolean): Leg {
	const { x: left, y: top, aside } = child.place;
	const box = boxIn(child, left, top);
	const isFirst = isFirstSide(child);
	const trunk = isMixed && !isFirst ? COLUMN.outer : COLUMN.inner;
	const start = { x: box.x, y: box.y + box.height / 2 };
	return { child, isFirst, box, start, level: start.y, x: left + aside.x - COLUMN.indent + trunk };
}

/** Where a group of lines ends on the head; `bus` is the height of their level parts. */
interface End extends Point {
	readonly bus: number;
}

function endsOf(
	legs: readonly Leg[],
	head: Box,
	kind: Node['kind'],
	isTrunk: boolean
): { first: End; second: End } {
	const middle = head.x + head.width / 2;
	const bottom = head.y + head.height;
	if (kind === 'joint') {
		const level = head.y + head.height / 2;
		return {
			first: { x: middle, y: bottom, bus: bottom + BUS.joint },
			second: { x: head.x + head.width, y: level, bus: level }
		};
	}
	const groups = [legs.filter(({ isFirst }) => isFirst), legs.filter(({ isFirst }) => !isFirst)] as const;
	const hasBoth = groups[0].length > 0 && groups[1].length > 0;
	const [first, second] = groups.map((group, side) => {
		// Room that was made for a pinned card can part a trunk from its head.
		if (isTrunk && group[0] && group[0].x > head.x && group[0].x < head.x + head.width) return group[0].x;
		const usual = hasBoth ? middle + (side === 0 ? -PORT : PORT) : middle;
		const x = group.length === 1 ? group[0]!.x : usual;
		const isClear = !hasBoth || (side === 0 ? x <= middle - PORT : x >= middle + PORT);
		return isClear && Math.abs(x - middle) <= head.width / 2 - PORT ? x : usual;
	}) as [number, number];
	const isSecondUpper = groups[0].some(({ x }) => x > second);
	const isFirstUpper = groups[1].some(({ x }) => x < first);
	const level = (isUpper: boolean, isLower: boolean) =>
		bottom + (isUpper ? BUS.upper : isLower ? BUS.lower : BUS.middle);
	return {
		first: { x: first, y: bottom, bus: level(isFirstUpper, isSecondUpper) },
		second: { x: second, y: bottom, bus: level(isSecondUpper, isFirstUpper) }
	};
}

function pointsOf({ start, x, level }: Leg, end: End): Point[] {
	const points = [start];
	if (level !== null && level !== start.y) points.push({ x: start.x, y: level });
	if (level !== null) points.push({ x, y: level });
	if (x !== end.x) points.push({ x, y: end.bus }, { x: end.x, y: end.bus });
	if (end.bus !== end.y || x === end.x) points.push({ x: end.x, y: end.y });
	return points;
}

/** A word stands near the reason, where its line runs alone. */
function labelOf({ child, start, x, level, box }: Leg): Point {
	if (level === start.y) return { x: (start.x + x) / 2, y: start.y };
	return { x: start.x, y: box.y - (child.kind === 'joint' ? 10 : 20) };
}

/** What the line from a child to its parent says. */
export function courseOf({ id, via, sense, part }: Node, to: Id, isInLoop: boolean): Course {
	return { relation: via ?? id, sense, part, from: id, to, isInLoop };
}
