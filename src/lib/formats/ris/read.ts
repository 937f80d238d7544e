import { fail, type Result } from '#lib/core/result.ts';
import { refusal, type Reading, type Refusal } from '../format.ts';
import { Shelf } from '../references/shelf.ts';
import { workIn } from './fields.ts';
import { recordsIn } from './records.ts';

/** Reads a bibliography in RIS. Lines that a source has no place for, and their order, stay in `ext.ris`. */
export function readRis(text: string): Result<Reading, Refusal> {
	const { records, after } = recordsIn(text);
	const native = { ...(text.includes('\r\n') && { crlf: true }), items: records.length };
	if (records.length === 0 && text.trim() !== '')
		return fail(refusal('no-items', 'There is no record in it: each begins with “TY  - ”.', 1, 1, native));
	const shelf = new Shelf('ris');
	for (const { lines, before, line, isClosed } of records) {
		const place = { line, column: 1 };
		if (!isClosed) shelf.draft.warn('unclosed', 'This record has no “ER  - ” at its end.', place);
		const id = lines.find(([tag, value]) => tag === 'ID' && value !== '')?.[1] ?? '';
		shelf.add({ id, work: workIn(lines), raw: { lines }, before, place });
	}
	shelf.end(after);
	return shelf.reading(native);
}
