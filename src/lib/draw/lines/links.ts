import type { Point } from '#lib/core/model/item.ts';
import type { Link, Node } from '../forest/node.ts';
import { GAP } from '../family/gaps.ts';
import { wordPlace } from './around.ts';
import { wordsOf } from './family.ts';
import type { Ground } from './ground.ts';
import { Lanes, lanesBetween } from './lanes.ts';
import { Sides, type Side, type Ways } from './sides.ts';

/** Between these, beside a branch, links run: clear of it and of the next one, and best with room for an arrow. */
const BESIDE = { nearest: 4, best: 13, farthest: 20 } as const;
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
/** The room of a word, and so many places are tried for it. */
const WORD = { width: 52, height: 16 } as const;
const PATIENCE = 12;
/** How far from its own channel a head is left at the side. */
const BEND = 12;

/**
 * The corners of links: from the side of a card into the lane beside its branch, up into the channel of the family
 * that holds both ends, and down again. Lanes and channels belong to the forms, so no link meets a card, and the cost
 * of one follows the depth, not the number of cards.
 */
export class LinkRouter {
	readonly #ground: Ground;
	readonly #sides: Sides;
	readonly #upright = new Lanes();
	readonly #level = new Lanes();
	/** Heads whose words links keep off. */
	readonly #kept = new Set<Node>();
	/** What bears on itself already. */
	readonly #turned = new Set<Node>();
	readonly #meeting = new Map<number, Lanes>();

	constructor(ground: Ground) {
		this.#ground = ground;
		this.#sides = new Sides(ground);
	}

	route({ from, to }: Link): Point[] {
		const start = this.#ground.forest.nodes.get(from)!;
		const end = this.#ground.forest.nodes.get(to)!;
		if (start === end) return this.#around(start);
		const common = meeting(start, end);
		const up = chain(start, common);
		const down = chain(end, common);
		const [a, b] = [up.at(-1), down.at(-1)];
		for (const head of [start.parent, end.parent]) if (head) this.#keepWords(head);
		const isShared = a !== undefined && b !== undefined && this.#sides.gap(a, b) !== null;
		const sides = this.#sidesOf(up, down);
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

	/** Where the word of a link has room, to be asked once all links have their ways. */
	wordOn(points: readonly Point[]): Point {
		const places = points.slice(1).flatMap((end, at) => placesOn(points[at]!, end));
		places.sort((a, b) => b.length - a.length);
		const free = places.slice(0, PATIENCE).find(({ x, y }) => this.#isEmptyAt(x, y));
		const { x, y } = free ?? wordPlace(points);
		this.#keep({ x, y });
		return { x, y };
	}

	#isEmptyAt(x: number, y: number): boolean {
		const [left, right] = [x - WORD.width / 2, x + WORD.width / 2];
		const [top, bottom] = [y - WORD.height / 2, y + WORD.height / 2];
		return (
			this.#level.isEmpty(top, bottom, left, right, y) && this.#upright.isEmpty(left, right, top, bottom, NaN)
		);
	}

	/** Beside which edges the link runs on both ways up. */
	#sidesOf(up: readonly Node[], down: readonly Node[]): { here: readonly Side[]; there: readonly Side[] } {
		const [a, b] = [up.at(-1), down.at(-1)];
		if (a && b) {
			const [here, there] = [this.#sides.waysUp(up), this.#sides.waysUp(down)];
			const sides = this.#pair(a, here, b, there);
			return { here: here.sides(sides.here), there: there.sides(sides.there) };
		}
		const branch = (a ?? b)!;
		const ways = this.#sides.waysUp(a ? up : down);
		const { x, width } = this.#ground.boxOf(branch.parent!);
		const middle = x + width / 2;
		const costOf = (side: Side) => ways.cost[side] + Math.abs(this.#sides.edgeOf(branch, side) - middle);
		const side = costOf('right') <= costOf('left') ? 'right' : 'left';
		const own: readonly Side[] = [this.#sides.edgeOf(branch, side) > middle ? 'right' : 'left'];
		return a ? { here: ways.sides(side), there: own } : { here: own, there: ways.sides(side) };
	}

	#pair(a: Node, here: Ways, b: Node, there: Ways): { here: Side; there: Side } {
		const gap = this.#sides.gap(a, b);
		if (gap === 'column') {
			const costOf = (side: Side) => here.cost[side] + there.cost[side];
			const side = costOf('right') <= costOf('left') ? 'right' : 'left';
			return { here: side, there: side };
		}
		return gap ? { here: gap, there: opposite(gap) } : this.#sides.bestPair(a, here, b, there);
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
			if (next && sides[at] === sides[at + 1] && this.#sides.isOutermost(branch, sides[at]!)) continue;
			const top = this.#top(branch.parent);
			const x = this.#lane(branch, sides[at]!, level, top);
			points.push({ x, y: level });
			if (!next) break;
			level = this.#channel(branch.parent, x, this.#sides.edgeOf(next, sides[at + 1]!));
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
		if (head) this.#keepWords(head);
		return this.#level.take(inTurn(lanes, a, b), a, b, lanes[0]);
	}

	/** Keeps links off the words of a family. */
	#keepWords(head: Node): void {
		if (this.#kept.has(head)) return;
		this.#kept.add(head);
		const corner = this.#ground.cornerOf(head);
		const { aside } = head.place;
		for (const { x, y } of wordsOf(head))
			this.#keep({ x: corner.x - aside.x + x, y: corner.y - aside.y + y });
	}

	#keep({ x, y }: Point): void {
		this.#level.fill(y - WORD.height / 2, y + WORD.height / 2, x - WORD.width / 2, x + WORD.width / 2);
	}

	/** The lower edge of a head; above all roots there is none. */
	#top(head: Node | null): number {
		if (!head) return 0;
		const { y, height } = this.#ground.boxOf(head);
		return y + height;
	}

	#lane(branch: Node, side: Side, from: number, to: number): number {
		const edge = this.#sides.edgeOf(branch, side);
		const way = side === 'right' ? 1 : -1;
		const lanes = lanesBetween(edge + way * BESIDE.nearest, edge + way * BESIDE.farthest);
		const astray = (lane: number) => Math.abs(Math.abs(lane - edge) - BESIDE.best);
		lanes.sort((a, b) => astray(a) - astray(b));
		return this.#upright.take(lanes, from, to);
	}

	/** The height at which a link meets a side: each its own, as long as there is room. */
	#meet(node: Node, edge: number, isLeft: boolean): number {
		const { y, height } = this.#ground.boxOf(node);
		const middle = y + height / 2;
		const isTaken = isLeft && this.#sides.isInColumn(node);
		if (node.kind === 'joint') return middle + (isTaken ? MEET.takenJoint : MEET.joint)[0];
		const fitting = MEET[isTaken ? 'taken' : 'free'].filter((offset) => Math.abs(offset) < height / 2 - 8);
		const heights = (fitting.length > 0 ? fitting : [8]).map((offset) => middle + offset);
		let side = this.#meeting.get(edge);
		if (!side) this.#meeting.set(edge, (side = new Lanes()));
		return side.take(heights, edge - 1, edge + 1);
	}

	/** A claim that bears on itself: out at the right and in again from above, a second time from below. */
	#around(node: Node): Point[] {
		const { x, y, width, height } = this.#ground.boxOf(node);
		const isSecond = this.#turned.has(node);
		this.#turned.add(node);
		const edge = x + width;
		const lane = edge + GAP.sibling / 3;
		const [out, into] = isSecond ? [y + height * 0.75, y + height] : [y + height * 0.25, y];
		const level = isSecond ? into + BEND : into - BEND;
		const end = edge - Math.min(WORD.width + 4, width / 3);
		return [
			{ x: edge, y: out },
			{ x: lane, y: out },
			{ x: lane, y: level },
			{ x: end, y: level },
			{ x: end, y: into }
		];
	}
}

/** Places for a word on a level piece, the middle first. */
function placesOn(a: Point, b: Point): (Point & { readonly length: number })[] {
	const length = Math.abs(b.x - a.x);
	if (a.y !== b.y || length < WORD.width + 8) return [];
	const shares = length < 3 * WORD.width ? [0.5] : [0.5, 0.25, 0.75, 0.375, 0.625];
	return shares.map((share, at) => ({
		x: a.x + (b.x - a.x) * share,
		y: a.y,
		length: length * (1 - at / 10)
	}));
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
