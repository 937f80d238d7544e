import type { Node } from '../forest/node.ts';
import { GAP } from './gaps.ts';
import type { Size } from '../layout/types.ts';

/** A way to stand: a card or joint with everything below it, in the smallest rectangle around it. */
export interface Form extends Size {
	/** The middle of the card or joint at the top, from the left edge. */
	readonly anchor: number;
	/** How far everything but the head is moved to the right, so that the head has room above it. */
	readonly shift: number;
	/** The forms of the children, in order. */
	readonly parts: readonly Form[];
	/** Where columns begin, as places among the children; `null` for rows. */
	readonly starts: readonly number[] | null;
	/** Where shelves begin, as places among the children; `null` for one row and for columns. */
	readonly shelves: readonly number[] | null;
}

/** A card or joint and what stands directly below it; without a head, the roots side by side. */
export interface Family {
	readonly head: (Size & { readonly kind: Node['kind'] }) | null;
	readonly children: readonly Node[];
}

/** Is told the upper left corner of a child's branch, by its place among the children. */
export type Take = (at: number, x: number, y: number) => void;

/** What joins its parent first: premises of a joint, supports of a card. The others come after. */
export function isFirstSide(child: Node): boolean {
	return child.parent?.kind === 'joint' ? child.part === 'premise' : child.sense === 'support';
}

/** Whether a child is on the other side than the one before it. */
export function turnsAt({ head, children }: Family, at: number): boolean {
	return at > 0 && head !== null && isFirstSide(children[at]!) !== isFirstSide(children[at - 1]!);
}

/** Whether a joint has no premises below it, only objections at its side. */
export function isBeside({ head, children }: Family): boolean {
	return head?.kind === 'joint' && children.length > 0 && !isFirstSide(children[0]!);
}

/** The form of a card by itself, or of a joint. */
export function alone({ width, height }: Size): Form {
	return { width, height, anchor: width / 2, shift: 0, parts: NONE, starts: null, shelves: null };
}

const NONE: readonly Form[] = [];

/** Between two neighbours: close for cards that stand alone, wider where branches meet. */
export function gap(a: Node, b: Node): number {
	return a.children.length === 0 && b.children.length === 0 ? GAP.sibling : GAP.family;
}
