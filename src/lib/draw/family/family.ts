import type { Node } from '../forest/node.ts';
import { GAP } from './gaps.ts';
import type { Size } from '../layout/types.ts';

/** A way to stand: a card or joint with everything below it, in the smallest rectangle around it. */
export interface Form extends Size {
	/** The middle of the card or joint at the top, from the left edge. */
	readonly anchor: number;
	/** How far everything but the head is moved to the right, so that the head has room above it. */
	readonly shift: number;
	/** What is at the top: as high as that, there is nothing at its sides. */
	readonly neck: Neck;
	/** The forms of the children, in order. */
	readonly parts: readonly Form[];
	/** Where columns begin, as places among the children; `null` for rows. */
	readonly starts: readonly number[] | null;
	/** Where shelves begin, as places among the children; `null` for one row and for columns. */
	readonly shelves: readonly number[] | null;
}

/** The head of a form, and what hangs from it one by one, as long as no link leads to any of that. */
export interface Neck {
	readonly left: number;
	readonly right: number;
	readonly height: number;
}

/** A card or joint and what stands directly below it; without a head, the roots side by side. */
export interface Family {
	readonly head: Head | null;
	readonly children: readonly Node[];
}

export interface Head extends Size {
	readonly kind: Node['kind'];
	/** Links lead to it or from it, or may do so. */
	readonly isTied: boolean;
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
export function alone(head: Head | null): Form {
	const { width, height } = head ?? NOTHING;
	const anchor = width / 2;
	return {
		width,
		height,
		anchor,
		shift: 0,
		neck: neckOf(head, anchor),
		parts: NONE,
		starts: null,
		shelves: null
	};
}

const NOTHING: Size = { width: 0, height: 0 };
const NONE: readonly Form[] = [];

/** Between two neighbours: close for cards that stand alone, wider where branches meet. */
export function gap(a: Node, b: Node): number {
	return a.children.length === 0 && b.children.length === 0 ? GAP.sibling : GAP.family;
}

/** The neck of a form in which more than one thing hangs from its head. */
export function neckOf(head: Head | null, anchor: number): Neck {
	if (!head || head.isTied || head.kind === 'joint') return { left: anchor, right: anchor, height: 0 };
	return { left: anchor - head.width / 2, right: anchor + head.width / 2, height: head.height };
}
