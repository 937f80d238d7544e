import type { Json } from '#lib/core/decode.ts';
import { fail, type Result } from '#lib/core/result.ts';
import { Draft } from '../draft.ts';
import { refusal, type Reading, type Refusal } from '../format.ts';
import { grow } from '../tree/grow.ts';
import { senseOf } from '../tree/signs.ts';
import { bodyAt, headerOf, type Header } from './columns.ts';
import { tableOf, wordsIn, type Row } from './table.ts';
import { treeOf, type Entry } from './tree.ts';

/** Values of a column for the relation that only say that a row is a claim. */
const NEUTRAL = /^(?:claim|thesis|root|main|statement|premise|none|question|topic|neutral|-*)$/i;

/**
 * Reads a table with a header: a column for the words, and others for the row's name, for what it is below and for
 * how it bears on that. Columns that we do not know are kept with their rows.
 */
export function readCsv(given: string): Result<Reading, Refusal> {
	const text = given.startsWith('\uFEFF') ? given.slice(1) : given;
	const header = headerOf(text);
	if (!header)
		return fail(
			refusal(
				'no-header',
				'There is no header with a column for the words, such as “id,parent,relation,text”.',
				1,
				1
			)
		);
	const start = bodyAt(text);
	const above = text.slice(0, start).split(/\r\n|\n|\r/).length - 1;
	const table = tableOf(text.slice(start), header.separator);
	const draft = new Draft();
	if (table.open > 0)
		draft.warn('open-quote', 'A cell begins with a quote that never ends.', {
			line: table.open + above,
			column: 1
		});
	const rows = table.rows.map((row) => ({ ...row, line: row.line + above }));
	const about = { title: '', summary: '' };
	const entries: Entry[] = [];
	for (const row of rows) {
		const entry = entryOf(row, header, draft);
		if (header.isOwn && entry.node.fields['kind'] === 'debate') {
			about.title = entry.node.text;
			about.summary = entry.node.fields['notes'] ?? '';
		} else entries.push(entry);
	}
	grow(draft, 'csv', treeOf(draft, entries, header));
	return draft.reading(about, {
		rows: rows.length,
		columns: header.names.length,
		separator: header.separator
	});
}

function entryOf({ cells, line }: Row, header: Header, draft: Draft): Entry {
	const fields: Record<string, string> = {};
	const others: Record<string, Json> = {};
	for (const [at, cell] of cells.entries()) {
		const column = header.columns[at];
		if (column === undefined) {
			if (cell.trim() !== '')
				draft.warn('extra-cell', `“${cell.slice(0, 40)}” stands beyond the last column and was left out.`, {
					line,
					column: 1
				});
		} else if (cell === '') continue;
		else if (column !== '') fields[column] = wordsIn(cell);
		else others[header.names[at]!] = wordsIn(cell);
	}
	const { id = '', parent = '', text = '', relation, ...rest } = fields;
	const isSaid = relation !== undefined && !(senseOf(relation) === null && NEUTRAL.test(relation.trim()));
	return {
		parent,
		node: {
			id: header.isOwn ? id : id.trim(),
			text: header.isOwn ? text : text.trim(),
			fields: {
				...rest,
				...(isSaid && { relation }),
				...(rest['kind'] === 'group' && parent !== '' && { parent })
			},
			carried: Object.keys(others).length > 0 ? { columns: others } : {},
			children: [],
			line,
			column: 1
		}
	};
}
