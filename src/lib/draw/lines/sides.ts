import type { Node } from '../forest/node.ts';
import { hasTrunk } from '../family/columns.ts';
import { COLUMN } from '../family/gaps.ts';
import type { Ground } from './ground.ts';

/** Beside which edge of a branch a link runs. */
export type Side = 'left' | 'right';
const SIDES = ['left', 'right'] as const;

/** What a crossing costs, in pixels of way. */
const CROSSING = 1200;

/** What is never worth while. */
const FAR = 1e9;

/** Columns stand apart. */
const APART = { isBeyond: true, isAhead: true } as const;

/** Between the left edge of a column and its trunks. */
const TRUNKS = 8;

/** A branch among those of its family. */
interface Stand {
	/** Its number, and that of the last one. */
	readonly at: number;
	readonly last: number;
	/** Its column, and the last one; in a row everything is a column of its own. */
	readonly column: number;
	readonly lastColumn: number;
	readonly isInColumn: boolean;
	/** The edges of it, or of its column; at the left of a column beyond the trunks. */
	readonly left: number;
	readonly right: number;
	/** Whether none before it reaches further to the right, and none after it further to the left. */
	readonly isBeyond: boolean;
	readonly isAhead: boolean;
}

/** What it costs to come up from beside a branch to beside the one around it, by both sides. */
type Step = Readonly<Record<Side, Readonly<Record<Side, number>>>>;

/** The cheapest way up beside one branch after the other, by the side of the topmost. */
export class Ways {
	readonly cost: Record<Side, number>;
	/** For each branch but the lowest, from which side it is reached. */
	readonly #from: Readonly<Record<Side, Side>>[] = [];

	constructor(cost: Record<Side, number>) {
		this.cost = cost;
	}

	/** Goes on to beside the next branch. */
	go(step: Step): void {
		const { left, right } = this.cost;
		const best = (to: Side): Side => (left + step.left[to] < right + step.right[to] ? 'left' : 'right');
		const from = { left: best('left'), right: best('right') };
		this.cost.left = (from.left === 'left' ? left : right) + step[from.left].left;
		this.cost.right = (from.right === 'left' ? left : right) + step[from.right].right;
		this.#from.push(from);
	}

	/** The sides from the lowest branch to the topmost, which is passed at `side`. */
	sides(side: Side): readonly Side[] {
		const sides = [side];
		for (let at = this.#from.length - 1; at >= 0; at--) sides.push(this.#from[at]![sides.at(-1)!]);
		return sides.reverse();
	}
}

/** Which sides links run at: the shorter ones, as long as they cross little. */
export class Sides {
	readonly #ground: Ground;
	readonly #stands = new Map<Node, Stand>();
	readonly #steps = new Map<Node, Step>();

	constructor(ground: Ground) {
		this.#ground = ground;
	}

	edgeOf(branch: Node, side: Side): number {
		return this.#standOf(branch)[side];
	}

	/** Whether its family stands in columns. */
	isInColumn(branch: Node): boolean {
		return this.#standOf(branch).isInColumn;
	}

	/** Whether nothing of its family stands further out on this side: a link can go on to the next edge. */
	isOutermost(branch: Node, side: Side): boolean {
		const { column, lastColumn } = this.#standOf(branch);
		return side === 'right' ? column === lastColumn : column === 0;
	}

	/** The best ways up beside all branches of `path`, which leads from a card or joint upwards. */
	waysUp(path: readonly Node[]): Ways {
		const start = path[0]!;
		const ways = new Ways({ left: this.#startCost(start, 'left'), right: this.#startCost(start, 'right') });
		for (let at = 1; at < path.length; at++) ways.go(this.#stepFrom(path[at - 1]!, path[at]!));
		return ways;
	}

	/** Where two branches of one family have a lane in common: in the gap at this side of the first, or along their column. */
	gap(a: Node, b: Node): Side | 'column' | null {
		const [one, other] = [this.#standOf(a), this.#standOf(b)];
		const way = other.column - one.column;
		if (way === 0) return 'column';
		// What stands beside the neck of a branch has no gap of its own.
		const [before, after] = way > 0 ? [one, other] : [other, one];
		const isOpen = before.right <= after.left && before.isBeyond && after.isAhead;
		return Math.abs(way) === 1 && isOpen ? (way > 0 ? 'right' : 'left') : null;
	}

	/** The cheapest pair of sides for two branches of one family, with what there is to cross between them. */
	bestPair(a: Node, ways: Ways, b: Node, others: Ways): { here: Side; there: Side } {
		let [least, best] = [Infinity, { here: SIDES[0] as Side, there: SIDES[0] as Side }];
		for (const here of SIDES)
			for (const there of SIDES) {
				const way = Math.abs(this.edgeOf(a, here) - this.edgeOf(b, there));
				const crossed = this.#crossedBetween(a, here, b, there);
				const cost = ways.cost[here] + others.cost[there] + way + CROSSING * crossed;
				if (cost < least) [least, best] = [cost, { here, there }];
			}
		return best;
	}

	#standOf(branch: Node): Stand {
		let known = this.#stands.get(branch);
		if (!known) this.#stands.set(branch, (known = this.#stand(branch)));
		return known;
	}

	#stand(branch: Node): Stand {
		const { arrangement } = this.#ground;
		const { parent } = branch;
		const siblings = parent ? parent.place.family : arrangement.roots;
		const { starts, shelves } = parent ? parent.place.form! : arrangement.whole;
		const at = siblings.indexOf(branch);
		const last = siblings.length - 1;
		const right = (node: Node) => this.#ground.cornerOf(node).x + node.place.form!.width;
		const { x } = this.#ground.cornerOf(branch);
		if (shelves) {
			const left = Math.min(...siblings.map((node) => this.#ground.cornerOf(node).x));
			const farthest = Math.max(...siblings.map(right));
			return { at, last, column: 0, lastColumn: 0, isInColumn: true, left, right: farthest, ...APART };
		}
		if (!starts)
			return {
				at,
				last,
				column: at,
				lastColumn: last,
				isInColumn: false,
				left: x,
				right: right(branch),
				isBeyond: siblings.slice(0, at).every((node) => right(node) <= right(branch)),
				isAhead: siblings.slice(at + 1).every((node) => this.#ground.cornerOf(node).x >= x)
			};
		const column = starts.findLastIndex((start) => start <= at);
		const lastColumn = starts.length - 1;
		let edge = -Infinity;
		for (const node of siblings.slice(starts[column], starts[column + 1])) edge = Math.max(edge, right(node));
		const isInColumn = parent !== null && hasTrunk(starts, column, starts[column + 1] ?? siblings.length);
		const left = x - (isInColumn ? COLUMN.indent - TRUNKS : 0);
		return { at, last, column, lastColumn, isInColumn, left, right: edge, ...APART };
	}

	#stepFrom(below: Node, branch: Node): Step {
		let known = this.#steps.get(below);
		if (known) return known;
		const to = this.#standOf(branch);
		const { last, isInColumn } = this.#standOf(below);
		// Beside what hangs alone something else may stand: a link changes its side elsewhere.
		const isNeck = last === 0 && !isInColumn;
		const costOf = (from: Side, side: Side) => {
			if (isNeck && from !== side) return FAR;
			const crossed = this.#crossedOut(below, from, side) + Number(side === 'left' && to.isInColumn);
			return Math.abs(this.edgeOf(below, from) - to[side]) + CROSSING * crossed;
		};
		const by = (from: Side) => ({ left: costOf(from, 'left'), right: costOf(from, 'right') });
		this.#steps.set(below, (known = { left: by('left'), right: by('right') }));
		return known;
	}

	/** From a card in a column the left lane lies beyond the trunks; at the right of a joint objections come in. */
	#startCost(node: Node, side: Side): number {
		const { x, width } = this.#ground.boxOf(node);
		const out = Math.abs(this.edgeOf(node, side) - (side === 'right' ? x + width : x));
		const isBlocked = side === 'left' ? this.isInColumn(node) : node.kind === 'joint';
		return out + (isBlocked ? CROSSING * (node.kind === 'joint' ? 2 : 1) : 0);
	}

	/** How many lines of its family a link crosses from beside `branch` out to an edge of the branch around it. */
	#crossedOut(branch: Node, from: Side, to: Side): number {
		const { at, last, isInColumn } = this.#standOf(branch);
		const own = from === to ? 0 : 1;
		return isInColumn ? own : own + (to === 'right' ? last - at : at);
	}

	#crossedBetween(a: Node, from: Side, b: Node, to: Side): number {
		const [one, other] = [this.#standOf(a), this.#standOf(b)];
		const isAhead = other.at > one.at;
		if (one.isInColumn) return Math.abs(one.column - other.column) + (from === to ? 0 : 1);
		const own = Number(from === (isAhead ? 'left' : 'right')) + Number(to === (isAhead ? 'right' : 'left'));
		return Math.abs(one.at - other.at) - 1 + own;
	}
}
