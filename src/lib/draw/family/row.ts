import type { Node } from '../forest/node.ts';
import { gap, isBeside, isFirstSide, type Family, type Form, type Take } from './family.ts';
import { drops, GAP, JOINT } from './gaps.ts';

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
	const one = { height, parts, starts: null, shelves: null };
	if (!head) return { ...one, width, anchor: width / 2, shift: 0 };
	// Whole numbers: sums of them are the same in whatever order they are added.
	const anchor = isOnlyBeside ? JOINT / 2 : Math.round((first + final) / 2);
	const shift = Math.max(0, head.width / 2 - anchor);
	return {
		...one,
		width: Math.max(width, anchor + head.width / 2) + shift,
		anchor: anchor + shift,
		shift
	};
}

/** Answers with the width of all. */
export function eachInRow(family: Family, parts: readonly Form[], take: Take): number {
	const { head, children } = family;
	const top = head?.height ?? 0;
	const fall = head ? drops(head.kind, children.some(isJoint)) : LEVEL;
	const x = isBeside(family) ? JOINT + GAP.sibling : 0;
	return (
		sideBySide(family, parts, [0, parts.length], (at, left) =>
			take(at, x + left, top + fall[children[at]!.kind])
		) + x
	);
}

const LEVEL = { joint: 0, card: 0 };

/** Some of the children from left to right. Answers with the width of these. */
export function sideBySide(
	{ children }: Family,
	parts: readonly Form[],
	[from, to]: readonly [number, number],
	take: (at: number, x: number) => void
): number {
	let width = 0;
	for (let at = from; at < to; at++) {
		if (at > from) width += gap(children[at - 1]!, children[at]!);
		take(at, width);
		width += parts[at]!.width;
	}
	return width;
}

export function isJoint({ kind }: Node): boolean {
	return kind === 'joint';
}
