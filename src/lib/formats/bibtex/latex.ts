import { COMMANDS, MARKS } from './commands.ts';

/**
 * What LaTeX text says: accents and symbols as characters, braces and font commands gone, `--` as a dash, white space
 * as one space. A command that is not known stays as it is written.
 */
export function fromLatex(latex: string): string {
	const reader = new LatexReader(latex);
	return reader.read();
}

class LatexReader {
	readonly #latex: string;
	#at = 0;
	#said = '';
	/** Whether white space that follows says nothing more; and what was said before it. */
	#isBlank = true;
	#solid = 0;

	constructor(latex: string) {
		this.#latex = latex;
	}

	read(): string {
		while (this.#at < this.#latex.length) this.#next();
		return this.#said.slice(0, this.#solid);
	}

	#next(): void {
		const sign = this.#latex[this.#at]!;
		if (BLANK.test(sign)) {
			this.#at++;
			if (!this.#isBlank) this.#said += ' ';
			this.#isBlank = true;
		} else if (sign === '\\') this.#command();
		else if (sign === '{' || sign === '}' || sign === '$') this.#at++;
		else if (sign === '~') this.#say('\u00A0', 1);
		else {
			const ligature = LIGATURES.find(([written]) => this.#latex.startsWith(written, this.#at));
			if (ligature) this.#say(ligature[1], ligature[0].length);
			else this.#say(sign, 1);
		}
	}

	#say(words: string, length: number): void {
		this.#at += length;
		this.#said += words;
		if (words === '') return;
		this.#isBlank = false;
		this.#solid = this.#said.length;
	}

	#command(): void {
		COMMAND.lastIndex = this.#at;
		const found = COMMAND.exec(this.#latex);
		if (!found) return this.#say('\\', 1);
		const [written] = found;
		const name = found[1] ?? found[2]!;
		const mark = MARKS.get(name);
		if (mark !== undefined) return this.#accent(mark, written);
		if (name === 'href') {
			this.#at += written.length;
			this.#skipGroup();
			return;
		}
		if (name === 'symbol') return this.#symbol(written);
		const said = COMMANDS.get(name);
		if (said === undefined) return this.#say(written.trimEnd(), written.trimEnd().length);
		this.#say(said, written.length);
		// `\ss{}`: the braces only end the name.
		if (this.#latex.startsWith('{}', this.#at)) this.#at += 2;
	}

	/** An accent and the letter that it stands on: `\"u`, `\"{u}`, `\'{\i}`, `{\v c}`. */
	#accent(mark: string, written: string): void {
		BASE.lastIndex = this.#at + written.length;
		const [base, letter = ''] = BASE.exec(this.#latex) ?? [''];
		if (letter === '') return this.#say(written.trimEnd(), written.trimEnd().length);
		const plain = letter === '\\i' ? 'i' : letter === '\\j' ? 'j' : letter;
		this.#say((plain + mark).normalize('NFC'), written.length + base.length);
	}

	/** `\symbol{9}`: a character by its number. */
	#symbol(written: string): void {
		NUMBER.lastIndex = this.#at + written.length;
		const found = NUMBER.exec(this.#latex);
		const code = Number(found?.[1] ?? 0);
		if (!found || code === 0 || code > 0x10ffff)
			return this.#say(written.trimEnd(), written.trimEnd().length);
		this.#say(String.fromCodePoint(code), written.length + found[0].length);
	}

	#skipGroup(): void {
		if (this.#latex[this.#at] !== '{') return;
		let depth = 0;
		for (; this.#at < this.#latex.length; this.#at++) {
			if (this.#latex[this.#at] === '{') depth++;
			if (this.#latex[this.#at] === '}' && --depth === 0) break;
		}
		this.#at++;
	}
}

const BLANK = /[ \t\n\r\f\v]/;
const COMMAND = /\\(?:([A-Za-z]+)[ \t\r\n]*|([^A-Za-z]))/uy;
const BASE = /[ \t\r\n]*\{?(\\[ij](?![A-Za-z])|\p{L})\}?/uy;
const NUMBER = /\{(\d{1,7})\}/y;
const LIGATURES = [
	['---', '—'],
	['--', '–'],
	['``', '“'],
	["''", '”']
] as const;

/** `text` so that `fromLatex` reads it back, every blank and line end included; its braces are balanced. */
export function toLatex(text: string): string {
	return text
		.replace(/[\\{}$&%#_^~]/g, (sign) => ESCAPES[sign]!)
		.replaceAll('\u00A0', '~')
		.replace(/-(?=-)/g, '-{}')
		.replace(/([`'])(?=\1)/g, '$1{}')
		.replace(/^ | (?= )| $/g, '\\ ')
		.replaceAll('\n', '\\newline{}')
		.replace(/[\t\r\v\f]/g, (sign) => `\\symbol{${sign.charCodeAt(0)}}`);
}

const ESCAPES: Readonly<Record<string, string>> = {
	'\\': '\\textbackslash{}',
	'{': '\\textbraceleft{}',
	'}': '\\textbraceright{}',
	$: '\\$',
	'&': '\\&',
	'%': '\\%',
	'#': '\\#',
	_: '\\_',
	'^': '\\textasciicircum{}',
	'~': '\\textasciitilde{}'
};
