/** Looks for what comes next in a text, and remembers what it found until that is passed: linear in all. */
export class Find {
	readonly #text: string;
	readonly #next = new Map<string, { from: number; at: number }>();

	constructor(text: string) {
		this.#text = text;
	}

	/** Where `words` comes next, from `from` on; the text's length if nowhere. */
	next(words: string, from: number): number {
		const known = this.#next.get(words);
		if (known && known.from <= from && from <= known.at) return known.at;
		const found = this.#text.indexOf(words, from);
		const at = found < 0 ? this.#text.length : found;
		if (known) {
			known.from = from;
			known.at = at;
		} else this.#next.set(words, { from, at });
		return at;
	}

	/** Where the line that holds `from` ends. */
	lineEnd(from: number): number {
		return Math.min(this.next('\n', from), this.next('\r', from));
	}
}
