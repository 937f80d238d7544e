import type { Node } from '../forest/node.ts';
import { COLUMN, drops, GAP, JOINT } from './gaps.ts';
import type { Size } from '../layout/types.ts';

/** A way to stand: a card or joint with everything below it, in the smallest rectangle around it. */
export interface Form extends Size {
	/** The middle of the card or joint at the top, from the left edge. */
	readonly anchor: number;
	/** How far everything but the head is moved to the right, so that the head has room above it. */
	readonly shift: number;
	/** The forms of the children, in order. */
	readonly parts: readonly Form[];
	/** Where columns begin, as places among the children; `null` for one row. */
	readonly starts: readonly number[] | null;
}

/** A card or joint and what stands directly below it; without a head, the roots side by side. */
export interface Family {
	readonly head: (Size & { readonly kind: Node['kind'] }) | null;
	readonly children: readonly Node[];
}

/** What joins its parent first: premises of a joint, supports of a card. The others come after. */
export function isFirstSide(child: Node): boolean {
	return child.parent?.kind === 'joint' ? child.part === 'premise' : child.sense === 'support';
}

/** The form of a card by itself, or of a joint. */
export function alone({ width, height }: Size): Form {
	return { width, height, anchor: width / 2, shift: 0, parts: NONE, starts: null };
}

const NONE: readonly Form[] = [];

/** All children side by side, the head over the middle of them; a joint over the middle of its premises. */
export function row(family: Family, parts: readonly Form[]): Form {
	const { head, children } = family;
	const isOnlyBeside = isBeside(family);
	const last = head?.kind === 'joint' ? children.findLastIndex(isFirstSide) : parts.length - 1;
	let [height, first, final] = [head?.height ?? 0, 0, 0];
	const width = eachInRow(family, parts, (at, x, y) => {
		const part = parts[at]!;
		if (at === 0) first = x + part.anchor;
		if (at === last) final = x + part.anchor;
		height = Math.max(height, y + part.height);
	});
	if (!head) return { width, height, anchor: width / 2, shift: 0, parts, starts: null };
	// Whole numbers: sums of them are the same in whatever order they are added.
	const anchor = isOnlyBeside ? JOINT / 2 : Math.round((first + final) / 2);
	const shift = Math.max(0, head.width / 2 - anchor);
	return {
		width: Math.max(width, anchor + head.width / 2) + shift,
		height,
		anchor: anchor + shift,
		shift,
		parts,
		starts: null
	};
}

/** Children one below the other in columns that begin at `starts`; one column stands under the left of its head. */
export function columns(family: Family, parts: readonly Form[], starts: readonly number[]): Form {
	let height = 0;
	const width = eachInColumns(family, parts, starts, (at, _x, y) => {
		height = Math.max(height, y + parts[at]!.height);
	});
	const least = family.head?.width ?? 0;
	const isSingle = starts.length === 1;
	const shift = isSingle ? 0 : Math.max(0, (least - width) / 2);
	const anchor = isSingle ? least / 2 : Math.max(width, least) / 2;
	return { width: Math.max(width, least), height, anchor, shift, parts, starts };
}

/** Is told the upper left corner of a child's branch, by its place among the children. */
type Take = (at: number, x: number, y: number) => void;

/** Where the children of a family stand in one of its forms, from the upper left corner of that. */
export function eachIn(family: Family, { parts, starts, shift }: Form, take: Take): void {
	const moved: Take = shift === 0 ? take : (at, x, y) => take(at, x + shift, y);
	if (starts) eachInColumns(family, parts, starts, moved);
	else eachInRow(family, parts, moved);
}

/** Answers with the width of all. */
function eachInRow(family: Family, parts: readonly Form[], take: Take): number {
	const { head, children } = family;
	const top = head?.height ?? 0;
	const fall = head ? drops(head.kind, children.some(isJoint)) : LEVEL;
	let width = isBeside(family) ? JOINT + GAP.sibling : 0;
	for (let at = 0; at < parts.length; at++) {
		const child = children[at]!;
		if (at > 0) width += gap(children[at - 1]!, child);
		take(at, width, top + fall[child.kind]);
		width += parts[at]!.width;
	}
	return width;
}

const LEVEL = { joint: 0, card: 0 };

function isJoint({ kind }: Node): boolean {
	return kind === 'joint';
}

/** Whether a joint has no premises below it, only objections at its side. */
function isBeside({ head, children }: Family): boolean {
	return head?.kind === 'joint' && children.length > 0 && !isFirstSide(children[0]!);
}

/** Answers with the width of all. */
function eachInColumns(
	{ head, children }: Family,
	parts: readonly Form[],
	starts: readonly number[],
	take: Take
): number {
	const top = !head ? 0 : head.height + (starts.length === 1 ? COLUMN.top : GAP.generation);
	const indent = head ? COLUMN.indent : 0;
	let width = 0;
	for (let column = 0; column < starts.length; column++) {
		const start = starts[column]!;
		const end = starts[column + 1] ?? parts.length;
		const x = (column === 0 ? 0 : width + GAP.family) + indent;
		let y = top;
		for (let at = start; at < end; at++) {
			if (at > start) y += gap(children[at - 1]!, children[at]!);
			take(at, x, y);
			y += parts[at]!.height;
			width = Math.max(width, x + parts[at]!.width);
		}
	}
	return width;
}

/** Between two neighbours: close for cards that stand alone, wider where branches meet. */
function gap(a: Node, b: Node): number {
	return a.children.length === 0 && b.children.length === 0 ? GAP.sibling : GAP.family;
}
