import type { Point } from '#lib/core/model/item.ts';
import type { Link, Node } from '../forest/node.ts';
import { COLUMN, GAP } from '../family/gaps.ts';
import { Lanes } from './lanes.ts';
import type { Ground } from './ground.ts';

/** How far beside a branch links run, the innermost first, and how far below a head: clear of cards, of other lines, and of words. */
const BESIDE = [5, 7.5, 10, 12.5, 15] as const;
const BELOW = {
	card: [8, 11, 30, 33, 36],
	column: [8, 14, 20, 26, 32],
	joint: [5, 8, 11],
	none: [-42, -36, -30, -24, -18]
} as const;
/** Where links meet the side of a card, from its middle. */
const MEET = [0, 12, -12, 20, -20] as const;

/**
 * The corners of links: from the side of a card into the lane beside its branch, up into the channel of the family
 * that holds both ends, and down again. Lanes and channels belong to the forms, so no link meets a card, and the cost
 * of one follows the depth, not the number of cards.
 */
export class LinkRouter {
	readonly #ground: Ground;
	readonly #upright = new Lanes();
	readonly #level = new Lanes();
	readonly #meeting = new Lanes();

	constructor(ground: Ground) {
		this.#ground = ground;
	}

	route({ from, to }: Link): Point[] {
		const start = this.#ground.forest.nodes.get(from)!;
		const end = this.#ground.forest.nodes.get(to)!;
		if (start === end) return this.#around(start);
		const common = meeting(start, end);
		const isRight = this.#middle(end) >= this.#middle(start);
		const up = chain(start, common);
		const down = chain(end, common);
		const side = up.length > 0 && down.length > 0 ? this.#shared(up.at(-1)!, down.at(-1)!) : null;
		const there = this.#climb(end, down, side ? side.there : !isRight);
		const here = this.#climb(start, up, side ? side.here : isRight);
		const a = here.at(-1)!;
		const b = there.at(-1)!;
		if (side) b.x = a.x;
		else if (common || up.length > 0) {
			const y = this.#channel(common, a.x, b.x);
			here.push({ x: a.x, y });
			there.push({ x: b.x, y });
		}
		return straightened([...here, ...there.reverse()]);
	}

	/** From the side of a card, lane by lane, to beside the topmost branch of `path`; `path` is empty for its own channel. */
	#climb(node: Node, path: readonly Node[], isRight: boolean): { x: number; y: number }[] {
		const box = this.#ground.boxOf(node);
		const isClear = path[0] ? this.#clearSide(path[0], isRight) : isRight;
		const isAtLeft = node.kind === 'joint' ? path.length === 0 || !isClear : !isClear;
		const edge = isAtLeft ? box.x : box.x + box.width;
		const y = this.#meet(node, edge);
		const points = [{ x: edge, y }];
		if (path.length === 0) {
			const base = isAtLeft ? edge - 12 : edge + 12;
			points.push({ x: base, y });
			return points;
		}
		let level = y;
		for (const [at, branch] of path.entries()) {
			const top = this.#top(branch.parent);
			const isBeyond = at === 0 ? !isAtLeft : this.#clearSide(branch, isRight);
			const x = this.#lane(branch, isBeyond, level, top);
			points.push({ x, y: level });
			if (at === path.length - 1) break;
			level = this.#channel(
				branch.parent,
				x,
				this.#edge(path[at + 1]!, this.#clearSide(path[at + 1]!, isRight))
			);
			points.push({ x, y: level });
		}
		return points;
	}

	/** Beside a column the lines of its cards leave at the left: at the right a link crosses none of them. */
	#clearSide({ parent }: Node, isRight: boolean): boolean {
		return isRight || (parent !== null && parent.place.form!.starts !== null);
	}

	/** The level of a link in the channel below a head, between two uprights. */
	#channel(head: Node | null, a: number, b: number): number {
		if (!head) return this.#level.take(0, inTurn(BELOW.none, a, b), a, b);
		const kind = head.kind === 'card' && head.place.form!.starts?.length === 1 ? 'column' : head.kind;
		return this.#level.take(this.#top(head), inTurn(BELOW[kind], a, b), a, b);
	}

	/** The lower edge of a head; above all roots there is none. */
	#top(head: Node | null): number {
		if (!head) return 0;
		const { y, height } = this.#ground.boxOf(head);
		return y + height;
	}

	#lane(branch: Node, isRight: boolean, from: number, to: number): number {
		const offsets = isRight ? BESIDE : BESIDE.map((offset) => -offset);
		return this.#upright.take(this.#edge(branch, isRight), offsets, from, to);
	}

	/** The edge of a branch, or of the column that it stands in. */
	#edge(branch: Node, isRight: boolean): number {
		const starts = this.#starts(branch);
		const { x } = this.#ground.cornerOf(branch);
		if (!starts) return isRight ? x + branch.place.form!.width : x;
		if (!isRight) return x - (branch.parent ? COLUMN.indent - 12 : 0);
		const siblings = this.#siblings(branch);
		const [first, end] = columnOf(starts, siblings.indexOf(branch), siblings.length);
		let edge = 0;
		for (let at = first; at < end; at++)
			edge = Math.max(edge, this.#ground.cornerOf(siblings[at]!).x + siblings[at]!.place.form!.width);
		return edge;
	}

	/** On which sides two branches of one family have a lane in common: neighbours in a row, or one column. */
	#shared(a: Node, b: Node): { here: boolean; there: boolean } | null {
		const siblings = this.#siblings(a);
		const starts = this.#starts(a);
		const [from, to] = [siblings.indexOf(a), siblings.indexOf(b)];
		if (!starts) return Math.abs(from - to) === 1 ? { here: to > from, there: to < from } : null;
		const isSame = columnOf(starts, from, siblings.length)[0] === columnOf(starts, to, siblings.length)[0];
		return isSame ? { here: true, there: true } : null;
	}

	#siblings({ parent }: Node): readonly Node[] {
		return parent ? parent.place.family : this.#ground.arrangement.roots;
	}

	#starts({ parent }: Node): readonly number[] | null {
		return (parent ? parent.place.form! : this.#ground.arrangement.whole).starts;
	}

	#middle(node: Node): number {
		const { x, width } = this.#ground.boxOf(node);
		return x + width / 2;
	}

	/** The height at which a link meets a side: each its own, as long as there is room. */
	#meet(node: Node, edge: number): number {
		const { y, height } = this.#ground.boxOf(node);
		const middle = y + height / 2;
		if (node.kind === 'joint') return middle;
		const fitting = MEET.filter((offset) => Math.abs(offset) < height / 2 - 8);
		return this.#meeting.take(middle, fitting, edge - 1, edge + 1);
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

function columnOf(starts: readonly number[], at: number, count: number): [first: number, end: number] {
	const column = starts.findLastIndex((start) => start <= at);
	return [starts[column]!, starts[column + 1] ?? count];
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
function inTurn(offsets: readonly number[], a: number, b: number): readonly number[] {
	return b >= a ? offsets : offsets.toReversed();
}
