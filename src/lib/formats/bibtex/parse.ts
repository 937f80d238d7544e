import { Places } from '../places.ts';

export type Place = { readonly line: number; readonly column: number };

/** `@Article{key, title = {…}}`: values as they are written, delimiters and `#` included. */
export interface Entry {
	readonly is: 'entry';
	readonly type: string;
	readonly key: string;
	readonly fields: ReadonlyMap<string, string>;
	readonly place: Place;
}

/** `@string`, `@preamble`, `@comment` or text between entries, as it is written. */
export interface Words {
	readonly is: 'words';
	readonly text: string;
	/** What `@string` defines in it, as it is written. */
	readonly macros: ReadonlyMap<string, string>;
	readonly place: Place;
}

export interface Fault {
	readonly code: string;
	readonly message: string;
	readonly place: Place;
}

export interface Bibliography {
	readonly blocks: readonly (Entry | Words)[];
	readonly faults: readonly Fault[];
}

const HEAD = /@[ \t]*([A-Za-z]\w*)[ \t]*([{(])/y;
const NEXT = /^[ \t]*@[ \t]*[A-Za-z]\w*[ \t]*[{(]/gm;

/**
 * The blocks of a BibTeX text (Patashnik 1988), in order. An entry that is never closed ends before the next line that
 * begins one; what cannot be understood within an entry is passed over and named. Linear in the text.
 */
export function parseBibtex(text: string): Bibliography {
	return new Parser(text).parse();
}

class Parser {
	readonly #text: string;
	readonly #places: Places;
	readonly #blocks: (Entry | Words)[] = [];
	readonly #faults: Fault[] = [];
	/** Where the text can be trusted to be balanced: its end, or after a fault the next line that begins an entry. */
	#limit: number;
	#macros = new Map<string, string>();
	#isBalanced = true;
	#next = -1;

	constructor(text: string) {
		this.#text = text;
		this.#places = new Places(text);
		this.#limit = text.length;
	}

	parse(): Bibliography {
		let from = 0;
		for (let at = this.#text.indexOf('@'); at >= 0; at = this.#text.indexOf('@', at)) {
			HEAD.lastIndex = at;
			const head = HEAD.exec(this.#text);
			if (!head) {
				at++;
				continue;
			}
			const [opening, type, brace] = head as unknown as [string, string, string];
			const open = at + opening.length;
			this.#limit = this.#isBalanced ? this.#text.length : this.#nextEntry(open);
			let close = this.#closing(open, brace === '{' ? '}' : ')');
			if (close < 0) {
				if (this.#isBalanced) this.#limit = this.#nextEntry(open);
				this.#isBalanced = false;
				this.#fault('unclosed', `@${type} is never closed.`, at);
				close = this.#limit;
			}
			const end = this.#text[close] === (brace === '{' ? '}' : ')') ? close + 1 : close;
			if (!/^(string|preamble|comment)$/i.test(type)) {
				this.#words(from, at);
				this.#blocks.push(this.#entry(type, open, close, at));
				from = end;
			} else if (/^string$/i.test(type)) this.#fields(this.#macros, open, close);
			at = end;
		}
		this.#words(from, this.#text.length);
		return { blocks: this.#blocks, faults: this.#faults };
	}

	#words(from: number, to: number): void {
		const text = this.#text.slice(from, to).trim();
		if (text !== '')
			this.#blocks.push({ is: 'words', text, macros: this.#macros, place: this.#places.at(from) });
		this.#macros = new Map();
	}

	#entry(type: string, open: number, close: number, at: number): Entry {
		const text = this.#text;
		const fields = new Map<string, string>();
		let comma = open;
		while (comma < close && text[comma] !== ',' && text[comma] !== '=') comma++;
		// A first field without a key before it: `@misc{title = {…}}`.
		const isKeyless = text[comma] === '=';
		const key = isKeyless ? '' : text.slice(open, comma).trim();
		this.#fields(fields, isKeyless ? open : comma + 1, close);
		return { is: 'entry', type, key, fields, place: this.#places.at(at) };
	}

	#fields(fields: Map<string, string>, open: number, close: number): void {
		const known = new Set<string>();
		for (let from = open; from < close;) from = this.#field(fields, known, from, close);
	}

	/** Reads one `name = value,` and answers where the next begins. */
	#field(fields: Map<string, string>, known: Set<string>, from: number, close: number): number {
		const text = this.#text;
		let start = from;
		while (start < close && /[\s,]/.test(text[start]!)) start++;
		if (start >= close) return close;
		let equals = start;
		while (equals < close && text[equals] !== '=' && text[equals] !== ',') equals++;
		const end = this.#valueEnd(text[equals] === '=' ? equals + 1 : start, close);
		const name = text.slice(start, equals).trim();
		if (text[equals] !== '=' || !/^[^\s{}"#%'(),=]+$/.test(name) || name.length > 200)
			this.#fault('not-a-field', `This is no field: “${text.slice(start, end).trim().slice(0, 40)}”.`, start);
		else {
			const value = text.slice(equals + 1, end).trim();
			if (known.has(name.toLowerCase()))
				this.#fault('duplicate-field', `${name} stands twice; the first counts.`, start);
			else fields.set(name, value === '' ? '{}' : value);
			known.add(name.toLowerCase());
		}
		return end + 1;
	}

	/** Where the value that begins at `from` ends: its comma, outside of braces and quotes, or the entry's end. */
	#valueEnd(from: number, close: number): number {
		let depth = 0;
		let isQuoted = false;
		for (let at = from; at < close; at++) {
			const sign = this.#text[at];
			if (sign === '{') depth++;
			else if (sign === '}') depth = Math.max(depth - 1, 0);
			else if (depth > 0) continue;
			else if (sign === '"') isQuoted = !isQuoted;
			else if (sign === ',' && !isQuoted) return at;
		}
		return close;
	}

	/** Where the block that was opened before `from` is closed; -1 where it is not, within the limit. */
	#closing(from: number, sign: '}' | ')'): number {
		let depth = 0;
		for (let at = from; at < this.#limit; at++) {
			const found = this.#text[at];
			if (depth === 0 && found === sign) return at;
			if (found === '{') depth++;
			else if (found === '}' && --depth < 0) return -1;
		}
		return -1;
	}

	/** Where the next line at or after `from` begins an entry. What was found is kept: asking often stays linear. */
	#nextEntry(from: number): number {
		if (this.#next < from) {
			NEXT.lastIndex = from;
			this.#next = NEXT.exec(this.#text)?.index ?? this.#text.length;
		}
		return this.#next;
	}

	#fault(code: string, message: string, at: number): void {
		this.#faults.push({ code, message, place: this.#places.at(at) });
	}
}
