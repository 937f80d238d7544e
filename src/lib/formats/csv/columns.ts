import { FIELDS } from '../tree/fields.ts';
import { SEPARATORS, tableOf, type Row } from './table.ts';

/** The columns that every table of ours begins with. */
export const FIRST = ['id', 'parent', 'relation', 'text'] as const;
/** All columns of ours, in order; those in which nothing stands are left out. */
export const COLUMNS: readonly string[] = [
	...FIRST,
	'kind',
	'use',
	'reason',
	'scheme',
	'why',
	'role',
	'negated',
	'on',
	...FIELDS.filter((field) => field !== 'parent' && field !== 'scheme')
];

/** What people call the columns that we know, in the order in which they are taken. */
const NAMES: readonly (readonly [column: string, names: readonly string[]])[] = [
	[
		'text',
		['text', 'claim', 'statement', 'content', 'argument', 'body', 'words', 'description', 'reason', 'point']
	],
	['text', ['title', 'name', 'label', 'comment']],
	['id', ['id', 'claimid', 'nodeid', 'key', 'nr', 'no', 'number', 'index', '#']],
	[
		'parent',
		['parent', 'parentid', 'replyto', 'inreplyto', 'respondsto', 'target', 'to', 'above', 'parents']
	],
	[
		'relation',
		['relation', 'stance', 'side', 'sign', 'polarity', 'procon', 'relationtype', 'type', 'position', 'kind']
	],
	['notes', ['notes', 'note', 'comment', 'comments', 'remarks']],
	['tags', ['tags', 'tag', 'keywords', 'labels', 'topics']],
	['title', ['title', 'name', 'label']]
];

/** A header that was understood. */
export interface Header {
	readonly separator: string;
	/** Whether it is one of ours. */
	readonly isOwn: boolean;
	/** What each column is: one of ours, or `''` where it is only kept. */
	readonly columns: readonly string[];
	readonly names: readonly string[];
	readonly line: number;
}

/** The header of a table, whichever separator it has; `null` where no column of it is known. */
export function headerOf(text: string): Header | null {
	const named = /^sep=(.)\r?\n/.exec(text);
	const start = named ? named[0].length : 0;
	const line = text.slice(start, start + 10_000);
	let best: Header | null = null;
	for (const separator of named ? [named[1]!] : SEPARATORS) {
		const [row] = tableOf(firstLine(line), separator).rows;
		const header = row && understood(row, separator, named ? 2 : 1);
		if (header && known(header) > (best ? known(best) : 0)) best = header;
	}
	return best && best.columns.includes('text') ? best : null;
}

/** Where the rows below the header begin. */
export function bodyAt(text: string): number {
	const named = /^sep=.\r?\n/.exec(text)?.[0].length ?? 0;
	return named + firstLine(text.slice(named)).length;
}

/** The first line that is not blank, with those before it; line ends within quotes do not end it. */
function firstLine(text: string): string {
	let isQuoted = false;
	let isBlank = true;
	for (let at = 0; at < text.length; at++) {
		const sign = text[at]!;
		if (sign === '"') isQuoted = !isQuoted;
		else if (!isQuoted && !isBlank && (sign === '\n' || (sign === '\r' && text[at + 1] !== '\n')))
			return text.slice(0, at + 1);
		if (!/\s/.test(sign)) isBlank = false;
	}
	return text;
}

function understood({ cells }: Row, separator: string, line: number): Header {
	const names = cells.map((cell) => cell.trim());
	const isOwn = FIRST.every((column, at) => names[at] === column);
	const columns = isOwn ? names.map((name) => (COLUMNS.includes(name) ? name : '')) : foreign(names);
	return { separator, isOwn, columns, names, line };
}

function foreign(names: readonly string[]): string[] {
	const plain = names.map((name) => name.toLowerCase().replaceAll(/[^a-z#]/g, ''));
	const columns = names.map(() => '');
	for (const [column, aliases] of NAMES) {
		if (columns.includes(column)) continue;
		const found = aliases.map((alias) => plain.findIndex((name, at) => name === alias && columns[at] === ''));
		const at = found.find((place) => place >= 0);
		if (at !== undefined) columns[at] = column;
	}
	return columns;
}

function known({ columns }: Header): number {
	return columns.filter((column) => column !== '').length;
}
