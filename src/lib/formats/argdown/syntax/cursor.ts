import { RELATION_KINDS } from './signs.ts';
import type { Token, TokenKind, Tokens } from './token.ts';
import type { Span } from './tree.ts';

/** A place among tokens; the last one is `end`, and nothing leads past it. */
export class Cursor {
	at = 0;
	readonly tokens: Tokens;
	readonly #text: string;

	constructor(text: string, tokens: Tokens) {
		this.#text = text;
		this.tokens = tokens;
	}

	/** What the token here is. */
	get kind(): TokenKind {
		return this.tokens.kinds[this.at]!;
	}

	/** Where the token here begins. */
	get start(): number {
		return this.tokens.starts[this.at]!;
	}

	/** What the token so many places ahead is. */
	ahead(count: number): TokenKind {
		return this.tokens.kinds[this.at + count] ?? 'end';
	}

	/** Whether the token so many places ahead begins an item of a list. */
	isItem(count: number): boolean {
		const kind = this.ahead(count);
		return kind === 'orderedItem' || kind === 'unorderedItem';
	}

	/** Whether the token so many places ahead is the sign of a relation. */
	isRelation(count: number): boolean {
		return RELATION_KINDS.has(this.ahead(count));
	}

	/** Where the token at `at` begins. */
	startOf(at: number): number {
		return this.tokens.starts[at]!;
	}

	/** From the token at `at` to the last one before here. */
	span(at: number): Span {
		return { start: this.startOf(at), end: this.tokens.ends[this.at - 1]! };
	}

	/** The place of the token here, and on to the next one. */
	next(): number {
		return this.kind === 'end' ? this.at : this.at++;
	}

	is(kind: TokenKind): boolean {
		return this.kind === kind;
	}

	/** The token here, if it is one of this kind; then on to the next. */
	take(kind: TokenKind): Token | null {
		return this.is(kind) ? this.tokens.token(this.next()) : null;
	}

	/** On to the next token, if this one is of this kind. */
	skip(kind: TokenKind): boolean {
		if (!this.is(kind)) return false;
		this.next();
		return true;
	}

	/** What stands in the text where the token is. */
	words({ start, end }: Token): string {
		return this.#text.slice(start, end);
	}

	/** The digits of a number in parentheses. */
	digits(number: Token): string {
		return this.#text.slice(this.#text.indexOf('(', number.start) + 1, number.end - 1);
	}

	/** What the token here has between its first sign and its last `signs`; then on to the next. */
	title(signs: number): string {
		const { starts, ends } = this.tokens;
		const at = this.next();
		return this.#text.slice(starts[at]! + 1, ends[at]! - signs);
	}
}
