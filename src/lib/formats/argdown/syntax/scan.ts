import { BLANK, STOPS, WHITE } from './signs.ts';

/**
 * Where `{…}` at `from` ends: behind the last brace that can close it, one not followed by `,` or `}`, none passed that
 * ends a sentence. `end` is -1 where there is none up to `seen`.
 */
export function dataEnd(text: string, from: number): { readonly end: number; readonly seen: number } {
	let end = -1;
	let at = from + 1;
	for (; at < text.length && !STOPS.has(text[at]!); at++) {
		if (text[at] !== '}') continue;
		let next = at + 1;
		while (WHITE.has(text[next]!)) next++;
		const after = text[next];
		if (after !== ',' && after !== '}') end = at + 1;
		if (next > at + 1 && after !== undefined && after !== ',' && after !== '}') break;
	}
	return { end, seen: at };
}

/** Where `:smile:` or `.->.` at `from` ends: anything without white space between two colons or full stops; else -1. */
export function specialEnd(text: string, from: number): number {
	const sign = text[from];
	if (sign !== '.' && sign !== ':') return -1;
	for (let at = from + 1; at < text.length && !/\s/.test(text[at]!); at++)
		if (text[at] === sign && at > from + 1) return BLANK.has(text[at + 1]!) ? at + 2 : at + 1;
	return -1;
}

/** Whether there is white space at `at`; not so at the end. */
export function isSpaceAt(text: string, at: number): boolean {
	return at < text.length && /\s/.test(text[at]!);
}

/** Looks for what comes next in a text, and remembers what it found until that is passed: linear in all. */
export class Find {
	readonly #text: string;
	readonly #next = new Map<string, { readonly from: number; readonly at: number }>();

	constructor(text: string) {
		this.#text = text;
	}

	/** Where `words` comes next, from `from` on; the text's length if nowhere. */
	next(words: string, from: number): number {
		const known = this.#next.get(words);
		if (known && known.from <= from && from <= known.at) return known.at;
		const found = this.#text.indexOf(words, from);
		const at = found < 0 ? this.#text.length : found;
		this.#next.set(words, { from, at });
		return at;
	}

	/** Where the line that holds `from` ends. */
	lineEnd(from: number): number {
		return Math.min(this.next('\n', from), this.next('\r', from));
	}
}
