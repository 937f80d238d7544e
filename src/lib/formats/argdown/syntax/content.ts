import { SHORTCODES } from './shortcodes.ts';
import type { Token, TokenKind, Tokens } from './token.ts';
import type { Content, Words } from './tree.ts';

const WORDS: ReadonlySet<TokenKind> = new Set<TokenKind>([
	'text',
	'control',
	'escaped',
	'special',
	'link',
	'tag',
	'statementMention',
	'argumentMention',
	'newline',
	'boldStart',
	'boldEnd',
	'italicStart',
	'italicEnd'
]);

const NONE: readonly never[] = [];
const ENDS: ReadonlySet<TokenKind> = new Set<TokenKind>(['tag', 'newline']);

export interface ContentRead extends Content {
	readonly next: number;
	readonly words: Words;
	/** Marks for bold or italic that nothing closes; they are in `text` as they stand. */
	readonly open: readonly Token[];
}

/** Reads running words: escapes undone, shortcodes to characters, links to their words, marks taken off. */
export class ContentReader {
	readonly #text: string;

	constructor(text: string) {
		this.#text = text;
	}

	/** Whether a token of this kind can stand in running words. */
	accepts(kind: TokenKind): boolean {
		return WORDS.has(kind);
	}

	/** As many tokens from `at` on as are running words. */
	read(tokens: Tokens, at: number): ContentRead {
		const { kinds } = tokens;
		// Nearly all words are one token, to the end of their line.
		const after = at + (kinds[at + 1] === 'newline' ? 2 : 1);
		if (kinds[at] === 'text' && !WORDS.has(kinds[after]!)) return this.#plain(tokens, at, after);
		const pieces: string[] = [];
		const tags: string[] = [];
		const open: { token: Token; piece: number }[] = [];
		let next = at;
		for (; WORDS.has(kinds[next]!); next++) {
			const token = tokens.token(next);
			switch (token.kind) {
				case 'newline':
					pieces.push(WORDS.has(kinds[next + 1]!) && !pieces.at(-1)?.endsWith(' ') ? ' ' : '');
					break;
				case 'tag':
					tags.push(this.tag(token));
					pieces.push(this.#image(token));
					break;
				case 'boldStart':
				case 'italicStart':
					open.push({ token, piece: pieces.push('') - 1 });
					break;
				case 'boldEnd':
				case 'italicEnd':
					open.pop();
					pieces.push(/[ \t]$/.test(this.#image(token)) ? ' ' : '');
					break;
				default:
					pieces.push(this.word(token));
			}
		}
		for (const { token, piece } of open) pieces[piece] = this.#image(token);
		// Tags that end the text are about it, not part of it.
		for (let last = next - 1; last >= at && ENDS.has(kinds[last]!); last--) pieces[last - at] = '';
		const words = this.#span(tokens, at, next);
		return { next, text: pieces.join(''), tags, words, open: open.map(({ token }) => token) };
	}

	#plain({ starts, ends }: Tokens, at: number, next: number): ContentRead {
		const words = { start: starts[at]!, end: ends[at]! };
		return { next, text: this.#text.slice(words.start, words.end), tags: NONE, words, open: NONE };
	}

	/** From the token at `at` to the last one before `next` that is no line break. */
	#span({ kinds, starts, ends }: Tokens, at: number, next: number): Words {
		let last = next - 1;
		while (last >= at && kinds[last] === 'newline') last--;
		return last < at ? null : { start: starts[at]!, end: ends[last]! };
	}

	/** What one token says. */
	word(token: Token): string {
		const image = this.#image(token);
		switch (token.kind) {
			case 'escaped':
				return image.slice(1);
			case 'special': {
				const character = SHORTCODES[image.trim()];
				return character === undefined ? image : character + (image.endsWith(' ') ? ' ' : '');
			}
			case 'link':
				return image.slice(1, image.indexOf(']')) + (/[ \t]$/.test(image) ? ' ' : '');
			default:
				return image;
		}
	}

	/** The name of a tag: `#name` or `#(name with spaces)`. */
	tag(token: Token): string {
		const image = this.#image(token).trimEnd();
		return image.startsWith('#(') ? image.slice(2, -1) : image.slice(1);
	}

	#image(token: Token): string {
		return this.#text.slice(token.start, token.end);
	}
}
