import type { Token, TokenKind } from './token.ts';

/** A place among tokens; the last one is `end`, and nothing leads past it. */
export class Cursor {
	at = 0;
	readonly tokens: readonly Token[];

	constructor(tokens: readonly Token[]) {
		this.tokens = tokens;
	}

	/** The token here. */
	peek(): Token {
		return this.tokens[this.at]!;
	}

	/** What the token so many places ahead is. */
	ahead(count: number): TokenKind {
		return this.tokens[this.at + count]?.kind ?? 'end';
	}

	/** The token here, and on to the next one. */
	next(): Token {
		const token = this.peek();
		if (token.kind !== 'end') this.at++;
		return token;
	}

	is(kind: TokenKind): boolean {
		return this.peek().kind === kind;
	}

	/** The token here, if it is one of this kind; then on to the next. */
	take(kind: TokenKind): Token | null {
		return this.is(kind) ? this.next() : null;
	}

	/** On to the next token, if this one is of this kind. */
	skip(kind: TokenKind): boolean {
		return this.take(kind) !== null;
	}
}
