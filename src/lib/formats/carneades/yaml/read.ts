import type { Json } from '#lib/core/decode.ts';
import type { Result } from '#lib/core/result.ts';
import { Draft } from '../../draft.ts';
import type { Reading, Refusal } from '../../format.ts';
import { isRecord } from '../../sample.ts';
import { documentOf } from './document.ts';
import { CarneadesReader } from './items.ts';

/** Reads Carneades 4. Its language, schemes and tests are kept as they are, and understood by nobody here. */
export function readCarneades(text: string): Result<Reading, Refusal> {
	const read = documentOf(text);
	if (!read.ok) return read;
	const document = read.value;
	const draft = new Draft();
	new CarneadesReader(document, draft).read();
	const comment = text.split('\n').findIndex((line) => /^\s*#/.test(line));
	if (comment >= 0)
		draft.warn('comment', 'Comments in the file were left out.', { line: comment + 1, column: 1 });
	const meta = document.values.get('meta');
	const title = said(meta, 'title');
	const summary = said(meta, 'notes') || said(meta, 'note');
	return draft.reading({ title, summary }, document.native);
}

function said(meta: Json | undefined, name: string): string {
	const words = isRecord(meta) ? meta[name] : undefined;
	return typeof words === 'string' ? words : '';
}
