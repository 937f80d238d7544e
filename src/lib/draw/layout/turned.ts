import type { Id, Point } from '#lib/core/model/item.ts';
import { wordPlace } from '../lines/drawn.ts';
import { DrawnLine } from '../lines/line.ts';
import type { CardBox, JointBox, Layout, Line, Size } from './types.ts';

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

/** Lays a layout on its side that was made for turned sizes. */
export function turned(made: Omit<Layout, 'bounds'>): Omit<Layout, 'bounds'> {
	const cards = new Map<Id, CardBox>();
	const joints = new Map<Id, JointBox>();
	for (const [id, card] of made.cards) cards.set(id, { ...card, x: card.y + LEAD, y: card.x });
	for (const [id, joint] of made.joints) joints.set(id, { ...joint, x: joint.y, y: joint.x });
	return { cards, joints, lines: made.lines.map((line) => turnedLine(line, cards, joints)) };
}

function turnedLine(line: Line, cards: Layout['cards'], joints: Layout['joints']): Line {
	const [start, ...others] = line.points.map(({ x, y }) => ({ x: y, y: x }));
	const card = cards.get(line.from);
	const isAhead = card !== undefined && start!.x < card.x;
	// The room for the word belongs to the line.
	const points = [isAhead ? { x: card.x, y: start!.y } : start!, ...others];
	return new DrawnLine(line, points, wordOf(line, points, card, joints.get(line.from), isAhead));
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
