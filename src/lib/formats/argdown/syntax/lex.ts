import {
	BLANK,
	BREAKS,
	CONTROL,
	ESCAPED,
	HEADING,
	INDENT,
	ITEM,
	MARK_END,
	NEWLINE,
	NUMBER,
	ONE_AFTER_COMMENT,
	RELATIONS,
	RELATION_SIGNS,
	SPACES,
	TAG,
	TEXT
} from './signs.ts';
import { breaksEnd, emptyEnd, commentEnd, dataEnd, Find, isSpaceAt, isWordy, specialEnd } from './scan.ts';
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
	readonly tokens = new Tokens();
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
		this.#find = new Find(text);
	}

	run(): void {
		while (this.#at < this.text.length) {
			const known = this.#inInference
				? this.#inference()
				: isWordy(this.text, this.#at)
					? this.#try('text', TEXT)
					: this.#comment() || this.#atLineStart() || this.#anywhere();
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
		const sign = this.text[this.#at];
		const end = sign === '/' || sign === '<' ? commentEnd(this.text, this.#at, this.#find) : -1;
		if (end < 0) return false;
		this.comments.push({ kind: 'text', start: this.#at, end });
		this.#at = end;
		if (this.#last === 'emptyLine') this.#at = breaksEnd(this.text, end);
		else if (this.#last === 'newline') this.#at = Math.max(this.#match(ONE_AFTER_COMMENT), end);
		return true;
	}

	/** Marks that count only where a line begins. Data, escapes and line breaks come first everywhere. */
	#atLineStart(): boolean {
		if (this.#frontMatter() || this.#data() || this.#try('escaped', ESCAPED) || this.#special()) return true;
		if (this.#breaks()) return true;
		const afterLine = this.#last === null || this.#last === 'newline';
		if (!afterLine && this.#last !== 'emptyLine') return false;
		const { text } = this;
		let sign = this.#at;
		while (INDENT.has(text[sign]!)) sign++;
		if (afterLine && text.startsWith('--', sign)) {
			this.#dedentAll();
			this.#inInference = true;
			return this.#push('inferenceStart', sign + 2);
		}
		return this.#relation(sign) || this.#heading() || this.#item();
	}

	/** A relation whose sign stands at `sign`, after its indentation. */
	#relation(sign: number): boolean {
		if (!RELATION_SIGNS.has(this.text[sign]!)) return false;
		const two = this.text.slice(sign, sign + 2);
		const width = RELATIONS[two] === undefined || two.length < 2 ? 1 : 2;
		const kind = RELATIONS[two.slice(0, width)];
		if (kind === undefined || (two[0] === '_' && width === 1 && !isSpaceAt(this.text, sign + 1)))
			return false;
		this.#indent(sign - this.#at);
		return this.#push(kind, sign + width);
	}

	#heading(): boolean {
		if (this.#try('heading', HEADING)) return true;
		const end = this.#match(NUMBER);
		if (end < 0) return false;
		this.#dedentAll();
		return this.#push('number', end);
	}

	#item(): boolean {
		ITEM.lastIndex = this.#at;
		const found = ITEM.exec(this.text);
		if (!found) return false;
		this.#indent(found[1]!.length + 1);
		return this.#push(found[0].endsWith('*') ? 'unorderedItem' : 'orderedItem', ITEM.lastIndex);
	}

	#breaks(): boolean {
		if (!BREAKS.has(this.text[this.#at]!)) return false;
		if (this.#last !== 'emptyLine') {
			const end = emptyEnd(this.text, this.#at);
			if (end >= 0) {
				if (end < this.text.length) this.#dedentAll();
				return this.#push('emptyLine', end);
			}
		}
		return this.#try('newline', NEWLINE);
	}

	#anywhere(): boolean {
		return (
			this.#markEnd() ||
			this.#markStart() ||
			this.#link() ||
			this.#tag() ||
			this.#titled() ||
			this.#skipSpaces() ||
			this.#try('text', TEXT) ||
			this.#try('control', CONTROL)
		);
	}

	/** Nothing is looked for that is not there, so that many open tags take no longer than as many words. */
	#tag(): boolean {
		const { text } = this;
		if (text.startsWith('#(', this.#at) && this.#find.next(')', this.#at + 2) === text.length) return false;
		return this.#try('tag', TAG);
	}

	#skipSpaces(): boolean {
		const end = this.#match(SPACES);
		if (end < 0) return false;
		this.#at = end;
		return true;
	}

	#inference(): boolean {
		if (this.#comment() || this.#try('newline', NEWLINE) || this.#try('escaped', ESCAPED) || this.#special())
			return true;
		const { text } = this;
		if (text.startsWith('--', this.#at)) {
			let end = this.#at + 2;
			while (text[end] === '-') end++;
			this.#inInference = false;
			return this.#push('inferenceEnd', end);
		}
		if (this.#data()) return true;
		if (text[this.#at] === ',') return this.#push('listDelimiter', this.#at + 1);
		return this.#skipSpaces() || this.#try('text', TEXT) || this.#try('control', CONTROL);
	}

	#frontMatter(): boolean {
		const { text } = this;
		if (!text.startsWith('===', this.#at)) return false;
		let from = this.#at + 3;
		while (text[from] === '=') from++;
		const close = this.#find.next('===', from);
		if (close === text.length) return false;
		let end = close + 3;
		while (text[end] === '=') end++;
		return this.#push('frontMatter', end);
	}

	#data(): boolean {
		if (this.text[this.#at] !== '{' || this.#at < this.#noDataBefore) return false;
		const { end, seen } = dataEnd(this.text, this.#at);
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

	/** `[words](address)`, neither empty. */
	#link(): boolean {
		const { text } = this;
		if (text[this.#at] !== '[') return false;
		const middle = this.#find.next(']', this.#at + 1);
		if (middle < this.#at + 2 || text[middle + 1] !== '(') return false;
		const end = this.#find.next(')', middle + 2);
		if (end < middle + 3 || end === text.length) return false;
		return this.#push('link', BLANK.has(text[end + 1]!) ? end + 2 : end + 1);
	}

	/** Definitions, references and mentions: `[a]:`, `[a]`, `@[a]`, and the same with `<a>`. */
	#titled(): boolean {
		const { text } = this;
		const isMention = text[this.#at] === '@';
		const open = this.#at + (isMention ? 1 : 0);
		const close = text[open] === '[' ? ']' : text[open] === '<' ? '>' : null;
		if (close === null) return false;
		const of = close === ']' ? 'statement' : 'argument';
		const line = this.#find.lineEnd(open + 1);
		if (isMention) {
			const end = this.#find.next(close, open + 2);
			return end < line && this.#push(`${of}Mention`, BLANK.has(text[end + 1]!) ? end + 2 : end + 1);
		}
		const definition = this.#find.next(close === ']' ? ']:' : '>:', open + 2);
		if (definition < line) return this.#push(`${of}Definition`, definition + 2);
		if (text[open + 1] === '-' || open + 1 >= text.length) return false;
		const reference = this.#find.next(close, open + 2);
		return reference < this.#find.lineEnd(open + 2) && this.#push(`${of}Reference`, reference + 1);
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
