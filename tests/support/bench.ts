/** A figure that we promise, and how it is taken. */
export interface Bench {
	/** What is measured, as in "one step on a debate of 10,000 claims". */
	readonly name: string;
	/** What it should reach, as in "under 0.1 ms". */
	readonly reach: string;
	/** Takes the figure; the text says what was measured, with its unit. */
	run(): Promise<{ readonly figure: string }>;
}

/** The middle one of `times` figures, after one that does not count. */
export async function median(times: number, take: () => number | Promise<number>): Promise<number> {
	await take();
	const figures: number[] = [];
	for (let count = 0; count < times; count++) figures.push(await take());
	return figures.sort((a, b) => a - b)[times >> 1]!;
}

/** How many milliseconds `work` takes. */
export async function took(work: () => unknown): Promise<number> {
	const began = performance.now();
	await work();
	return performance.now() - began;
}

/** Milliseconds in words: `3.2 ms`, `0.012 ms`. */
export function inMs(ms: number): string {
	return `${ms >= 100 ? Math.round(ms) : Number(ms.toPrecision(2))} ms`;
}
