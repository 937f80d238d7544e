import type { Debate } from '#lib/core/model/debate.ts';
import type { Id, Point } from '#lib/core/model/item.ts';
import { loops } from '#lib/core/model/loops.ts';
import { cardOf, isMarked, type Card } from '../card.ts';
import { forestOf, type Forest, type Node } from './forest.ts';
import { drawn } from './drawn.ts';
import { place } from './place.ts';
import type { Box, CardBox, JointBox, Layout, LayoutOptions, Line } from './types.ts';

/** A screen with the panels at its sides open. */
const RATIO = 1.6;
const NONE: ReadonlySet<Id> = new Set();

/**
 * Where the cards of a debate go: roots on top, what bears on them below, supports before attacks in the author's
 * order, joined premises side by side under their joint, undercuts beside what they hit. Wide families stand in
 * columns, so that the whole comes near the wished ratio. Cards never overlap, and no line meets a card that it does
 * not end at.
 */
export function layout(
	debate: Debate,
	{ folded = NONE, root = null, ratio = RATIO, most }: LayoutOptions = {}
): Layout {
	const forest = forestOf(debate, folded, root, most);
	const looped = loopsIn(debate, forest, folded);
	const faces = new Map<Id, Card>();
	for (const { id, kind, parent } of forest.nodes) {
		if (kind === 'joint') continue;
		const item = debate.get(id)!;
		const hasMarks = forest.hidden.has(id) || looped.has(id) || isMarked(debate, item);
		faces.set(id, cardOf(item, parent === null, hasMarks));
	}
	const placed = place(forest, { size: (id) => faces.get(id)!, pin: (id) => pinOf(debate, id), ratio });
	const cards = new Map<Id, CardBox>();
	const joints = new Map<Id, JointBox>();
	for (const { id, kind, index } of forest.nodes) {
		const box = placed.boxes[index]!;
		if (kind === 'joint') joints.set(id, { id, ...box });
		else {
			const hidden = forest.hidden.get(id) ?? 0;
			cards.set(id, { ...faces.get(id)!, ...box, hidden, isInLoop: looped.has(id) });
		}
	}
	const isInLoop = (from: Id, to: Id) => looped.has(from) && looped.get(from) === looped.get(to);
	const lines = drawn(forest, placed, isInLoop);
	return { cards, joints, lines, bounds: boundsOf([...cards.values(), ...joints.values()], lines) };
}

/** The smallest rectangle around boxes and lines; `null` around nothing. */
export function boundsOf(boxes: Iterable<Box>, lines: Iterable<Pick<Line, 'points'>>): Box | null {
	let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
	const take = (x: number, y: number) => {
		left = Math.min(left, x);
		top = Math.min(top, y);
		right = Math.max(right, x);
		bottom = Math.max(bottom, y);
	};
	for (const { x, y, width, height } of boxes) {
		take(x, y);
		take(x + width, y + height);
	}
	for (const { points } of lines) for (const { x, y } of points) take(x, y);
	return left === Infinity ? null : { x: left, y: top, width: right - left, height: bottom - top };
}

function pinOf(debate: Debate, id: Id): Point | null {
	const item = debate.get(id);
	return item?.kind === 'claim' || item?.kind === 'argument' ? item.pin : null;
}

/** In which circle of reasons an item is, if in any. Only a link that leads down, or a fold, can close one. */
function loopsIn(debate: Debate, { links, byId }: Forest, folded: ReadonlySet<Id>): ReadonlyMap<Id, number> {
	const index = (id: Id): Node['index'] => byId.get(id)!.index;
	const found = new Map<Id, number>();
	if (folded.size === 0 && links.every(({ from, to }) => index(to) < index(from))) return found;
	for (const [at, loop] of loops(debate).entries()) for (const id of loop) found.set(id, at);
	return found;
}
