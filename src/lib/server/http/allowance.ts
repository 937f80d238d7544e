/** How much one may take at once, and how much of it comes back in a second. */
export interface Measure {
	readonly most: number;
	readonly perSecond: number;
}

const MANY = 10_000;

/** Allows everybody a burst and then a steady rate. What a key has left is forgotten once it is full again. */
export class Allowance {
	readonly #measure: Measure;
	readonly #clock: () => number;
	readonly #left = new Map<string, { tokens: number; at: number }>();

	/** `clock` is in milliseconds and must never run backwards. */
	constructor(measure: Measure, clock: () => number) {
		this.#measure = measure;
		this.#clock = clock;
	}

	/** Takes one. Answers with 0, or with the seconds after which there is one again. */
	take(key: string): number {
		const { most, perSecond } = this.#measure;
		const now = this.#clock();
		const left = this.#left.get(key) ?? { tokens: most, at: now };
		const tokens = Math.min(most, left.tokens + ((now - left.at) / 1000) * perSecond);
		if (tokens < 1) return Math.ceil((1 - tokens) / perSecond);
		if (this.#left.size >= MANY) this.#forget(now);
		this.#left.set(key, { tokens: tokens - 1, at: now });
		return 0;
	}

	#forget(now: number): void {
		const { most, perSecond } = this.#measure;
		for (const [key, { tokens, at }] of this.#left)
			if (tokens + ((now - at) / 1000) * perSecond >= most) this.#left.delete(key);
	}
}
