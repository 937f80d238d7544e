import type { Element } from '../carriers/xml.ts';

/** A piece of HTML: words, or the beginning or end of an element. */
type Token = { readonly words: string } | { readonly name: string; readonly isEnd: boolean };

const BLOCKS = new Set(
	'p div li ul ol dl dt dd table tr h1 h2 h3 h4 h5 h6 pre blockquote section article center body br hr'.split(
		' '
	)
);
const HIDDEN = new Set(['head', 'style', 'script', 'title']);

/** The words of an element that holds HTML, a line for each paragraph; markup goes. */
export function wordsOf(element: Pick<Element, 'children'>): string {
	return reduced(tokensOf(element));
}

/** The words of a text that is HTML, well formed or not. */
export function htmlWords(text: string): string {
	return reduced(tokensIn(text));
}

/** Whether a text is a whole page of HTML, as mind maps hold where plain words would do. */
export function isHtml(text: string): boolean {
	return /^\s*<html[\s>]/i.test(text);
}

/** HTML that says `text`, a paragraph for each line. */
export function paragraphs(text: string): string[] {
	return text.split('\n').map((line) => line.trim());
}

function reduced(tokens: Iterable<Token>): string {
	const lines = [''];
	let hidden = 0;
	for (const token of tokens) {
		if ('words' in token) {
			if (hidden === 0) lines[lines.length - 1] += token.words;
			continue;
		}
		if (HIDDEN.has(token.name)) hidden = Math.max(hidden + (token.isEnd ? -1 : 1), 0);
		else if (BLOCKS.has(token.name)) lines.push('');
		else if (token.name === 'td' || token.name === 'th') lines[lines.length - 1] += ' ';
	}
	return lines
		.map((line) => line.replaceAll(/\s+/g, ' ').trim())
		.filter((line) => line !== '')
		.join('\n');
}

function* tokensOf(element: Pick<Element, 'children'>): Generator<Token> {
	const rest: (Element | string | { readonly end: string })[] = [...element.children].reverse();
	for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
		if (typeof next === 'string') yield { words: next };
		else if ('end' in next) yield { name: next.end, isEnd: true };
		else {
			const name = next.name.toLowerCase();
			yield { name, isEnd: false };
			rest.push({ end: name });
			// One by one: there may be more of them than a call takes.
			for (let at = next.children.length - 1; at >= 0; at--) rest.push(next.children[at]!);
		}
	}
}

function* tokensIn(text: string): Generator<Token> {
	for (const [token] of text.matchAll(/<[^<>]*>|[^<]+|</g)) {
		const tag = /^<(\/?)([a-z][a-z0-9]*)/i.exec(token);
		if (!tag) {
			if (!/^<[!?]/.test(token)) yield { words: decoded(token) };
			continue;
		}
		const name = tag[2]!.toLowerCase();
		yield { name, isEnd: tag[1] !== '' };
		if (tag[1] === '' && token.endsWith('/>')) yield { name, isEnd: true };
	}
}

const ENTITIES: Readonly<Record<string, string>> = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	apos: "'",
	nbsp: ' '
};

function decoded(text: string): string {
	return text.replaceAll(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, (all, decimal, hex, name) => {
		if (typeof name === 'string') return ENTITIES[name.toLowerCase()] ?? String(all);
		const code = typeof decimal === 'string' ? Number(decimal) : parseInt(String(hex), 16);
		return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code).toWellFormed() : '';
	});
}
