/** The number of the claim that a link leads to, without its last dot; `null` where `text` is no link. */
export function linkOf(text: string): string | null {
	const found = /^->\s*See\s+(\d[\d.]*)$/i.exec(text.trim());
	return found ? found[1]!.replace(/\.$/, '') : null;
}

/** Words as they are meant: a backslash before a punctuation mark goes. */
export function unescaped(text: string): string {
	return text.replaceAll(/\\([!-/:-@[-`{-~])/g, '$1');
}

/** Words as Kialo writes them: brackets and backslashes escaped, and what would begin a claim, a sign or a link. */
export function escaped(text: string): string {
	return text
		.replaceAll(/\[[^[\]\n\\]{0,500}\]\([^()\s\\]{1,2000}\)|[\\()]/g, (sign) =>
			sign.length > 1 ? sign : `\\${sign}`
		)
		.replace(/^->/, '\\->')
		.replace(/^(pro|con):/i, '$1\\:')
		.replaceAll(/^([^\S\n]*\d[\d.]*)\./gm, '$1\\.');
}

/** Whether `text` comes back from an export: no blanks at its ends or at the end of a line, and line feeds only. */
export function isSayable(text: string): boolean {
	return text === text.trim() && !/\r|[^\S\n]\n/.test(text);
}
