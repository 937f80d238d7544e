import type { Result } from '#lib/core/result.ts';
import { fail } from '#lib/core/result.ts';
import { Draft } from '../draft.ts';
import { refusal, type Beside, type Native, type Reading, type Refusal } from '../format.ts';
import { BratReader } from './items.ts';
import { marksIn, type Marks } from './marks.ts';
import { SpannedText } from './spanned.ts';

/** Reads brat's marks with the words of the text beside; without it, with the words that the marks repeat. */
export function readBrat(text: string, beside: Beside): Result<Reading, Refusal> {
	const marks = marksIn(text);
	const native = nativeOf(marks, text);
	if (marks.spans.length === 0 && text.trim() !== '')
		return fail(refusal('no-spans', 'No line of it marks a piece of a text.', 1, 1, native));
	const draft = new Draft();
	for (const { line, code, message } of marks.others) draft.warn(code, message, { line, column: 1 });
	const words = beside('txt');
	if (words === null)
		draft.warn('no-text', 'The text beside it (.txt) is missing: words are as the marks repeat them.', {
			line: 1,
			column: 1
		});
	new BratReader(draft, marks, words === null ? null : new SpannedText(words)).read();
	// An essay's first line, with a blank one below, is its title.
	const title = /^\uFEFF?([^\r\n]{1,300})\r?\n[^\S\n]*\r?\n/.exec(words ?? '')?.[1]?.trim() ?? '';
	return draft.reading({ title }, native);
}

function nativeOf(marks: Marks, text: string): Native {
	const types = (of: readonly { readonly type: string }[]): Record<string, number> => {
		const counts: Record<string, number> = {};
		for (const { type } of of) counts[type] = (counts[type] ?? 0) + 1;
		return counts;
	};
	return {
		...(text.includes('\r\n') && { crlf: true }),
		entities: marks.spans.length,
		relations: marks.links.length,
		attributes: marks.attributes.length,
		notes: marks.notes.length,
		events: marks.events.size,
		discontinuous: marks.spans.filter(({ pieces }) => pieces.length > 1).length,
		entityTypes: types(marks.spans),
		relationTypes: types(marks.links)
	};
}
