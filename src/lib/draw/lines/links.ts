import type { Point } from '#lib/core/model/item.ts';
import type { Link, Node } from '../forest/node.ts';
import { GAP } from '../family/gaps.ts';
import type { Ground } from './ground.ts';
import { Lanes, lanesBetween } from './lanes.ts';
import { bestPair, edgeOf, isOutermost, siblingsOf, startsAround, waysUp, type Side } from './sides.ts';

/** Between these, beside a branch, links run: clear of it and of the next one. */
const BESIDE = { nearest: 4, farthest: 18 } as const;
/** Between these, below a head, links run: clear of it and of the lines and words of its family. */
const BELOW = {
	card: [
		[6, 13],
		[31, 39]
	],
	column: [[6, 36]],
	joint: [[4, 11]],
	none: [[-48, -12]]
} as const;
/** Where links meet the side of a card, from its middle; a card in a column has its own line in the middle at the left. */
const MEET = {
	free: [0, 12, -12, 20, -20],
	taken: [12, -12, 20, -20],
	joint: [0],
	takenJoint: [-7, 7]
} as const;
/** How far from its own channel a head is left at the side. */
const BEND = 12;

/**
 * The corners of links: from the side of a card into the lane beside its branch, up into the channel of the family
 * that holds both ends, and down again. Lanes and channels belong to the forms, so no link meets a card, and the cost
 * of one follows the depth, not the number of cards.
 */
export class LinkRouter {
	readonly #ground: Ground;
	readonly #upright = new Lanes();
	readonly #level = new Lanes();
	readonly #meeting = new Map<number, Lanes>();

	constructor(ground: Ground) {
		this.#ground = ground;
	}

	route({ from, to }: Link): Point[] {
		const start = this.#ground.forest.nodes.get(from)!;
		const end = this.#ground.forest.nodes.get(to)!;
		if (start === end) return this.#around(start);
		const common = meeting(start, end);
		const up = chain(start, common);
		const down = chain(end, common);
		const [a, b] = [up.at(-1), down.at(-1)];
		const isShared = a !== undefined && b !== undefined && this.#gap(a, b) !== null;
		const sides = this.#sides(up, down);
		const there = this.#climb(end, down, sides.there);
		const here = this.#climb(start, up, sides.here);
		const [last, first] = [here.at(-1)!, there.at(-1)!];
		if (isShared && sides.there.at(-1) === 'left') first.x = last.x;
		else if (isShared) last.x = first.x;
		else {
			const y = this.#channel(common, last.x, first.x);
			here.push({ x: last.x, y });
			there.push({ x: first.x, y });
		}
		return straightened([...here, ...there.reverse()]);
	}

	/** Beside which edges the link runs on both ways up. */
	#sides(up: readonly Node[], down: readonly Node[]): { here: readonly Side[]; there: readonly Side[] } {
		const ground = this.#ground;
		const [a, b] = [up.at(-1), down.at(-1)];
		if (!a || !b) {
			const branch = (a ?? b)!;
			const ways = waysUp(a ? up : down, ground);
			const { x, width } = ground.boxOf(branch.parent!);
			const towards = (side: Side) =>
				ways[side].cost + Math.abs(edgeOf(branch, side, ground) - (x + width / 2));
			const side = towards('right') <= towards('left') ? 'right' : 'left';
			const isBeyond = edgeOf(branch, side, ground) > x + width / 2;
			const own: readonly Side[] = [isBeyond ? 'right' : 'left'];
			return a ? { here: ways[side].sides, there: own } : { here: own, there: ways[side].sides };
		}
		const [here, there] = [waysUp(up, ground), waysUp(down, ground)];
		const gap = this.#gap(a, b);
		if (gap === 'column') {
			const costOf = (side: Side) => here[side].cost + there[side].cost;
			const side = costOf('right') <= costOf('left') ? 'right' : 'left';
			return { here: here[side].sides, there: there[side].sides };
		}
		if (gap) return { here: here[gap].sides, there: there[opposite(gap)].sides };
		return bestPair({ branch: a, ways: here }, { branch: b, ways: there }, ground);
	}

	/** From the side of a card, lane by lane, to beside the topmost branch of `path`; `path` is empty for its own channel. */
	#climb(node: Node, path: readonly Node[], sides: readonly Side[]): { x: number; y: number }[] {
		const box = this.#ground.boxOf(node);
		const side = sides[0]!;
		const isJoint = node.kind === 'joint' && path.length === 0;
		const isRight = side === 'right' && !isJoint;
		const edge = isRight ? box.x + box.width : box.x;
		let level = this.#meet(node, edge, !isRight && path.length > 0);
		const points = [{ x: edge, y: level }];
		if (path.length === 0) {
			points.push({ x: isRight ? edge + BEND : edge - BEND, y: level });
			return points;
		}
		for (const [at, branch] of path.entries()) {
			const next = path[at + 1];
			if (next && sides[at] === sides[at + 1] && isOutermost(branch, sides[at]!, this.#ground)) continue;
			const top = this.#top(branch.parent);
			const x = this.#lane(branch, sides[at]!, level, top);
			points.push({ x, y: level });
			if (!next) break;
			level = this.#channel(branch.parent, x, edgeOf(next, sides[at + 1]!, this.#ground));
			points.push({ x, y: level });
		}
		return points;
	}

	/** The level of a link in the channel below a head, between two uprights. */
	#channel(head: Node | null, a: number, b: number): number {
		const isColumn = head?.kind === 'card' && head.place.form!.starts?.length === 1;
		const kind = !head ? 'none' : isColumn ? 'column' : head.kind;
		const top = this.#top(head);
		const lanes = BELOW[kind].flatMap(([upper, lower]) => lanesBetween(top + upper, top + lower));
		return this.#level.take(inTurn(lanes, a, b), a, b);
	}

	/** The lower edge of a head; above all roots there is none. */
	#top(head: Node | null): number {
		if (!head) return 0;
		const { y, height } = this.#ground.boxOf(head);
		return y + height;
	}

	#lane(branch: Node, side: Side, from: number, to: number): number {
		const edge = edgeOf(branch, side, this.#ground);
		const way = side === 'right' ? 1 : -1;
		const lanes = lanesBetween(edge + way * BESIDE.nearest, edge + way * BESIDE.farthest);
		return this.#upright.take(lanes, from, to);
	}

	/** Where two branches of one family have a lane in common: in the gap at this side of the first, or along their column. */
	#gap(a: Node, b: Node): Side | 'column' | null {
		const siblings = siblingsOf(a, this.#ground);
		const starts = startsAround(a, this.#ground);
		const place = (node: Node) => {
			const at = siblings.indexOf(node);
			return starts ? starts.findLastIndex((start) => start <= at) : at;
		};
		const way = place(b) - place(a);
		if (way === 0) return 'column';
		return Math.abs(way) === 1 ? (way > 0 ? 'right' : 'left') : null;
	}

	/** The height at which a link meets a side: each its own, as long as there is room. */
	#meet(node: Node, edge: number, isLeft: boolean): number {
		const { y, height } = this.#ground.boxOf(node);
		const middle = y + height / 2;
		const isTaken = isLeft && node.parent !== null && startsAround(node, this.#ground) !== null;
		if (node.kind === 'joint') return middle + (isTaken ? MEET.takenJoint : MEET.joint)[0];
		const fitting = MEET[isTaken ? 'taken' : 'free'].filter((offset) => Math.abs(offset) < height / 2 - 8);
		const heights = (fitting.length > 0 ? fitting : [8]).map((offset) => middle + offset);
		let side = this.#meeting.get(edge);
		if (!side) this.#meeting.set(edge, (side = new Lanes()));
		return side.take(heights, edge - 1, edge + 1);
	}

	/** A claim that bears on itself: out at the right and in again. */
	#around(node: Node): Point[] {
		const { x, y, width, height } = this.#ground.boxOf(node);
		const edge = x + width;
		const lane = edge + GAP.sibling / 3;
		const [low, high] = [y + height * 0.75, y + height * 0.25];
		return [
			{ x: edge, y: low },
			{ x: lane, y: low },
			{ x: lane, y: high },
			{ x: edge, y: high }
		];
	}
}

function opposite(side: Side): Side {
	return side === 'left' ? 'right' : 'left';
}

/** The lowest node that both are in or below; `null` when they have different roots. */
function meeting(a: Node, b: Node): Node | null {
	let [one, other]: [Node | null, Node | null] = [a, b];
	while (one !== other) {
		if (!one || !other) {
			one = one ? one.parent : null;
			other = other ? other.parent : null;
		} else if (one.depth > other.depth) one = one.parent;
		else if (other.depth > one.depth) other = other.parent;
		else [one, other] = [one.parent, other.parent];
	}
	return one;
}

/** From a node upwards, as long as below `top`. */
function chain(node: Node, top: Node | null): Node[] {
	const found: Node[] = [];
	for (let at: Node | null = node; at && at !== top; at = at.parent) found.push(at);
	return found;
}

/** The same way without corners that are none. */
export function straightened(points: readonly Point[]): Point[] {
	const kept: Point[] = [];
	for (const point of points) {
		const last = kept.at(-1);
		if (last && last.x === point.x && last.y === point.y) continue;
		const before = kept.at(-2);
		const isStraight =
			before &&
			last &&
			((before.x === last.x && last.x === point.x) || (before.y === last.y && last.y === point.y));
		if (isStraight) kept.pop();
		kept.push(point);
	}
	return kept;
}

/** So that links which turn together do not cross: to the right the inner one is the upper one, to the left the lower. */
function inTurn(lanes: readonly number[], a: number, b: number): readonly number[] {
	return b >= a ? lanes : lanes.toReversed();
}
