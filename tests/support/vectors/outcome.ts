/** Where an answer differs from the expected one: what was asked, what came, what should have come. */
export interface Difference {
	readonly what: string;
	readonly found: string;
	readonly expected: string;
}

/** How one case fared: what differs, and what could not be decided within the budget. */
export class Outcome {
	readonly id: string;
	readonly differences: Difference[] = [];
	readonly undecided: string[] = [];

	constructor(id: string) {
		this.id = id;
	}

	/** Compares two plain values. */
	same(what: string, found: unknown, expected: unknown): void {
		const [one, other] = [JSON.stringify(found), JSON.stringify(expected)];
		if (one !== other) this.#differ(what, one, other);
	}

	/** Compares two sets that are given as lists. */
	sameSet(what: string, found: Iterable<string>, expected: Iterable<string>): void {
		this.same(what, [...found].sort(), [...expected].sort());
	}

	/** Compares two numbers up to a tolerance. */
	near(what: string, found: number | undefined, expected: number, tolerance: number): void {
		if (found === undefined || !(Math.abs(found - expected) <= tolerance))
			this.#differ(what, String(found), String(expected));
	}

	#differ(what: string, found = 'nothing', expected = 'nothing'): void {
		this.differences.push({ what, found: found.slice(0, 80), expected: expected.slice(0, 80) });
	}
}

/** What a file of vectors is checked by, and what it needs to know of the place where it lies. */
export type Check = (cases: never, folder: string) => Outcome[];

/** A function that says when so many seconds are over. */
export function within(seconds: number): () => boolean {
	const end = performance.now() + seconds * 1000;
	return () => performance.now() > end;
}
