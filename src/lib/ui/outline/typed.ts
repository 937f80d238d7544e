import { fold } from '#lib/core/model/fold.ts';

/** Letters that follow each other within so many ms are one word. */
const PAUSE = 800;

/** What is typed to go to a row. */
export class Typed {
	#letters = '';
	#last = -Infinity;

	/** Whether a key belongs to a word: letters and digits begin one, and what stands in words goes on with it. */
	takes(key: string, now: number): boolean {
		if (/^[\p{L}\p{N}]$/u.test(key)) return true;
		return now - this.#last < PAUSE && /^[ '’.,\p{M}\p{Pd}]$/u.test(key);
	}

	/** Whatever else is done ends a word. */
	end(): void {
		this.#last = -Infinity;
	}

	/**
	 * The row to go to from `at`, of those whose words are told by `words`: the next that begins with what has been
	 * typed, from here with what goes on, and from below with what begins, or with one letter again and again.
	 */
	find(key: string, now: number, at: number, count: number, words: (at: number) => string): number | null {
		this.#letters = now - this.#last < PAUSE ? this.#letters + key : key;
		this.#last = now;
		const letters = fold(this.#letters);
		const isOne = [...letters].every((letter) => letter === letters[0]);
		const wanted = isOne ? letters.slice(0, 1) : letters;
		for (let step = isOne ? 1 : 0; step <= count; step++) {
			const next = (at + step) % count;
			if (begins(words(next), wanted)) return next;
		}
		return null;
	}
}

/** Only the beginning is looked at: marks make it longer than what they leave. */
function begins(words: string, wanted: string): boolean {
	return fold(words.slice(0, 8 * wanted.length + 16)).startsWith(wanted);
}
