import { BLANK, COMMENTS, STOPS, WHITE } from './signs.ts';

/** Signs that more than words can begin with: all that end words, and what indents or numbers a line. */
const SIGNS = new Set([..."\\@#*_[],.:;</>-\r\n(){}' \t+=0123456789"].map((sign) => sign.charCodeAt(0)));

/** Whether nothing but words can begin at `at`. */
export function isWordy(text: string, at: number): boolean {
	return !SIGNS.has(text.charCodeAt(at));
}

/**
 * Where `{…}` at `from` ends: behind the last brace that can close it, one not followed by `,` or `}`, none passed that
 * ends a sentence. `end` is -1 where there is none up to `seen`.
 */
export function dataEnd(text: string, from: number): { readonly end: number; readonly seen: number } {
	let end = -1;
	let at = from + 1;
	for (; at < text.length && !STOPS.has(text.charCodeAt(at)); at++) {
		if (text.charCodeAt(at) !== 0x7d) continue;
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

/** Where a comment at `at` ends; -1 where there is none, or nothing ends it. */
export function commentEnd(text: string, at: number, find: Find): number {
	if (text.startsWith('//', at)) {
		const end = find.lineEnd(at);
		return end < text.length ? end : -1;
	}
	for (const [open, close] of COMMENTS)
		if (text.startsWith(open, at)) {
			const end = find.next(close, at + open.length);
			return end < text.length ? end + close.length : -1;
		}
	return -1;
}

/** Whether there is white space at `at`; not so at the end. */
export function isSpaceAt(text: string, at: number): boolean {
	return at < text.length && /\s/.test(text[at]!);
}

/** Past two line ends or more with nothing but blanks around them; -1 where there are fewer. */
export function emptyEnd(text: string, at: number): number {
	let [end, lines] = [at, 0];
	for (let to = at; ; end = ++to, lines++) {
		while (BLANK.has(text[to]!)) to++;
		if (text[to] === '\r' && text[to + 1] === '\n') to++;
		if (text[to] !== '\n') return lines > 1 ? end : -1;
	}
}

/** Past all line ends that follow a comment, and the blanks before those of two signs. */
export function breaksEnd(text: string, at: number): number {
	for (let end = at; ;) {
		let to = end;
		while (BLANK.has(text[to]!)) to++;
		if (text[to] === '\r' && text[to + 1] === '\n') end = to + 2;
		else if (text[end] === '\n' || text[end] === '\r') end++;
		else return end;
	}
}

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
