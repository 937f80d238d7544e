import type { Id, Point } from '#lib/core/model/item.ts';
import { wordPlace } from '../lines/around.ts';
import { DrawnLine } from '../lines/line.ts';
import type { Box, CardBox, JointBox, Line, Size } from './types.ts';

/** Room for the word of a line at the left of a card: words lie, whichever way a map grows. */
const LEAD = 56;
/** How far at the left of a card the middle of the word stands, and where above a joint. */
const WORD = { card: 46, joint: { x: 6, y: 9 } } as const;

/**
 * A map that grows from left to right is one that grows downwards, laid on its side: cards as wide as they are high,
 * with room for a word on top, are laid out, and then right and down change places.
 */
export function turnedSize({ width, height }: Size): Size {
	return { width: height, height: width + LEAD };
}

/** Where a card that is pinned here lies before it is turned. */
export function turnedPin({ x, y }: Point): Point {
	return { x: y, y: x - LEAD };
}

/** An area as it was before it was turned, or the other way round. */
export function turnedArea({ x, y, width, height }: Box): Box {
	return { x: y, y: x, width: height, height: width };
}

/** The upper left corner of a card that was laid out with its turned size. */
export function turnedCorner({ x, y }: Point): Point {
	return { x: y + LEAD, y: x };
}

/** Lays a line on its side that was drawn for turned sizes. */
export function turnedLine(
	line: Line,
	cardOf: (id: Id) => CardBox | undefined,
	jointOf: (id: Id) => JointBox | undefined
): Line {
	const points = line.points.map(({ x, y }) => ({ x: y, y: x }));
	const card = cardOf(line.from);
	const isAhead = card !== undefined && points[0]!.x < card.x;
	// The room for the word belongs to the line.
	points[0] = reaching(points[0]!, card);
	points.push(reaching(points.pop()!, cardOf(line.to)));
	return new DrawnLine(line, points, wordOf(line, points, card, jointOf(line.from), isAhead));
}

function reaching({ x, y }: Point, card: CardBox | undefined): Point {
	return { x: card ? Math.max(x, card.x) : x, y };
}

function wordOf(
	{ label, points: [start] }: Line,
	points: readonly Point[],
	card: CardBox | undefined,
	joint: JointBox | undefined,
	isAhead: boolean
): Point | null {
	if (!label) return null;
	if (isAhead) return { x: card!.x - WORD.card, y: points[0]!.y };
	const isFirst = label.x === start!.x || label.y === start!.y;
	if (isFirst && joint) return { x: joint.x + joint.width / 2 - WORD.joint.x, y: joint.y - WORD.joint.y };
	return isFirst ? { x: label.y, y: label.x } : wordPlace(points);
}
