/** Keeps lines that run side by side apart: of a few lanes each takes the first that is free where it runs. */
export class Lanes {
	readonly #taken = new Map<number, [from: number, to: number][]>();

	/** One of `offsets` such that nothing else runs on `base + offset` between `a` and `b`; the last if all are taken. */
	take(base: number, offsets: readonly number[], a: number, b: number): number {
		const [from, to] = a < b ? [a, b] : [b, a];
		let lane = base;
		for (const offset of offsets) {
			lane = base + offset;
			const taken = this.#taken.get(Math.round(lane));
			if (!taken?.some((other) => from < other[1] + APART && other[0] < to + APART)) break;
		}
		const key = Math.round(lane);
		const taken = this.#taken.get(key);
		if (taken) taken.push([from, to]);
		else this.#taken.set(key, [[from, to]]);
		return lane;
	}
}

const APART = 4;
