/** The first line of what we write: in it signs are words, and names stand behind claims. */
export const MARK = '<!-- debate outline -->';

/** What begins a claim of ours: `Pro:`, `Con:` or, for one of several premises that go together, `And:`. */
const SIGN = /^(pro|con|and):/i;

/** Words of several lines so that Markdown and our reader take them for words and nothing else. */
export function escaped(text: string): string {
	return text
		.replaceAll('\\', '\\\\')
		.replace(SIGN, '$1\\:')
		.replaceAll(/^[-+*_#>|~`<=\u2022\u2013\u2014]/gm, (sign) => `\\${sign}`)
		.replaceAll(/^(\d{1,9}|[a-z])([.)])/gim, '$1\\$2')
		.replaceAll(/\{(?=#)|\](?=\(#)/g, (sign) => `\\${sign}`);
}

/** Words as they are meant: a backslash before a punctuation mark goes. */
export function unescaped(text: string): string {
	return text.replaceAll(/\\([!-/:-@[-`{-~\u2022\u2013\u2014])/g, '$1');
}

/** Whether `text` comes back: no blanks around its lines, and line feeds only. */
export function isSayable(text: string): boolean {
	return (
		!text.includes('\r') && text === text.trim() && text.split('\n').every((line) => line === line.trim())
	);
}

/** The sign that words of ours begin with, and the rest. */
export function signed(text: string): { readonly sign: 'pro' | 'con' | 'and' | ''; readonly rest: string } {
	const found = SIGN.exec(text);
	if (!found) return { sign: '', rest: text };
	const sign = found[1]!.toLowerCase();
	return {
		sign: sign === 'pro' || sign === 'con' ? sign : 'and',
		rest: text.slice(found[0].length).trimStart()
	};
}

/** The name behind words, `{#c3}`, and the words before it; the name is `''` where there is none. */
export function anchored(text: string): { readonly name: string; readonly rest: string } {
	const found = /(\\*)\{#([\w-]{1,100})\}$/.exec(text);
	if (!found || found[1]!.length % 2 === 1) return { name: '', rest: text };
	return { name: found[2]!, rest: text.slice(0, found.index + found[1]!.length).trimEnd() };
}

/** The name that words of the form `[…](#c3)` lead to; `''` where they do not. */
export function linked(text: string): string {
	return /^\[[^\]\\]*(?:\\.[^\]\\]*)*\]\(#([\w-]{1,100})\)$/.exec(text)?.[1] ?? '';
}
