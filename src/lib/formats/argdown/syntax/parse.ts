import { keepLearned } from '../../learned.ts';
import { cutAddresses } from './addresses.ts';
import { lex } from './lex.ts';
import { ContentReader, type ContentRead } from './content.ts';
import { Cursor } from './cursor.ts';
import { NO_DATA, readData, type Data } from './data.ts';
import { Tokens, type RelationKind, type Token, type TokenKind } from './token.ts';
import type {
	ArgumentBlock,
	Block,
	Flagged,
	Heading,
	Inference,
	Line,
	Related,
	Statement,
	Structure,
	Tree
} from './tree.ts';

/**
 * Argdown text to blocks, by recursive descent along the reference grammar (Argdown, MIT). It never gives up: what
 * does not fit is passed over to the next place where a block or a relation can begin, with a remark.
 */
export function parse(text: string): Tree {
	const { tokens, unknown, comments } = lex(text);
	const parser = new Parser(text, tokens);
	const tree = { ...parser.tree(), comments };
	const strange = unknown.map((at) => ({
		at,
		code: 'unknown-character',
		message: 'This character was left out.'
	}));
	return { ...tree, remarks: [...tree.remarks, ...strange, ...cutAddresses(text, comments)] };
}

/** What is nested deeper is left out: no text makes the parser overflow. */
const MOST_DEPTH = 256;
const NONE: readonly never[] = [];
const ARGUMENTS: ReadonlySet<TokenKind> = new Set<TokenKind>(['argumentDefinition', 'argumentReference']);

class Parser {
	readonly #content: ContentReader;
	readonly #cursor: Cursor;
	readonly #remarks: Flagged[] = [];
	#depth = 0;

	constructor(text: string, tokens: Tokens) {
		this.#cursor = new Cursor(text, tokens);
		this.#content = new ContentReader(text);
	}

	tree(): Omit<Tree, 'comments'> {
		this.#cursor.skip('newline');
		this.#cursor.skip('emptyLine');
		const frontMatter = this.#cursor.take('frontMatter');
		if (frontMatter) {
			this.#cursor.skip('newline');
			if (!this.#cursor.skip('emptyLine') && !this.#cursor.is('end'))
				this.#remark('missing-blank-line', 'A blank line is missing after the front matter.');
		}
		const blocks: Block[] = [];
		while (!this.#cursor.is('end')) {
			const from = this.#cursor.at;
			this.#block(blocks);
			if (this.#cursor.skip('emptyLine') || this.#cursor.is('end')) continue;
			if (this.#cursor.at === from) this.#passOver();
			else if (!this.#cursor.is('dedent') && !this.#cursor.is('newline'))
				this.#remark('missing-blank-line', 'A blank line is missing before this.');
			else this.#cursor.at++;
		}
		return { frontMatter, blocks, remarks: this.#remarks };
	}

	/** Puts what begins here into `blocks`, if it is something. */
	#block(blocks: Block[]): void {
		if (this.#cursor.is('heading')) blocks.push(this.#heading());
		else if (this.#cursor.is('number')) blocks.push(this.#structure());
		else if (this.#cursor.is('indent') && this.#cursor.isItem(1)) this.#list(blocks);
		else {
			const member = this.#member();
			if (member) blocks.push(member);
		}
	}

	#heading(): Heading {
		const start = this.#cursor.next();
		const { starts, ends } = this.#cursor.tokens;
		const { text, tags } = this.#words();
		const data = this.#data();
		return {
			is: 'heading',
			level: ends[start]! - starts[start]! - 1,
			data,
			text,
			tags,
			...this.#cursor.span(start)
		};
	}

	#list(blocks: Block[]): void {
		this.#cursor.next();
		while (this.#cursor.isItem(0)) {
			this.#cursor.next();
			const member = this.#member();
			if (member) blocks.push(member);
			else this.#passOver();
		}
		this.#cursor.skip('dedent');
	}

	/** A statement or an argument, with what is related to it below. */
	#member(): Statement | ArgumentBlock | null {
		const start = this.#cursor.at;
		const { kind } = this.#cursor;
		switch (kind) {
			case 'argumentDefinition':
			case 'statementDefinition': {
				const title = this.#cursor.title(2);
				const content = this.#words();
				if (content.text.trim() === '')
					this.#remark('empty-definition', 'Words are missing after this title.');
				return this.#close(start, title, false, content);
			}
			case 'argumentReference':
			case 'statementReference': {
				const title = this.#cursor.title(1);
				const tags = this.#tags();
				this.#cursor.skip('newline');
				if (!this.#content.accepts(this.#cursor.kind))
					return this.#close(start, title, true, { text: '', tags, words: null });
				this.#remark('words-after-reference', 'Words after a title without a colon were taken as its text.');
				const content = this.#words();
				return this.#close(start, title, false, { ...content, tags: [...tags, ...content.tags] });
			}
			default: {
				if (!this.#content.accepts(this.#cursor.kind)) return null;
				const content = this.#words();
				return this.#close(start, null, false, content);
			}
		}
	}

	#close(
		start: number,
		title: string | null,
		isReference: boolean,
		content: Pick<ContentRead, 'text' | 'tags' | 'words'>
	): Statement | ArgumentBlock {
		const data = this.#data();
		const relations = this.#cursor.is('indent') && this.#cursor.isRelation(1) ? this.#relations() : NONE;
		const { text, tags, words } = content;
		const { starts, ends, kinds } = this.#cursor.tokens;
		const from = starts[start]!;
		const end = ends[this.#cursor.at - 1]!;
		// Spelled out, in one order: a large text has tens of thousands of these.
		if (!ARGUMENTS.has(kinds[start]!))
			return { is: 'statement', title, isReference, text, tags, words, data, relations, start: from, end };
		const name = title ?? '';
		return { is: 'argument', title: name, isReference, text, tags, words, data, relations, start: from, end };
	}

	#relations(): Related[] {
		let related: Related[] = [];
		this.#cursor.next();
		this.#depth++;
		while (this.#cursor.isRelation(0)) {
			const { kind } = this.#cursor;
			const start = this.#cursor.next();
			const isDeep = this.#depth > MOST_DEPTH;
			const other = isDeep ? null : this.#member();
			// A list made with its one entry is a third as large as one that it is pushed into.
			if (other && related.length === 0) related = [this.#related(kind as RelationKind, other, start)];
			else if (other) related.push(this.#related(kind as RelationKind, other, start));
			else {
				const missing = 'A statement or an argument is missing after this sign.';
				const words = isDeep ? `Nested more than ${MOST_DEPTH} deep: left out.` : missing;
				this.#remark(isDeep ? 'too-deep' : 'empty-relation', words, this.#cursor.startOf(start));
				this.#passOver();
			}
		}
		this.#depth--;
		this.#cursor.skip('dedent');
		return related;
	}

	#related(kind: RelationKind, other: Related['other'], start: number): Related {
		const { starts, ends } = this.#cursor.tokens;
		return { kind, other, start: starts[start]!, end: ends[this.#cursor.at - 1]! };
	}

	#structure(): Structure {
		const start = this.#cursor.at;
		const lines: Line[] = [];
		let inference: Inference | null = null;
		for (;;) {
			if (this.#cursor.is('inferenceStart')) {
				if (inference || lines.length === 0)
					this.#remark('misplaced-inference', 'An inference needs premises above and a conclusion below it.');
				inference = this.#inference();
				continue;
			}
			const number = this.#cursor.take('number');
			if (!number) break;
			const statement = this.#member();
			if (statement?.is === 'statement') {
				lines.push({ number: this.#cursor.digits(number), statement, inference });
				inference = null;
			} else {
				this.#remark('not-a-statement', 'A premise or conclusion must be a statement.', number.start);
				if (!statement) this.#passOver();
			}
		}
		if (inference || !lines.at(-1)?.inference)
			this.#remark(
				'missing-conclusion',
				'A structure must end with an inference and its conclusion.',
				this.#cursor.startOf(start)
			);
		return { is: 'structure', lines, ...this.#cursor.span(start) };
	}

	#inference(): Inference {
		const start = this.#cursor.next();
		const rules: string[] = [];
		let data: Token | null = null;
		let words = '';
		while (
			!this.#cursor.is('inferenceEnd') &&
			!this.#cursor.is('end') &&
			!this.#cursor.is('emptyLine') &&
			!this.#cursor.is('number')
		) {
			const token = this.#cursor.tokens.token(this.#cursor.next());
			if (token.kind === 'data') data = token;
			else if (token.kind === 'listDelimiter') {
				rules.push(words.trim());
				words = '';
			} else if (token.kind !== 'newline') words += this.#content.word(token);
		}
		if (words.trim() !== '') rules.push(words.trim());
		if (!this.#cursor.take('inferenceEnd'))
			this.#remark('open-inference', 'This inference is not closed with --.', this.#cursor.startOf(start));
		this.#cursor.skip('newline');
		const undercuts = this.#cursor.is('indent') && this.#cursor.isRelation(1) ? this.#relations() : NONE;
		const said = data ? this.#dataIn(data) : NO_DATA;
		return { rules, data: said, undercuts, ...this.#cursor.span(start) };
	}

	#words(): ContentRead {
		const read = this.#content.read(this.#cursor.tokens, this.#cursor.at);
		this.#cursor.at = read.next;
		if (read.open.length > 0)
			for (const { start } of read.open)
				this.#remark('open-mark', 'A mark for bold or italic is not closed; it was read as text.', start);
		return read;
	}

	#tags(): readonly string[] {
		if (!this.#cursor.is('tag')) return NONE;
		const tags: string[] = [];
		for (let token = this.#cursor.take('tag'); token; token = this.#cursor.take('tag'))
			tags.push(this.#content.tag(token));
		return tags;
	}

	#data(): Data {
		const token = this.#cursor.take('data');
		if (!token) return NO_DATA;
		this.#cursor.skip('newline');
		return this.#dataIn(token);
	}

	#dataIn(token: Token): Data {
		const data = readData(this.#cursor.words(token));
		if (!data) this.#remark('data', 'What is in braces is no plain YAML table.', token.start);
		return data ?? NO_DATA;
	}

	/** On to where something can begin again: the next relation, number or blank line. */
	#passOver(): void {
		if (this.#cursor.is('end')) return;
		if (!this.#cursor.is('dedent') && !this.#cursor.is('newline'))
			this.#remark('not-understood', 'This could not be understood and was left out.');
		do this.#cursor.at++;
		while (
			!this.#cursor.is('end') &&
			!this.#cursor.is('emptyLine') &&
			!this.#cursor.is('number') &&
			!this.#cursor.is('dedent') &&
			!this.#cursor.isRelation(0)
		);
	}

	#remark(code: string, message: string, at = this.#cursor.start): void {
		this.#remarks.push({ at, code, message });
	}
}

keepLearned(new Parser('', new Tokens(0)));
