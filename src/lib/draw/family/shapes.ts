import type { Id } from '#lib/core/model/item.ts';
import type { Node } from '../forest/node.ts';
import { columns } from './columns.ts';
import { alone, isBeside, turnsAt, type Family, type Form } from './family.ts';
import { bestForm, formsOf } from './forms.ts';
import { row } from './row.ts';
import { shelves } from './shelves.ts';

/** How a family stands: on shelves or in columns, and the first child of each; `null` for a row. */
export interface Shape {
	readonly isShelves: boolean;
	readonly firsts: ReadonlySet<Id>;
}

/** How families stand, by their heads. The roots are under ''. */
export type Shapes = Map<Id, Shape | null>;

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
	if (children.length === 0) return alone(head);
	const parts = children.map(({ place }) => place.form!);
	const known = shapes.get(id);
	const shape = known === undefined ? defaultOf(family) : known;
	const firsts = shape && firstsIn(family, shape);
	if (!firsts || isBeside(family)) return row(family, parts);
	if (shape?.isShelves) return firsts.length > 1 ? shelves(family, parts, firsts) : row(family, parts);
	return columns(family, parts, firsts);
}

/** A new family stands in a row as long as it is small, and so do joined premises. */
function defaultOf({ head, children }: Family): Shape | null {
	if (!head || head.kind === 'joint' || children.length <= SMALL) return null;
	return { isShelves: false, firsts: new Set([children[0]!.id]) };
}

/** Which children now begin a column or a shelf. */
function firstsIn(family: Family, { isShelves, firsts }: Shape): number[] {
	const mayMix = isShelves || (firsts.size === 1 && family.head?.kind === 'card');
	const found = [0];
	for (let at = 1; at < family.children.length; at++)
		if (firsts.has(family.children[at]!.id) || (!mayMix && turnsAt(family, at))) found.push(at);
	return found;
}

/** Remembers how a family stands. */
export function keepShape(
	shapes: Shapes,
	id: Id,
	children: readonly Node[],
	{ starts, shelves: rows }: Form
): void {
	if (children.length === 0) return;
	const firsts = starts ?? rows;
	const shape = firsts && {
		isShelves: starts === null,
		firsts: new Set(firsts.map((at) => children[at]!.id))
	};
	shapes.set(id, shape);
}
