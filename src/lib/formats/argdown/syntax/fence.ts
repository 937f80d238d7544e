const OPEN = /^( {0,3})(`{3,}|~{3,})\s*argdown(?:[ \t-].*)?$/i;

/**
 * The Argdown in a Markdown text: what is fenced as `argdown`, at its place; everything else becomes blank, line by
 * line, so that places stay what they are. A text without such a fence is Argdown itself.
 */
export function unfenced(text: string): string {
	if (!text.includes('```') && !text.includes('~~~')) return text;
	if (!/(?:```|~~~)\s*argdown/i.test(text)) return text;
	let fence: string | null = null;
	const lines = text.split('\n').map((line) => {
		const bare = line.replace(/\r$/, '');
		if (fence !== null) {
			if (!bare.trim().startsWith(fence) || bare.trim().replaceAll(fence.charAt(0), '') !== '') return line;
			fence = null;
		} else fence = OPEN.exec(bare)?.[2] ?? null;
		return blank(line);
	});
	return lines.join('\n');
}

function blank(line: string): string {
	return line.endsWith('\r') ? '\r' : '';
}
