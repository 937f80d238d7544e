import { keepLearned } from '../../learned.ts';
import { commentEnd, dataEnd, frontMatterEnd, titledAt } from './brackets.ts';
import { Find } from './find.ts';
import {
	breaksEnd,
	emptyEnd,
	isSpaceAt,
	isWordy,
	itemEnd,
	lineEndAfter,
	numberEnd,
	pastBlanks,
	pastIndent,
	relationAt,
	relationEnd,
	specialEnd
} from './scan.ts';
import { CONTROL, ESCAPED, HEADING, MARK_END, ONE_AFTER_COMMENT, TAG, TEXT } from './signs.ts';
import { Tokens, type Token, type TokenKind } from './token.ts';

/**
 * Argdown text to tokens, in linear time. What counts as what follows the reference grammar (Argdown, MIT), also
 * where that surprises: a bare `//` begins a comment, and `[a] b [c]:` is one definition. What no token fits is
 * skipped and listed in `unknown`.
 */
export function lex(text: string): { tokens: Tokens; unknown: number[]; comments: Token[] } {
	const lexer = new Lexer(text);
	lexer.run();
	return lexer;
}

type Mark = 'boldStart*' | 'boldStart_' | 'italicStart*' | 'italicStart_';

class Lexer {
	readonly text: string;
	readonly tokens: Tokens;
	readonly comments: Token[] = [];
	readonly unknown: number[] = [];
	readonly #indents = [0];
	readonly #marks: Mark[] = [];
	#at = 0;
	#last: TokenKind | null = null;
	#inInference = false;
	/** No data ends before here: a `{` in between need not look for its end again. */
	#noDataBefore = 0;
	readonly #find: Find;

	constructor(text: string) {
		this.text = text;
		this.tokens = new Tokens(text.length);
		this.#find = new Find(text);
	}

	run(): void {
		while (this.#at < this.text.length) {
			const known = this.#inInference
				? this.#inference()
				: isWordy(this.text, this.#at)
					? this.#try('text', TEXT)
					: this.#first() || this.#atLineStart() || this.#anywhere();
			if (!known) this.unknown.push(this.#at++);
		}
		if (this.#last === 'emptyLine') this.tokens.pop();
		this.#dedentAll();
		this.tokens.push('end', this.text.length, this.text.length);
	}

	#push(kind: TokenKind, end: number): true {
		this.tokens.push(kind, this.#at, end);
		this.#last = kind;
		this.#at = end;
		return true;
	}

	/** The end of a match of `pattern` here, or -1. */
	#match(pattern: RegExp): number {
		pattern.lastIndex = this.#at;
		return pattern.test(this.text) ? pattern.lastIndex : -1;
	}

	#try(kind: TokenKind, pattern: RegExp): boolean {
		const end = this.#match(pattern);
		return end > this.#at && this.#push(kind, end);
	}

	#comment(): boolean {
		const end = commentEnd(this.text, this.#at, this.#find);
		if (end < 0) return false;
		this.comments.push({ kind: 'text', start: this.#at, end });
		this.#at = end;
		if (this.#last === 'emptyLine') this.#at = breaksEnd(this.text, end);
		else if (this.#last === 'newline') this.#at = Math.max(this.#match(ONE_AFTER_COMMENT), end);
		return true;
	}

	/** What counts before anything else, wherever it stands. */
	#first(): boolean {
		switch (this.text[this.#at]) {
			case '\n':
			case '\r':
			case ' ':
			case '\t':
				return this.#breaks();
			case '/':
			case '<':
				return this.#comment();
			case '{':
				return this.#data();
			case '.':
			case ':':
				return this.#special();
			case '\\':
				return this.#try('escaped', ESCAPED);
			case '=':
				return this.#frontMatter();
			default:
				return false;
		}
	}

	/** Marks that count only where a line begins. */
	#atLineStart(): boolean {
		const afterLine = this.#last === null || this.#last === 'newline';
		if (!afterLine && this.#last !== 'emptyLine') return false;
		const { text } = this;
		const sign = pastIndent(text, this.#at);
		switch (text[sign]) {
			case '-':
				if (afterLine && text[sign + 1] === '-') return this.#inferenceStart(sign + 2);
				return this.#relation(sign);
			case '#':
				return sign === this.#at && this.#try('heading', HEADING);
			case '(':
				return this.#number(sign);
			default:
				return this.#relation(sign) || this.#item(sign);
		}
	}

	#inferenceStart(end: number): true {
		this.#dedentAll();
		this.#inInference = true;
		return this.#push('inferenceStart', end);
	}

	/** A relation whose sign stands at `sign`, after its indentation. */
	#relation(sign: number): boolean {
		const kind = relationAt(this.text, sign);
		if (kind === null) return false;
		this.#indent(sign - this.#at);
		return this.#push(kind, relationEnd(this.text, sign));
	}

	#number(sign: number): boolean {
		const end = numberEnd(this.text, sign);
		if (end < 0) return false;
		this.#dedentAll();
		return this.#push('number', end);
	}

	#item(sign: number): boolean {
		const end = itemEnd(this.text, sign);
		if (end < 0) return false;
		this.#indent(sign - this.#at + 1);
		return this.#push(this.text[sign] === '*' ? 'unorderedItem' : 'orderedItem', end);
	}

	#breaks(): boolean {
		const { text } = this;
		const newline = lineEndAfter(text, this.#at);
		if (newline < 0) return false;
		const end = this.#last === 'emptyLine' ? -1 : emptyEnd(text, this.#at);
		if (end < 0) return this.#push('newline', newline);
		if (end < text.length) this.#dedentAll();
		return this.#push('emptyLine', end);
	}

	#newline(): boolean {
		const end = lineEndAfter(this.text, this.#at);
		return end >= 0 && this.#push('newline', end);
	}

	#anywhere(): boolean {
		return this.#marked() || this.#skipBlanks() || this.#try('text', TEXT) || this.#try('control', CONTROL);
	}

	/** What is marked up by its first sign. */
	#marked(): boolean {
		switch (this.text[this.#at]) {
			case '*':
			case '_':
				return this.#markEnd() || this.#markStart();
			case '[':
			case '<':
			case '@':
				return this.#titled();
			case '#':
				return this.#tag();
			default:
				return false;
		}
	}

	/** Nothing is looked for that is not there, so that many open tags take no longer than as many words. */
	#tag(): boolean {
		const { text } = this;
		if (text.startsWith('#(', this.#at) && this.#find.next(')', this.#at + 2) === text.length) return false;
		return this.#try('tag', TAG);
	}

	#skipBlanks(): boolean {
		const end = pastBlanks(this.text, this.#at);
		if (end === this.#at) return false;
		this.#at = end;
		return true;
	}

	#inference(): boolean {
		if (this.#comment() || this.#newline() || this.#try('escaped', ESCAPED) || this.#special()) return true;
		const { text } = this;
		if (text.startsWith('--', this.#at)) {
			let end = this.#at + 2;
			while (text[end] === '-') end++;
			this.#inInference = false;
			return this.#push('inferenceEnd', end);
		}
		if (this.#data()) return true;
		if (text[this.#at] === ',') return this.#push('listDelimiter', this.#at + 1);
		return this.#skipBlanks() || this.#try('text', TEXT) || this.#try('control', CONTROL);
	}

	#frontMatter(): boolean {
		const end = frontMatterEnd(this.text, this.#at, this.#find);
		return end >= 0 && this.#push('frontMatter', end);
	}

	#data(): boolean {
		if (this.text[this.#at] !== '{' || this.#at < this.#noDataBefore) return false;
		const { end, seen } = dataEnd(this.text, this.#at, this.#find);
		if (end >= 0) return this.#push('data', end);
		this.#noDataBefore = seen;
		return false;
	}

	#special(): boolean {
		const end = specialEnd(this.text, this.#at);
		return end >= 0 && this.#push('special', end);
	}

	#markEnd(): boolean {
		const open = this.#marks.at(-1);
		if (open === undefined) return false;
		const sign = open.at(-1)!.repeat(open.startsWith('bold') ? 2 : 1);
		if (!this.text.startsWith(sign, this.#at)) return false;
		MARK_END.lastIndex = this.#at + sign.length;
		if (!MARK_END.test(this.text)) return false;
		this.#marks.pop();
		return this.#push(open.startsWith('bold') ? 'boldEnd' : 'italicEnd', MARK_END.lastIndex);
	}

	#markStart(): boolean {
		const { text } = this;
		const sign = text[this.#at];
		if (sign !== '*' && sign !== '_') return false;
		const width = text[this.#at + 1] === sign && !isSpaceAt(text, this.#at + 2) ? 2 : 1;
		if (isSpaceAt(text, this.#at + width)) return false;
		const kind = width === 2 ? 'boldStart' : 'italicStart';
		this.#marks.push(`${kind}${sign}`);
		return this.#push(kind, this.#at + width);
	}

	#titled(): boolean {
		const found = titledAt(this.text, this.#at, this.#find);
		return found !== null && this.#push(found.kind, found.end);
	}

	#indent(level: number): void {
		if (level > this.#indents.at(-1)!) {
			this.#indents.push(level);
			this.tokens.push('indent', this.#at, this.#at);
			return;
		}
		while (this.#indents.length > 1 && level < this.#indents.at(-1)!) this.#dedent();
	}

	#dedentAll(): void {
		while (this.#indents.length > 1) this.#dedent();
	}

	#dedent(): void {
		this.#indents.pop();
		this.tokens.push('dedent', this.#at, this.#at);
	}
}

keepLearned(new Lexer(''));
