/** What the lexer tells apart. The names are those of the Argdown syntax. */
export type TokenKind =
	| 'frontMatter'
	| 'data'
	| 'escaped'
	| 'special'
	| 'emptyLine'
	| 'newline'
	| 'indent'
	| 'dedent'
	| 'inferenceStart'
	| 'inferenceEnd'
	| 'listDelimiter'
	| RelationKind
	| 'heading'
	| 'number'
	| 'orderedItem'
	| 'unorderedItem'
	| 'boldStart'
	| 'boldEnd'
	| 'italicStart'
	| 'italicEnd'
	| 'link'
	| 'tag'
	| 'statementDefinition'
	| 'statementReference'
	| 'statementMention'
	| 'argumentDefinition'
	| 'argumentReference'
	| 'argumentMention'
	| 'text'
	| 'control'
	| 'end';

export type RelationKind =
	| 'incomingSupport'
	| 'incomingAttack'
	| 'outgoingSupport'
	| 'outgoingAttack'
	| 'contradiction'
	| 'incomingUndercut'
	| 'outgoingUndercut';

export interface Token {
	readonly kind: TokenKind;
	readonly start: number;
	readonly end: number;
}

/** Tokens in the order of the text. Lists of their parts, since a large text has more tokens than anything else. */
export class Tokens {
	readonly kinds: TokenKind[];
	starts: Int32Array<ArrayBuffer>;
	ends: Int32Array<ArrayBuffer>;
	#count = 0;

	/** Room for as many tokens as most texts of so many characters have; it grows where they are more. */
	constructor(characters: number) {
		const room = 64 + (characters >> 4);
		this.kinds = new Array<TokenKind>(room);
		this.starts = new Int32Array(room);
		this.ends = new Int32Array(room);
	}

	push(kind: TokenKind, start: number, end: number): void {
		const at = this.#count++;
		if (at === this.starts.length) {
			this.starts = doubled(this.starts);
			this.ends = doubled(this.ends);
		}
		this.kinds[at] = kind;
		this.starts[at] = start;
		this.ends[at] = end;
	}

	/** Takes the last one away. */
	pop(): void {
		this.#count--;
	}

	token(at: number): Token {
		return { kind: this.kinds[at]!, start: this.starts[at]!, end: this.ends[at]! };
	}
}

function doubled(list: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
	const longer = new Int32Array(list.length * 2);
	longer.set(list);
	return longer;
}
