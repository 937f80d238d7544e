import type { Node } from './forest.ts';
import { COLUMN, drops, GAP, JOINT } from './gaps.ts';
import type { Size } from './types.ts';

/** A way to stand: a card or joint with everything below it, in the smallest rectangle around it. */
export interface Form extends Size {
	/** The middle of the card or joint at the top, from the left edge. */
	readonly anchor: number;
	/** The forms of the children, in order, and where each has its upper left corner. */
	readonly parts: readonly Form[];
	readonly xs: readonly number[];
	readonly ys: readonly number[];
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
	return { width, height, anchor: width / 2, parts: [], xs: [], ys: [], starts: null };
}

/** All children side by side, the head over the middle of them; a joint over the middle of its premises. */
export function row({ head, children }: Family, parts: readonly Form[]): Form {
	const hasJoints = children.some(({ kind }) => kind === 'joint');
	const fall = head ? drops(head.kind, hasJoints) : { joint: 0, card: 0 };
	const xs: number[] = [];
	const ys: number[] = [];
	const isOnlyBeside = head?.kind === 'joint' && !isFirstSide(children[0]!);
	let width = isOnlyBeside ? JOINT + GAP.sibling : 0;
	let height = head?.height ?? 0;
	for (const [at, part] of parts.entries()) {
		if (at > 0) width += gap(children[at - 1]!, children[at]!);
		const y = (head?.height ?? 0) + fall[children[at]!.kind];
		xs.push(width);
		ys.push(y);
		width += part.width;
		height = Math.max(height, y + part.height);
	}
	if (!head) return { width, height, anchor: width / 2, parts, xs, ys, starts: null };
	const last = head.kind === 'joint' ? children.findLastIndex(isFirstSide) : parts.length - 1;
	const anchor = isOnlyBeside ? JOINT / 2 : (xs[0]! + parts[0]!.anchor + xs[last]! + parts[last]!.anchor) / 2;
	const shift = Math.max(0, head.width / 2 - anchor);
	return {
		width: Math.max(width, anchor + head.width / 2) + shift,
		height,
		anchor: anchor + shift,
		parts,
		xs: shift > 0 ? xs.map((x) => x + shift) : xs,
		ys,
		starts: null
	};
}

/** Children one below the other in columns that begin at `starts`; one column stands under the left of its head. */
export function columns({ head, children }: Family, parts: readonly Form[], starts: readonly number[]): Form {
	const isSingle = starts.length === 1;
	const top = !head ? 0 : head.height + (isSingle ? COLUMN.top : GAP.generation);
	const indent = head ? COLUMN.indent : 0;
	const xs: number[] = [];
	const ys: number[] = [];
	let width = 0;
	let height = 0;
	for (const [column, start] of starts.entries()) {
		const end = starts[column + 1] ?? parts.length;
		const x = (column === 0 ? 0 : width + GAP.family) + indent;
		let y = top;
		for (let at = start; at < end; at++) {
			if (at > start) y += gap(children[at - 1]!, children[at]!);
			xs.push(x);
			ys.push(y);
			y += parts[at]!.height;
			width = Math.max(width, x + parts[at]!.width);
		}
		height = Math.max(height, y);
	}
	const least = head?.width ?? 0;
	const shift = isSingle ? 0 : Math.max(0, (least - width) / 2);
	const anchor = isSingle ? least / 2 : Math.max(width, least) / 2;
	return {
		width: Math.max(width, least),
		height,
		anchor,
		parts,
		xs: shift > 0 ? xs.map((x) => x + shift) : xs,
		ys,
		starts
	};
}

/** Between two neighbours: close for cards that stand alone, wider where branches meet. */
function gap(a: Node, b: Node): number {
	return a.children.length === 0 && b.children.length === 0 ? GAP.sibling : GAP.family;
}

/** The head of a family: the card with its size, or the joint. */
export function headOf(node: Node, size: (node: Node) => Size): NonNullable<Family['head']> {
	if (node.kind === 'joint') return { kind: 'joint', width: JOINT, height: JOINT };
	const { width, height } = size(node);
	return { kind: 'card', width, height };
}
