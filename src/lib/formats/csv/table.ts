/** A row of a table with the line that it begins on, from 1. */
export interface Row {
	readonly cells: readonly string[];
	readonly line: number;
}

/** What a table holds, and the line on which a quoted cell begins that never ends; 0 where all end. */
export interface Table {
	readonly rows: readonly Row[];
	readonly open: number;
}

export const SEPARATORS = [',', ';', '\t', '|'] as const;

/**
 * The rows of a table (RFC 4180): cells in quotes may hold separators, line ends and doubled quotes. Blank rows are
 * left out. What stands behind a closing quote counts too, so that nothing is lost of a broken row.
 */
export function tableOf(text: string, separator: string): Table {
	const rows: Row[] = [];
	let cells: string[] = [];
	let [at, line, begun, open] = [0, 1, 1, 0];
	const end = (): void => {
		if (cells.some((cell) => cell !== '')) rows.push({ cells, line: begun });
		cells = [];
	};
	while (at < text.length) {
		let cell = '';
		if (text[at] === '"') {
			const quoted = quotedAt(text, at);
			cell = text.slice(at + 1, quoted.end).replaceAll('""', '"');
			if (!quoted.isClosed && open === 0) open = line;
			line += linesIn(text, at, quoted.end);
			at = quoted.end + 1;
		}
		const stop = stopAt(text, at, separator);
		cell += text.slice(at, stop);
		cells.push(cell);
		at = stop;
		if (at >= text.length) break;
		if (text[at] === separator) {
			at++;
			if (at >= text.length) cells.push('');
			continue;
		}
		end();
		at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
		begun = ++line;
	}
	end();
	return { rows, open };
}

/** Where the quotes that open at `from` close. */
function quotedAt(text: string, from: number): { readonly end: number; readonly isClosed: boolean } {
	for (let at = text.indexOf('"', from + 1); at >= 0; at = text.indexOf('"', at + 2))
		if (text[at + 1] !== '"') return { end: at, isClosed: true };
	return { end: text.length, isClosed: false };
}

function stopAt(text: string, from: number, separator: string): number {
	let at = from;
	while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at++;
	return at;
}

function linesIn(text: string, from: number, to: number): number {
	let count = 0;
	for (let at = from; at < to; at++) {
		const sign = text[at];
		if (sign === '\n' || (sign === '\r' && text[at + 1] !== '\n')) count++;
	}
	return count;
}

/** A cell as a spreadsheet may have it: quoted where it must be, and never run as a formula. */
export function cellOf(text: string): string {
	const safe = /^'*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/.test(text) ? `'${text}` : text;
	return /[",;|\r\n\t]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** What a cell says, without the apostrophe that keeps it from being a formula. */
export function wordsIn(cell: string): string {
	return /^'+[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/.test(cell) ? cell.slice(1) : cell;
}
