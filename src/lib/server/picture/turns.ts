import { fail, ok, type Result } from '#lib/core/result.ts';

/** Does heavy work one piece at a time. Who would wait behind too many is told so at once. */
export class Turns {
	readonly #most: number;
	#last: Promise<unknown> = Promise.resolve();
	#count = 0;

	/** `most` pieces may be there at a time, the one at work included. */
	constructor(most: number) {
		this.#most = most;
	}

	/** Does `work` when its turn comes, unless whoever wanted it has gone by then. */
	async take<T>(work: () => Promise<T>, signal: AbortSignal): Promise<Result<T, 'busy' | 'gone'>> {
		if (this.#count >= this.#most) return fail('busy');
		this.#count++;
		const turn = this.#last.then(async () => (signal.aborted ? fail('gone' as const) : ok(await work())));
		this.#last = turn.catch(() => undefined);
		try {
			return await turn;
		} finally {
			this.#count--;
		}
	}
}
