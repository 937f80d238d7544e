import { isFirstSide, neckOf, type Family, type Form, type Take } from './family.ts';
import { BUS, drops, SHELF } from './gaps.ts';
import { isJoint } from './row.ts';
import { sideBySide, type Fall } from './sideBySide.ts';

/** Children from left to right that hang from one level. */
export interface Shelf {
	readonly from: number;
	/** Before this place among the children. */
	readonly to: number;
	/** Before this place among the children those stand that hang from the left trunk, after it those of the right. */
	readonly turn: number;
	/** Its upper left corner, below the head or below the shelf above. */
	readonly x: number;
	readonly top: number;
	readonly width: number;
	/** How far the right ones stand to the right of where they would. */
	readonly spare: number;
	/** How far below the corner its level lines run, and its joints and cards begin. */
	readonly bus: number;
	readonly fall: Fall;
}

/** All shelves of a family, seen from the corner of what stands on them. */
export interface Shelves {
	readonly shelves: readonly Shelf[];
	readonly width: number;
}

/**
 * Children in several rows. The head stands over the middle of the first; trunks beside all of them lead to the
 * others, at the left those of the side that begins, at the right those of the other.
 */
export function shelves(family: Family, parts: readonly Form[], firsts: readonly number[]): Form {
	const { head } = family;
	const { shelves: found, width } = shelvesOf(family, parts, firsts);
	const end = found[0]!.to - 1;
	let [height, first, final] = [0, 0, 0];
	eachOnShelves(family, parts, found, (at, x, y) => {
		const part = parts[at]!;
		if (at === 0) first = x + part.anchor;
		if (at === end) final = x + part.anchor;
		height = Math.max(height, y + part.height);
	});
	const one = { height, parts, starts: null, shelves: firsts };
	const least = head?.width ?? 0;
	const middle = Math.round((first + final) / 2);
	const shift = Math.max(0, least / 2 - middle);
	return {
		...one,
		width: Math.max(width, middle + least / 2) + shift,
		shift,
		anchor: middle + shift,
		neck: neckOf(head, middle + shift)
	};
}

export function eachOnShelves(
	family: Family,
	parts: readonly Form[],
	found: readonly Shelf[],
	take: Take
): void {
	for (const { from, to, turn, x, top, spare, fall } of found)
		sideBySide(
			family,
			parts,
			[from, to],
			fall,
			(at, beside) => take(at, x + beside + (at < turn ? 0 : spare), top + fall[family.children[at]!.kind]),
			turn
		);
}

export function shelvesOf(family: Family, parts: readonly Form[], firsts: readonly number[]): Shelves {
	const { head, children } = family;
	const isFirst = isFirstSide(children[0]!);
	const right = head ? children.findIndex((child) => isFirstSide(child) !== isFirst) : -1;
	const turn = right === -1 ? parts.length : right;
	const left = head && turn > firsts[1]! ? SHELF.indent : 0;
	const levels = firsts.map((from, at) => levelsOf(family, from, firsts[at + 1] ?? parts.length, at));
	const widths = firsts.map((from, at) => {
		const to = firsts[at + 1] ?? parts.length;
		return sideBySide(family, parts, [from, to], levels[at]!.fall, () => {}, turn);
	});
	const inner = Math.max(...widths);
	const found: Shelf[] = [];
	let top = head?.height ?? 0;
	for (const [number, from] of firsts.entries()) {
		const to = firsts[number + 1] ?? parts.length;
		const width = widths[number]!;
		const spare = number === 0 ? 0 : inner - width;
		const { fall, bus } = levels[number]!;
		found.push({ from, to, turn, x: left, top, width: turn < to ? width + spare : width, spare, fall, bus });
		let low = top;
		for (let at = from; at < to; at++)
			low = Math.max(low, top + fall[children[at]!.kind] + parts[at]!.height);
		top = low + SHELF.gap;
	}
	return { shelves: found, width: left + inner + (hasRightTrunk(found) ? SHELF.indent : 0) };
}

function levelsOf(
	{ head, children }: Family,
	from: number,
	to: number,
	number: number
): Pick<Shelf, 'bus' | 'fall'> {
	if (!head) return { bus: 0, fall: number === 0 ? NONE : ROOTS };
	const isClose = head.kind === 'joint' && (number === 0 || isFirstSide(children[to - 1]!));
	const isJointed = children.slice(from, to).some(isJoint);
	return { bus: isClose ? BUS.joint : BUS.middle, fall: drops(isClose ? 'joint' : 'card', isJointed) };
}

const NONE = { joint: 0, card: 0 };
const ROOTS = { joint: SHELF.roots, card: SHELF.roots };

/** Whether anything hangs from a trunk at the right. */
function hasRightTrunk(found: readonly Shelf[]): boolean {
	const last = found.at(-1)!;
	return found.length > 1 && last.turn < last.to;
}

/** Where the trunks are at the left and at the right, if there are any. */
export function trunksBeside({ shelves: found, width }: Shelves): {
	left: number | null;
	right: number | null;
} {
	return {
		left: found[0]!.x > 0 ? SHELF.trunk : null,
		right: hasRightTrunk(found) ? width - SHELF.trunk : null
	};
}
