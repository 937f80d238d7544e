import { gap, isFirstSide, neckOf, type Family, type Form, type Take } from './family.ts';
import { COLUMN, drops, GAP } from './gaps.ts';

/**
 * Children one below the other in columns that begin at `starts`. One column stands under the left of its head; of
 * several, those of one child hang from the top as in a row. A joint is over the middle of its premises.
 */
export function columns(family: Family, parts: readonly Form[], starts: readonly number[]): Form {
	const { head, children } = family;
	let [height, right] = [0, 0];
	const width = eachInColumns(family, parts, starts, (at, x, y) => {
		height = Math.max(height, y + parts[at]!.height);
		if (isFirstSide(children[at]!)) right = Math.max(right, x + parts[at]!.width);
	});
	const one = { height, parts, starts, shelves: null };
	const least = head?.width ?? 0;
	if (starts.length === 1) {
		const anchor = least / 2;
		return { ...one, width: Math.max(width, least), shift: 0, anchor, neck: neckOf(head, anchor) };
	}
	const middle = Math.round((head?.kind === 'joint' ? right : width) / 2);
	const shift = Math.max(0, least / 2 - middle);
	const anchor = middle + shift;
	return {
		...one,
		width: Math.max(width, middle + least / 2) + shift,
		shift,
		anchor,
		neck: neckOf(head, anchor)
	};
}

/** Answers with the width of all. */
export function eachInColumns(
	family: Family,
	parts: readonly Form[],
	starts: readonly number[],
	take: Take
): number {
	const { head, children } = family;
	const top = !head ? 0 : head.height + (starts.length === 1 ? COLUMN.top : drops(head.kind, false).card);
	let width = 0;
	for (let column = 0; column < starts.length; column++) {
		const start = starts[column]!;
		const end = starts[column + 1] ?? parts.length;
		const x =
			(column === 0 ? 0 : width + GAP.family) + (head && hasTrunk(starts, column, end) ? COLUMN.indent : 0);
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

/** Whether lines leave the children of a column, which ends before `end`, at the left; else they do at the top. */
export function hasTrunk(starts: readonly number[], column: number, end: number): boolean {
	return starts.length === 1 || end - starts[column]! > 1;
}

/** Where the first trunk is; `null` where what stands first hangs from the top. */
export function trunkAtLeft({ starts, parts }: Form): number | null {
	return starts && hasTrunk(starts, 0, starts[1] ?? parts.length) ? COLUMN.inner : null;
}
