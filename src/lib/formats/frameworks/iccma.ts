import { fail, ok, type Result } from '#lib/core/result.ts';
import { BOUNDS, refusal, type Native, type Refusal } from '../format.ts';
import type { Sample } from '../sample.ts';

/** A line of a text of the competitions of solvers: its words, between blanks. */
export interface Row {
	readonly words: readonly string[];
	readonly line: number;
	readonly column: number;
}

export interface Numbered {
	/** How many things are numbered, from 1. */
	readonly count: number;
	readonly rows: readonly Row[];
}

/** Whether the first line that is no comment is the head of such a text. */
export function isNumbered({ lines }: Sample, word: string): boolean {
	const head = lines.find((line) => !line.trimStart().startsWith('#')) ?? '';
	return new RegExp(`^\\s*p\\s+${word}\\s+\\d+\\s*$`).test(head);
}

/** The lines after the head `p af 5`, without comments; refused where there is no head or it promises too much. */
export function numbered(
	text: string,
	word: string,
	native: (rows: readonly Row[]) => Native
): Result<Numbered, Refusal> {
	const rows: Row[] = [];
	for (const [at, row] of text.split(/\r\n|\n|\r/).entries()) {
		const line = row.trim();
		if (line === '' || line.startsWith('#')) continue;
		rows.push({ words: line.split(/\s+/), line: at + 1, column: row.length - row.trimStart().length + 1 });
	}
	const [head, ...rest] = rows;
	const count = numberOf(head?.words[2]);
	if (head?.words[0] !== 'p' || head.words[1] !== word || count === null) {
		const { line, column } = head ?? { line: 1, column: 1 };
		return fail(
			refusal('no-head', `It does not begin with “p ${word}” and a number.`, line, column, native(rest))
		);
	}
	if (count > BOUNDS.claims)
		return fail(
			refusal(
				'too-many',
				`A debate may hold ${BOUNDS.claims} claims at most.`,
				head.line,
				head.column,
				native(rest)
			)
		);
	return ok({ count, rows: rest });
}

/** A whole number of at most nine digits; `null` where the word is none. */
export function numberOf(word: string | undefined): number | null {
	return word !== undefined && /^\d{1,9}$/.test(word) ? Number(word) : null;
}
