import type { Node } from '../forest/node.ts';
import { COLUMN } from '../family/gaps.ts';
import type { Ground } from './ground.ts';

/** Beside which edge of a branch a link runs. */
export type Side = 'left' | 'right';
export const SIDES = ['left', 'right'] as const;

/** What a crossing costs, in pixels of way. */
const CROSSING = 1200;

/** A way up beside one branch after the other, by the side of the topmost: the sides from the lowest to that one. */
export type Ways = Readonly<Record<Side, { readonly cost: number; readonly sides: readonly Side[] }>>;

/** The family that a branch stands in. */
export function siblingsOf({ parent }: Node, { arrangement }: Ground): readonly Node[] {
	return parent ? parent.place.family : arrangement.roots;
}

/** Where the columns of that family begin; `null` for a row. */
export function startsAround({ parent }: Node, { arrangement }: Ground): readonly number[] | null {
	return (parent ? parent.place.form! : arrangement.whole).starts;
}

/** The edge of a branch, or of the column that it stands in; of a column at the left, beyond its trunks. */
export function edgeOf(branch: Node, side: Side, ground: Ground): number {
	const starts = startsAround(branch, ground);
	const { x } = ground.cornerOf(branch);
	if (!starts) return side === 'right' ? x + branch.place.form!.width : x;
	if (side === 'left') return x - (branch.parent ? COLUMN.indent - TRUNKS : 0);
	const siblings = siblingsOf(branch, ground);
	const [first, end] = columnOf(starts, siblings.indexOf(branch), siblings.length);
	let edge = 0;
	for (let at = first; at < end; at++)
		edge = Math.max(edge, ground.cornerOf(siblings[at]!).x + siblings[at]!.place.form!.width);
	return edge;
}

/** Between the left edge of a column and its trunks. */
const TRUNKS = 8;

/** The best ways up beside all branches of `path`, which leads from a card or joint upwards. */
export function waysUp(path: readonly Node[], ground: Ground): Ways {
	let ways: Ways = {
		left: { cost: startCost(path[0]!, 'left', ground), sides: ['left'] },
		right: { cost: startCost(path[0]!, 'right', ground), sides: ['right'] }
	};
	for (let at = 1; at < path.length; at++) {
		const [below, branch] = [path[at - 1]!, path[at]!];
		const isInColumn = startsAround(branch, ground) !== null;
		const next = (side: Side) => {
			const costs = SIDES.map((from) => {
				const way = Math.abs(edgeOf(below, from, ground) - edgeOf(branch, side, ground));
				const crossed = crossedOut(below, from, side, ground) + Number(side === 'left' && isInColumn);
				return ways[from].cost + way + CROSSING * crossed;
			}) as [number, number];
			const from = costs[0] < costs[1] ? 'left' : 'right';
			return { cost: Math.min(...costs), sides: [...ways[from].sides, side] };
		};
		ways = { left: next('left'), right: next('right') };
	}
	return ways;
}

/** The cheapest pair of sides for two branches of one family, and what there is to cross between them. */
export function bestPair(
	a: { readonly branch: Node; readonly ways: Ways },
	b: { readonly branch: Node; readonly ways: Ways },
	ground: Ground
): { here: readonly Side[]; there: readonly Side[] } {
	let [least, best]: [number, { here: readonly Side[]; there: readonly Side[] } | null] = [Infinity, null];
	for (const one of SIDES)
		for (const other of SIDES) {
			const way = Math.abs(edgeOf(a.branch, one, ground) - edgeOf(b.branch, other, ground));
			const crossed = crossedBetween(a.branch, one, b.branch, other, ground);
			const cost = a.ways[one].cost + b.ways[other].cost + way + CROSSING * crossed;
			if (cost >= least) continue;
			[least, best] = [cost, { here: a.ways[one].sides, there: b.ways[other].sides }];
		}
	return best!;
}

/** From a card in a column the left lane lies beyond the trunks; at the right of a joint objections come in. */
function startCost(node: Node, side: Side, ground: Ground): number {
	const { x, width } = ground.boxOf(node);
	const out = Math.abs(edgeOf(node, side, ground) - (side === 'right' ? x + width : x));
	const isInColumn = node.parent !== null && startsAround(node, ground) !== null;
	const isBlocked = side === 'left' ? isInColumn : node.kind === 'joint';
	return out + (isBlocked ? CROSSING * (node.kind === 'joint' ? 2 : 1) : 0);
}

/** How many lines of its family a link crosses from beside `branch` out to an edge of the branch around it. */
function crossedOut(branch: Node, from: Side, to: Side, ground: Ground): number {
	if (startsAround(branch, ground)) return from === to ? 0 : 1;
	const siblings = siblingsOf(branch, ground);
	const at = siblings.indexOf(branch);
	const between = to === 'right' ? siblings.length - 1 - at : at;
	return between + (from === to ? 0 : 1);
}

function crossedBetween(a: Node, from: Side, b: Node, to: Side, ground: Ground): number {
	const siblings = siblingsOf(a, ground);
	const starts = startsAround(a, ground);
	const [one, other] = [siblings.indexOf(a), siblings.indexOf(b)];
	if (starts) {
		const column = (at: number) => starts.findLastIndex((start) => start <= at);
		return Math.abs(column(one) - column(other)) + (from === to ? 0 : 1);
	}
	const isAhead = other > one;
	const own = Number(from === (isAhead ? 'left' : 'right')) + Number(to === (isAhead ? 'right' : 'left'));
	return Math.abs(one - other) - 1 + own;
}

/** Whether nothing of its family stands further out on this side: a link can go on to the next edge. */
export function isOutermost(branch: Node, side: Side, ground: Ground): boolean {
	const siblings = siblingsOf(branch, ground);
	const starts = startsAround(branch, ground);
	if (!starts) return siblings.at(side === 'right' ? -1 : 0) === branch;
	const at = siblings.indexOf(branch);
	return side === 'right' ? at >= starts.at(-1)! : starts.length === 1 || at < starts[1]!;
}

/** The first and the end of the column in which the one at this number stands. */
function columnOf(starts: readonly number[], at: number, count: number): [first: number, end: number] {
	const column = starts.findLastIndex((start) => start <= at);
	return [starts[column]!, starts[column + 1] ?? count];
}
