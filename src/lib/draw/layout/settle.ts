import type { Point } from '#lib/core/model/item.ts';
import type { Node } from '../forest/node.ts';

/** How far so many cards are from where they were. */
interface Way extends Point {
	readonly count: number;
}

interface Stand {
	/** The corner of its branch, and the left edge of the card or joint itself. */
	readonly x: number;
	readonly y: number;
	readonly left: number;
	readonly parent: Node | null;
}

/**
 * Where things stood before an edit. Only what is on the way from the roots to what was edited is looked at by itself:
 * a branch beside it moves as a whole.
 */
export class Footprints {
	readonly #stands = new Map<Node, Stand>();
	#isOnWay: (node: Node) => boolean;

	constructor(roots: readonly Node[], origin: Point, isOnWay: (node: Node) => boolean) {
		this.#isOnWay = isOnWay;
		this.#add(roots, origin, null);
	}

	/** Looks at everything by itself; to be asked for as long as nothing but what is on the way has changed. */
	widen(): void {
		const beside = [...this.#stands].filter(([node]) => !this.#isOnWay(node));
		this.#isOnWay = () => true;
		for (const [node, { x, y }] of beside) this.#add(node.place.family, { x, y }, node);
	}

	#add(family: readonly Node[], corner: Point, parent: Node | null): void {
		const queue: { node: Node; corner: Point; parent: Node | null }[] = [];
		for (const node of family) queue.push({ node, corner, parent });
		for (let next = queue.pop(); next; next = queue.pop()) {
			const { place } = next.node;
			if (!place.form) continue;
			const [x, y] = [next.corner.x + place.x, next.corner.y + place.y];
			this.#stands.set(next.node, { x, y, left: x + headLeft(next.node), parent: next.parent });
			if (!this.#isOnWay(next.node)) continue;
			for (const child of place.family) queue.push({ node: child, corner: { x, y }, parent: next.node });
		}
	}

	/** How far to move everything so that most of it lies where it lay, or as much as can be near to there. */
	wayBack(roots: readonly Node[]): Point {
		const ways: Way[] = [];
		const queue = roots.map((node) => ({ node, x: 0, y: 0 }));
		for (let next = queue.pop(); next; next = queue.pop()) {
			const { node } = next;
			const was = this.#stands.get(node);
			if (!was || was.parent !== node.parent) continue;
			const [x, y] = [next.x + node.place.x, next.y + node.place.y];
			if (!this.#isOnWay(node)) {
				ways.push({ x: was.x - x, y: was.y - y, count: node.place.count });
				continue;
			}
			if (node.kind === 'card') ways.push({ x: was.left - x - headLeft(node), y: was.y - y, count: 1 });
			for (const child of node.place.family) queue.push({ node: child, x, y });
		}
		return middleOf(ways);
	}
}

/** The left edge of the card or joint itself, seen from the corner of its branch. */
export function headLeft({ place }: Node): number {
	return place.form!.anchor - place.width / 2;
}

/** The middle of the closest half of all ways, in both directions. */
export function middleOf(ways: readonly Way[]): Point {
	return { x: bulk(ways, 'x'), y: bulk(ways, 'y') };
}

/** The middle of the closest half of some numbers; if more than half are the same, that. */
function bulk(ways: readonly Way[], axis: 'x' | 'y'): number {
	if (ways.length === 0) return 0;
	const sorted = ways.toSorted((a, b) => a[axis] - b[axis]);
	const half = sorted.reduce((sum, { count }) => sum + count, 0) >> 1;
	let [least, middle] = [Infinity, 0];
	/** Before `at` and before `end` there are so many. */
	let [before, end, beforeEnd] = [0, 0, 0];
	for (const from of sorted) {
		while (end < sorted.length && beforeEnd + sorted[end]!.count <= before + half)
			beforeEnd += sorted[end++]!.count;
		const to = sorted[end];
		if (!to) break;
		const span = to[axis] - from[axis];
		if (span < least) [least, middle] = [span, (from[axis] + to[axis]) / 2];
		before += from.count;
	}
	return Math.round(middle);
}
