import type { Node } from '../forest/node.ts';
import { isBeside, isFirstSide, neckOf, type Family, type Form, type Neck, type Take } from './family.ts';
import { drops, GAP, JOINT } from './gaps.ts';
import { sideBySide } from './sideBySide.ts';

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
	if (!head) return { ...one, width, anchor: width / 2, shift: 0, neck: neckOf(null, width / 2) };
	// Whole numbers: sums of them are the same in whatever order they are added.
	const anchor = isOnlyBeside ? JOINT / 2 : Math.round((first + final) / 2);
	const shift = Math.max(0, head.width / 2 - anchor);
	return {
		...one,
		width: Math.max(width, anchor + head.width / 2) + shift,
		anchor: anchor + shift,
		shift,
		neck: neckOfRow(family, parts, anchor + shift, shift)
	};
}

/** Answers with the width of all. */
export function eachInRow(family: Family, parts: readonly Form[], take: Take): number {
	const { head, children } = family;
	const top = head?.height ?? 0;
	const fall = head ? drops(head.kind, children.some(isJoint)) : LEVEL;
	const x = isBeside(family) ? JOINT + GAP.sibling : 0;
	return (
		sideBySide(family, parts, [0, parts.length], fall, (at, left) =>
			take(at, x + left, top + fall[children[at]!.kind])
		) + x
	);
}

const LEVEL = { joint: 0, card: 0 };

/** What hangs alone from its head makes the neck longer, as long as no link leads there. */
function neckOfRow(family: Family, parts: readonly Form[], anchor: number, shift: number): Neck {
	const { head, children } = family;
	const only = children[0]!;
	if (!head || head.isTied || parts.length > 1 || isBeside(family)) return neckOf(head, anchor);
	const { left, right, height } = parts[0]!.neck;
	return {
		left: Math.min(anchor - head.width / 2, left + shift),
		right: Math.max(anchor + head.width / 2, right + shift),
		height: head.height + drops(head.kind, isJoint(only))[only.kind] + height
	};
}

export function isJoint({ kind }: Node): boolean {
	return kind === 'joint';
}
