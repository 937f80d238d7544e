import type { Debate } from '#lib/core/model/debate.ts';
import type { Writing } from '../format.ts';
import { kindOf, type Node } from '../tree/node.ts';
import { outlined } from '../tree/outline.ts';
import { textTable } from '../tree/xml.ts';
import { COLUMNS, FIRST } from './columns.ts';
import { cellOf } from './table.ts';

type Record = Readonly<{ [column: string]: string }>;

/** Writes a table with a row for each item, below the one that it bears on; columns that were read come back. */
export function writeCsv(debate: Debate): Writing {
	const { nodes, lost } = outlined(debate, { format: 'csv', collapses: () => true, isNamed: true });
	const { title, summary } = debate.about;
	const rows: Record[] =
		title === '' && summary === '' ? [] : [{ kind: 'debate', text: title, notes: summary }];
	const rest = nodes.map((node) => ({ node, parent: '' })).reverse();
	for (let next = rest.pop(); next; next = rest.pop()) {
		const { node, parent } = next;
		rows.push(recordOf(node, parent));
		rest.push(...node.children.map((child) => ({ node: child, parent: node.id })).reverse());
	}
	const used = new Set(rows.flatMap((row) => Object.keys(row).filter((column) => row[column] !== '')));
	const own = COLUMNS.filter((column) => used.has(column) || FIRST.some((first) => first === column));
	const header = [...own, ...[...used].filter((column) => !COLUMNS.includes(column))];
	const lines = [header, ...rows.map((row) => header.map((column) => row[column] ?? ''))];
	const text = lines.map((cells) => `${cells.map(cellOf).join(',')}\r\n`).join('');
	// Spreadsheets take a table without the mark for one in the letters of the country.
	return { text: `\uFEFF${text}`, lost: lost.list() };
}

function recordOf(node: Node, parent: string): Record {
	const { id, text, fields, carried } = node;
	const kept = Object.entries(textTable(carried['columns'])).map(([name, value]) => [
		COLUMNS.includes(name) ? `${name} (2)` : name,
		value
	]);
	return {
		...(Object.fromEntries(kept) as Record),
		...fields,
		id,
		text,
		parent: kindOf(node) === 'group' ? (fields['parent'] ?? '') : parent
	};
}
