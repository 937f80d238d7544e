import { gap, type Family, type Form } from './family.ts';

/** How far below a head its joints and its cards begin. */
export interface Fall {
	readonly joint: number;
	readonly card: number;
}

/** Beside a neck there must be so much room for anything to stand there. */
const LEAST = 200;

/**
 * Some of the children from left to right. Where a branch spreads only below its neck, a lower one stands at the side
 * of that, within the room of the branch, so that what runs beside the branch is clear of both; but those before and
 * from `turn` on keep apart. Answers with the width of all.
 */
export function sideBySide(
	family: Family,
	parts: readonly Form[],
	[from, to]: readonly [number, number],
	fall: Fall,
	take: (at: number, x: number) => void,
	turn = -1
): number {
	const { children } = family;
	const row = hasRoom(parts, from, to) ? new Row(family, parts, from, fall) : null;
	let width = 0;
	for (let at = from; at < to; at++) {
		if (at === turn) row?.part(at);
		const between = at > from ? gap(children[at - 1]!, children[at]!) : 0;
		const x = row ? row.add(at, between) : width + between;
		take(at, x);
		width = row ? row.width : x + parts[at]!.width;
	}
	return width;
}

function hasRoom(parts: readonly Form[], from: number, to: number): boolean {
	if (to - from > 1)
		for (let at = from; at < to; at++) {
			const { neck, width } = parts[at]!;
			if (neck.left >= LEAST || width - neck.right >= LEAST) return true;
		}
	return false;
}

/** What stands side by side, one after the other. */
class Row {
	width = 0;
	readonly #family: Family;
	readonly #parts: readonly Form[];
	readonly #fall: Fall;
	/** Where each stands, and whether it is to the right of all before it; by its number from the first on. */
	readonly #first: number;
	readonly #stands: { readonly x: number; readonly isBeyond: boolean }[] = [];
	/** What stands here can no more come to stand at the left of a neck. */
	#settled: number;
	/** The room at the right of the last neck: where it begins, and how low it is. */
	#room = { x: 0, low: 0 };

	constructor(family: Family, parts: readonly Form[], first: number, fall: Fall) {
		this.#family = family;
		this.#parts = parts;
		this.#fall = fall;
		this.#first = this.#settled = first;
	}

	/** Keeps what follows apart from what stands so far. */
	part(at: number): void {
		this.#settled = at;
		this.#room = { x: 0, low: 0 };
	}

	/** Answers with the left edge of the next child. */
	add(at: number, between: number): number {
		const { width, neck } = this.#parts[at]!;
		const beside = this.#room.x + between;
		const isBeside = this.#lowOf(at) <= this.#room.low && beside + width <= this.width;
		if (isBeside) this.#room = { x: beside + width, low: this.#room.low };
		const first = isBeside ? at : this.#firstBeside(at, between);
		const x = isBeside ? beside : first < at ? this.#stands[first - this.#first]!.x : this.width + between;
		this.#stands.push({ x, isBeyond: !isBeside });
		if (isBeside) return x;
		if (x + width > this.width || first === at) {
			this.width = Math.max(this.width, x + width);
			this.#room = { x: x + neck.right, low: this.#top(at) + neck.height };
		}
		return x;
	}

	/** The first of those that can stand at the left of a neck. */
	#firstBeside(at: number, between: number): number {
		const { neck } = this.#parts[at]!;
		const low = this.#top(at) + neck.height;
		let best = at;
		for (let one = at - 1; one >= this.#settled && this.#lowOf(one) <= low; one--) {
			const { x, isBeyond } = this.#stands[one - this.#first]!;
			if (this.width - x + between > neck.left) break;
			if (isBeyond) best = one;
		}
		return best;
	}

	#top(at: number): number {
		return this.#fall[this.#family.children[at]!.kind];
	}

	#lowOf(at: number): number {
		return this.#top(at) + this.#parts[at]!.height;
	}
}
