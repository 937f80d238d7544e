import type { Forest } from '../forest/forest.ts';
import type { Node } from '../forest/node.ts';
import type { Changes } from '../forest/plant.ts';
import { alone, type Family, type Form } from './family.ts';
import { eachIn, trunksOf } from './standing.ts';
import type { Reach } from '../layout/place.ts';
import { headLeft, type Footprints } from '../layout/settle.ts';
import { asBefore, compose, isInProportion, keepShape, type Shapes } from './shapes.ts';

/** How all families of a forest stand, each seen from the corner of its own branch. */
export class Arrangement {
	/** The roots that stand side by side, and how. */
	roots: readonly Node[] = [];
	whole: Form = alone(null);
	/** Something was moved to make room for what is pinned. */
	hasAsides = false;
	readonly shapes: Shapes;
	readonly #forest: Forest;
	/** Width to height as it was composed. */
	#composed = 0;

	constructor(forest: Forest, shapes: Shapes = new Map()) {
		this.#forest = forest;
		this.shapes = new Map(shapes);
	}

	/**
	 * Arranges what has changed, and what is around it as far as that has to give way; all of it anew where the whole
	 * is out of proportion. Tells whether anything stands otherwise.
	 */
	arrange(changes: Changes, ratio: number, footprints: Footprints | null): boolean {
		const isFirst = this.shapes.size === 0;
		if (!isFirst && !this.#arrangeAgain(changes)) return false;
		if (!isFirst && this.#isFair()) return true;
		footprints?.widen();
		this.#compose(ratio);
		return true;
	}

	/** In proportion, or as near to it as it can be. */
	#isFair(): boolean {
		const { width, height } = this.whole;
		const change = width / height / this.#composed;
		return isInProportion(this.whole) || (change > 1 / SLACK && change < SLACK);
	}

	/** From the lowest upwards, as long as something is seen to have changed. */
	#arrangeAgain({ nodes, areRoots }: Changes): boolean {
		const levels: Set<Node>[] = [];
		const add = (node: Node) => (levels[node.depth] ??= new Set()).add(node);
		for (const node of nodes) if (this.#forest.nodes.get(node.id) === node) add(node);
		if (levels.length === 0 && !areRoots) return false;
		let areOther = areRoots;
		for (let depth = levels.length - 1; depth >= 0; depth--)
			for (const node of levels[depth] ?? []) {
				const isOther = this.#stand(node);
				if (!isOther || node.place.pin) continue;
				if (node.parent) add(node.parent);
				else areOther = true;
			}
		if (areOther) this.#standRoots();
		return true;
	}

	/** Gives a family the form that it had; tells whether that looks otherwise from outside. */
	#stand(node: Node): boolean {
		const { place } = node;
		const before = { ...place, isLeaf: place.family.length === 0 };
		place.family = this.#free(node.children);
		const family = familyOf(node);
		place.form = asBefore(family, node.id, this.shapes);
		if (!this.shapes.has(node.id)) keepShape(this.shapes, node.id, place.family, place.form);
		spread(node);
		return (
			before.form === null ||
			before.isLeaf !== (place.family.length === 0) ||
			!isSameForm(before.form, place.form) ||
			before.count !== place.count ||
			!isSameReach(before.reach, place.reach)
		);
	}

	#standRoots(): void {
		this.roots = this.#free(this.#forest.roots);
		this.whole = asBefore({ head: null, children: this.roots }, '', this.shapes);
		if (!this.shapes.has('')) keepShape(this.shapes, '', this.roots, this.whole);
		spreadRoots(this.roots, this.whole);
	}

	#compose(ratio: number): void {
		const nodes = this.#forest.levels();
		for (const node of nodes) node.place.family = this.#free(node.children);
		this.roots = this.#free(this.#forest.roots);
		this.whole = compose(nodes, this.roots, familyOf, ratio);
		spreadRoots(this.roots, this.whole);
		keepShape(this.shapes, '', this.roots, this.whole);
		for (const node of nodes.toReversed()) {
			keepShape(this.shapes, node.id, node.place.family, node.place.form!);
			spread(node);
		}
		this.#composed = this.whole.width / this.whole.height;
	}

	/** Those that stand with their family: what is pinned stands elsewhere. */
	#free(list: readonly Node[]): readonly Node[] {
		return list.some(({ place }) => place.pin) ? list.filter(({ place }) => !place.pin) : list;
	}
}

/** What cannot be brought into proportion is composed anew only when it is out of it by so much more. */
const SLACK = 1.25;

export function familyOf({ kind, place: { width, height, isTied, family } }: Node): Family {
	return { head: { kind, width, height, isTied }, children: family };
}

/** Gives the children of a family their places, and finds how far all of it reaches. */
function spread(node: Node): void {
	const { place } = node;
	const form = place.form!;
	place.lines = null;
	if (place.pin) {
		place.x = place.pin.x - headLeft(node);
		place.y = place.pin.y;
	}
	const left = headLeft(node);
	let reach: Reach = { left, top: 0, right: left + place.width, bottom: place.height };
	place.count = node.kind === 'card' ? 1 : 0;
	const family = familyOf(node);
	eachIn(family, form, (at, x, y) => {
		const child = place.family[at]!.place;
		child.x = x;
		child.y = y;
		place.count += child.count;
		reach = joined(reach, child);
	});
	for (const x of trunksOf(family, form))
		reach = { ...reach, left: Math.min(reach.left, x), right: Math.max(reach.right, x) };
	place.reach = reach;
}

function spreadRoots(roots: readonly Node[], whole: Form): void {
	eachIn({ head: null, children: roots }, whole, (at, x, y) => {
		const { place } = roots[at]!;
		place.x = x;
		place.y = y;
	});
}

/** How far something reaches together with a branch in its place. */
export function joined(a: Reach, { x, y, reach }: Node['place']): Reach {
	return {
		left: Math.min(a.left, x + reach.left),
		top: Math.min(a.top, y + reach.top),
		right: Math.max(a.right, x + reach.right),
		bottom: Math.max(a.bottom, y + reach.bottom)
	};
}

function isSameForm(a: Form, b: Form): boolean {
	const isSameNeck =
		a.neck.left === b.neck.left && a.neck.right === b.neck.right && a.neck.height === b.neck.height;
	return a.width === b.width && a.height === b.height && a.anchor === b.anchor && isSameNeck;
}

function isSameReach(a: Reach, b: Reach): boolean {
	return a.left === b.left && a.top === b.top && a.right === b.right && a.bottom === b.bottom;
}
