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
		const style = { isLevel: starts !== null, isMixed };
		const known = before.get(node.id);
		if (known?.isTrunk === isTrunk && isSame(known, node, style, placed, isInLoop)) {
			drawings.set(node.id, known);
			continue;
		}
		const legs = family.map((child) => legOf(child, style, placed, isInLoop(child.id, node.id)));
		drawings.set(node.id, draw(node, placed.boxes[node.index]!, legs, isTrunk));
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

/** Whether a family stands just where it stood; asked of every family after every edit, so it makes nothing new. */
function isSame(known: Drawing, node: Node, style: Style, placed: Placed, isInLoop: InLoop): boolean {
	const family = placed.families[node.index]!;
	const { boxes } = placed;
	if (known.legs.length !== family.length || !isSameBox(known.head, boxes[node.index]!)) return false;
	for (let at = 0; at < family.length; at++) {
		const child = family[at]!;
		const leg = known.legs[at]!;
		const box = boxes[child.index]!;
		const isAlike =
			child.id === leg.child.id &&
			child.via === leg.child.via &&
			child.sense === leg.child.sense &&
			child.part === leg.child.part &&
			style.isLevel === leg.isLevel &&
			isSameBox(leg.box, box) &&
			uprightOf(child, box, style, placed) === leg.x &&
			isInLoop(child.id, node.id) === leg.isInLoop;
		if (!isAlike) return false;
	}
	return true;
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

/** How the lines of a family run: level out of the sides of a column, and supports and attacks on one trunk each. */
interface Style {
	readonly isLevel: boolean;
	readonly isMixed: boolean;
}

function legOf(child: Node, style: Style, placed: Placed, isInLoop: boolean): Leg {
	const box = placed.boxes[child.index]!;
	const x = uprightOf(child, box, style, placed);
	const { isLevel } = style;
	const start = isLevel ? { x: box.x, y: box.y + box.height / 2 } : { x, y: box.y };
	return { child, isFirst: isFirstSide(child), box, start, x, isLevel, isInLoop };
}

function uprightOf(child: Node, box: Box, { isLevel, isMixed }: Style, { corners }: Placed): number {
	if (!isLevel) return box.x + box.width / 2;
	const trunk = isMixed && !isFirstSide(child) ? COLUMN.outer : COLUMN.inner;
	return corners[child.index]!.x - COLUMN.indent + trunk;
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
