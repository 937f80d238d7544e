import type { Id } from '#lib/core/model/item.ts';
import type { Node } from '../forest/node.ts';
import { alone, columns, isFirstSide, row, type Family, type Form } from './family.ts';
import { bestForm, formsOf } from './forms.ts';

/** How families stand, by their heads: the first child of each column, or `null` for a row. The roots are under ''. */
export type Shapes = Map<Id, readonly Id[] | null>;

/** A map that is wider or higher than this is composed anew. */
const RATIO = { least: 1 / 3, most: 4 } as const;
/** A new family of so many stands in a row, a bigger one in a column. */
const SMALL = 3;

/** Whether a map may keep the shapes of its families. */
export function isInProportion({ width, height }: Form): boolean {
	return width / height >= RATIO.least && width / height <= RATIO.most;
}

/**
 * Composes everything anew: the forms of `nodes`, in which each comes after its parent, and of the `roots`, so that
 * the whole comes near the wished ratio.
 */
export function compose(
	nodes: readonly Node[],
	roots: readonly Node[],
	familyOf: (node: Node) => Family,
	ratio: number
): Form {
	const choicesOf = (children: readonly Node[]) => children.map(({ place }) => place.choices);
	for (const node of nodes.toReversed()) {
		const family = familyOf(node);
		node.place.choices = formsOf(family, choicesOf(family.children), node.depth === 0);
	}
	const whole = bestForm(formsOf({ head: null, children: roots }, choicesOf(roots), true), ratio);
	for (const [at, { place }] of roots.entries()) place.form = whole.parts[at]!;
	for (const { place } of nodes) {
		if (place.pin) place.form = bestForm(place.choices, ratio);
		for (const [at, child] of place.family.entries()) child.place.form = place.form!.parts[at]!;
		place.choices = [];
	}
	return whole;
}

/** The form of a family as it stood before; one that is new stands in a row or a column. */
export function asBefore(family: Family, id: Id, shapes: Shapes): Form {
	const { head, children } = family;
	if (children.length === 0) return alone(head ?? NOTHING);
	const parts = children.map(({ place }) => place.form!);
	const firsts = shapes.get(id);
	const isRow = firsts === undefined ? children.length <= SMALL || head === null : firsts === null;
	const isBound = head?.kind === 'joint' && (firsts === undefined || !children.every(isFirstSide));
	if (isRow || isBound) return row(family, parts);
	const begins = new Set(firsts ?? []);
	const starts = [0];
	for (let at = 1; at < children.length; at++) {
		const child = children[at]!;
		const turns = begins.size > 1 && head !== null && isFirstSide(child) !== isFirstSide(children[at - 1]!);
		if (turns || begins.has(child.id)) starts.push(at);
	}
	return columns(family, parts, starts);
}

const NOTHING = { width: 0, height: 0 };

/** Remembers how a family stands. */
export function keepShape(shapes: Shapes, id: Id, children: readonly Node[], { starts }: Form): void {
	if (children.length > 0) shapes.set(id, starts && starts.map((start) => children[start]!.id));
}
