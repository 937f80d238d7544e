/** Tags after which a new line begins. */
const LINES = new Set(['p', 'div', 'li', 'tr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote']);
/** Elements whose content is nothing to read. */
const SILENT = ['script', 'style', 'head', 'template'];
const NAMED: Readonly<Record<string, string>> = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	apos: "'",
	nbsp: ' ',
	ndash: '–',
	mdash: '—',
	hellip: '…',
	lsquo: '‘',
	rsquo: '’',
	ldquo: '“',
	rdquo: '”'
};

/** The words of an HTML text, without its tags; a line for each `br` and paragraph. Nothing of it is run or fetched. */
export function wordsOfHtml(html: string): string {
	const token = /<!--|<(\/?)([a-z][a-z0-9]*)[^<>]*>|&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi;
	let words = '';
	let at = 0;
	for (let found = token.exec(html); found; found = token.exec(html)) {
		words += html.slice(at, found.index);
		at = token.lastIndex;
		const [all, close, tag, decimal, hexadecimal, name] = found;
		if (all === '<!--') at = after(html, '-->', at);
		else if (tag !== undefined) {
			const element = tag.toLowerCase();
			if (close === '' && SILENT.includes(element)) at = after(html, `</${element}[^<>]*>?`, at);
			else if (element === 'br' || (close === '/' && LINES.has(element))) {
				words += '\n';
				if (html[at] === '\n') at++;
			}
		} else words += characterOf(decimal, hexadecimal, name) ?? all;
		token.lastIndex = at;
	}
	return words + html.slice(at);
}

/** `text` as HTML that shows it. */
export function htmlOf(text: string): string {
	return text.replace(/[&<>\n]/g, (sign) => SIGNS[sign]!);
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\n': '<br>' };

/** Where what comes after the next `end` begins; the end of the text where there is none. */
function after(html: string, end: string, from: number): number {
	const found = new RegExp(end, 'gi');
	found.lastIndex = from;
	return found.exec(html) ? found.lastIndex : html.length;
}

function characterOf(decimal?: string, hexadecimal?: string, name = ''): string | null {
	const code = decimal !== undefined ? Number(decimal) : parseInt(hexadecimal ?? '', 16);
	if (Number.isNaN(code)) return NAMED[name.toLowerCase()] ?? null;
	const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
	return isCharacter ? String.fromCodePoint(code) : null;
}
