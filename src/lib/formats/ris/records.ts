/** A record of a RIS file: its lines as tags and values, from `TY` up to `ER`. */
export interface RisRecord {
	readonly lines: readonly (readonly [tag: string, value: string])[];
	/** What stands before it and belongs to no record. */
	readonly before: string;
	/** Where it begins, from 1. */
	readonly line: number;
	/** Whether `ER` closes it. */
	readonly isClosed: boolean;
}

export interface Records {
	readonly records: readonly RisRecord[];
	/** What stands after the last record. */
	readonly after: string;
}

const LINE = /^[ \t]*([A-Z][A-Z0-9])[ \t]{1,2}-(?: (.*)|[ \t]*)$/s;

/** The records of a RIS text (Research Information Systems 2001). A line without a tag goes on with the one before it. */
export function recordsIn(text: string): Records {
	const records: RisRecord[] = [];
	let open: { lines: [string, string][]; before: string; line: number } | null = null;
	let loose: string[] = [];
	const close = (isClosed: boolean): void => {
		if (open) records.push({ ...open, isClosed });
		open = null;
	};
	for (const [at, line] of text.split(/\r\n|\n|\r/).entries()) {
		const found = LINE.exec(line);
		const tag = found?.[1] ?? '';
		if (tag === 'TY') {
			close(false);
			open = { lines: [['TY', said(found?.[2])]], before: loose.join('\n').trim(), line: at + 1 };
			loose = [];
		} else if (!open) loose.push(line);
		else if (tag === 'ER') close(true);
		else if (found) open.lines.push([tag, said(found[2])]);
		else if (line.trim() !== '') open.lines.at(-1)![1] += `\n${line.trimEnd()}`;
	}
	close(false);
	return { records, after: loose.join('\n').trim() };
}

/** A record as lines of a RIS text. */
export function recordText(lines: RisRecord['lines']): string {
	return [...lines, ['ER', '']].map(([tag, value]) => `${tag}  - ${value}`).join('\n');
}

function said(value: string | undefined): string {
	return (value ?? '').trim();
}
