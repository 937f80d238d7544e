import { fail, ok, type Result } from '#lib/core/result.ts';

/** How deep lists and objects may be nested; steps with what foreign formats carried stay far below. */
const MOST_DEPTH = 64;

/** What is wrong with a text that should be JSON, and where: the first line and column are 1. */
export interface JsonFlaw {
	readonly line: number;
	readonly column: number;
	readonly message: string;
}

/**
 * The value of a JSON text. Its form is checked first, without recursion: so a flaw has a place, and nothing that is
 * nested deeply reaches code that would follow it down.
 */
export function readJson(text: string): Result<unknown, JsonFlaw> {
	const flaw = new Reader(text).flaw();
	if (flaw === null) return ok(JSON.parse(text));
	const before = text.slice(0, flaw.at).split('\n');
	return fail({ line: before.length, column: before.at(-1)!.length + 1, message: flaw.message });
}

type Flaw = { readonly at: number; readonly message: string };

const SPACE: readonly string[] = [' ', '\t', '\r', '\n'];
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
const ESCAPE = /["\\/bfnrt]|u[\da-fA-F]{4}/y;

class Reader {
	readonly #text: string;
	/** The closing brackets that are due, the innermost last. */
	readonly #due: ('}' | ']')[] = [];
	#at = 0;

	constructor(text: string) {
		this.#text = text;
	}

	flaw(): Flaw | null {
		let flaw = this.#value();
		while (flaw === null && this.#due.length > 0) flaw = this.#next();
		if (flaw !== null) return flaw;
		return this.#peek() === '' ? null : this.#wrong('this is more than one value');
	}

	/** After a value inside brackets: a comma and the next one, or the end. */
	#next(): Flaw | null {
		const due = this.#due.at(-1)!;
		const sign = this.#peek();
		if (sign !== ',' && sign !== due) return this.#wrong(`expected , or ${due}`);
		this.#at++;
		if (sign === ',') return due === '}' ? this.#entry() : this.#value();
		this.#due.pop();
		return null;
	}

	/** A value, or the opening of a list or object up to its first value. */
	#value(): Flaw | null {
		const sign = this.#peek();
		if (sign === '"') return this.#string();
		if (sign !== '{' && sign !== '[')
			return this.#skip(NUMBER) || this.#skip(WORD) ? null : this.#wrong('expected a value');
		if (this.#due.length === MOST_DEPTH) return this.#wrong('this is nested too deep');
		this.#at++;
		const due = sign === '{' ? '}' : ']';
		this.#due.push(due);
		if (this.#peek() === due) return this.#next();
		return sign === '{' ? this.#entry() : this.#value();
	}

	#entry(): Flaw | null {
		if (this.#peek() !== '"') return this.#wrong('expected a key in double quotes');
		const flaw = this.#string();
		if (flaw !== null) return flaw;
		if (this.#peek() !== ':') return this.#wrong('expected :');
		this.#at++;
		return this.#value();
	}

	#string(): Flaw | null {
		const text = this.#text;
		for (this.#at++; this.#at < text.length; this.#at++) {
			const unit = text.charCodeAt(this.#at);
			if (unit === 0x22) {
				this.#at++;
				return null;
			}
			if (unit < 0x20) return this.#wrong('a control character must be written as an escape');
			if (unit !== 0x5c) continue;
			this.#at++;
			if (!this.#skip(ESCAPE)) return this.#wrong('this is no escape that JSON knows');
			this.#at--;
		}
		return this.#wrong('a text does not end');
	}

	/** The next sign that is not white space, without taking it; empty at the end. */
	#peek(): string {
		while (SPACE.includes(this.#text.charAt(this.#at))) this.#at++;
		return this.#text.charAt(this.#at);
	}

	#skip(pattern: RegExp): boolean {
		pattern.lastIndex = this.#at;
		if (!pattern.test(this.#text)) return false;
		this.#at = pattern.lastIndex;
		return true;
	}

	#wrong(message: string): Flaw {
		return { at: this.#at, message: this.#at >= this.#text.length ? 'the text ends too early' : message };
	}
}
