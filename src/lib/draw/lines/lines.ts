import type { Id, Point } from '#lib/core/model/item.ts';
import { isFirstSide } from '../layout/family.ts';
import type { Forest, Node } from '../layout/forest.ts';
import { BUS, COLUMN, PORT } from '../layout/gaps.ts';
import { DrawnLine, type Course } from './line.ts';
import type { Placed } from '../layout/place.ts';
import type { Box, Line } from '../layout/types.ts';

export type InLoop = (from: Id, to: Id) => boolean;

/** The lines of one family, and what they were drawn from. */
export interface Drawing {
	readonly head: Box;
	readonly legs: readonly Leg[];
	readonly isTrunk: boolean;
	readonly lines: readonly Line[];
}

/**
 * The lines from every card and joint to its parent in the hierarchy. They lie in the channels and cross nothing.
 * Families of which nothing has moved keep the lines that they had in `before`.
 */
export function linesOf(
	{ nodes }: Forest,
	placed: Placed,
	isInLoop: InLoop,
	before: ReadonlyMap<Id, Drawing>
): Map<Id, Drawing> {
	const drawings = new Map<Id, Drawing>();
	for (const node of nodes) {
		const family = placed.families[node.index]!;
		if (family.length === 0) continue;
		const { starts } = placed.forms[node.index]!;
		const isTrunk = starts?.length === 1;
		const isMixed = isTrunk && family.some(isFirstSide) && !family.every(isFirstSide);
		const head = placed.boxes[node.index]!;
		const legsOf = (child: Node) =>
			legOf(child, starts !== null, isMixed, placed, isInLoop(child.id, node.id));
		const known = before.get(node.id);
		const isKept = known?.isTrunk === isTrunk && isSame(known, head, family, legsOf);
		drawings.set(node.id, isKept ? known : draw(node, head, family.map(legsOf), isTrunk));
	}
	return drawings;
}

function draw(node: Node, head: Box, legs: readonly Leg[], isTrunk: boolean): Drawing {
	const ends = endsOf(legs, head, node.kind, isTrunk);
	const lines = legs.map((leg) => {
		const points = pointsOf(leg, leg.isFirst ? ends.first : ends.second);
		const course = courseOf(leg.child, node.id, leg.isInLoop);
		return new DrawnLine(course, points, leg.child.part === 'premise' ? null : labelOf(leg));
	});
	return { head, legs, isTrunk, lines };
}

function isSame(known: Drawing, head: Box, family: readonly Node[], legsOf: (child: Node) => Leg): boolean {
	if (known.legs.length !== family.length || !isSameBox(known.head, head)) return false;
	return family.every((child, at) => {
		const other = known.legs[at]!;
		if (child.id !== other.child.id) return false;
		const leg = legsOf(child);
		return (
			leg.x === other.x &&
			leg.isLevel === other.isLevel &&
			leg.isInLoop === other.isInLoop &&
			child.via === other.child.via &&
			child.sense === other.child.sense &&
			child.part === other.child.part &&
			isSameBox(leg.box, other.box)
		);
	});
}

function isSameBox(a: Box, b: Box): boolean {
	return a === b || (a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height);
}

/** The beginning of a line, from the child to where it turns towards the head. */
interface Leg {
	readonly child: Node;
	readonly isFirst: boolean;
	readonly box: Box;
	/** Where it leaves the child: at the top, or in a column at the left. */
	readonly start: Point;
	/** Where it runs upright: above the child, or on the trunk of its column. */
	readonly x: number;
	readonly isLevel: boolean;
	readonly isInLoop: boolean;
}

function legOf(
	child: Node,
	isLevel: boolean,
	isMixed: boolean,
	{ boxes, corners }: Placed,
	isInLoop: boolean
): Leg {
	const box = boxes[child.index]!;
	const isFirst = isFirstSide(child);
	const middle = box.x + box.width / 2;
	if (!isLevel)
		return { child, isFirst, box, start: { x: middle, y: box.y }, x: middle, isLevel: false, isInLoop };
	const x = corners[child.index]!.x - COLUMN.indent + (isMixed && !isFirst ? COLUMN.outer : COLUMN.inner);
	return { child, isFirst, box, start: { x: box.x, y: box.y + box.height / 2 }, x, isLevel: true, isInLoop };
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
		if (isTrunk && group[0]) return group[0].x;
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

function pointsOf({ start, x, isLevel }: Leg, end: End): Point[] {
	const points = [start];
	if (isLevel) points.push({ x, y: start.y });
	if (x !== end.x) points.push({ x, y: end.bus }, { x: end.x, y: end.bus });
	if (end.bus !== end.y) points.push({ x: end.x, y: end.y });
	return points;
}

/** A word stands near the reason, where its line runs alone. */
function labelOf({ child, start, x, isLevel, box }: Leg): Point {
	if (isLevel) return { x: (start.x + x) / 2, y: start.y };
	return { x, y: box.y - (child.kind === 'joint' ? 10 : 20) };
}

/** What the line from a child to its parent says. */
export function courseOf({ id, via, sense, part }: Node, to: Id, isInLoop: boolean): Course {
	return { relation: via ?? id, sense, part, from: id, to, isInLoop };
}
