import { sources } from '#lib/core/model/bibliography.ts';
import type { Debate } from '#lib/core/model/debate.ts';
import type { Writing } from '../format.ts';
import { areMerged, beyondSources } from '../references/beyond.ts';
import { asRead, carriedBy } from '../references/carried.ts';
import { differing, EVERYTHING, joined, workOf } from '../references/work.ts';
import { isRecord } from '../sample.ts';
import { withWork, workIn, type Raw } from './fields.ts';
import { recordsIn, recordText } from './records.ts';

/**
 * Writes the sources of a debate, lines that nobody changed as they were read. RIS knows no blanks at the ends of a
 * value and no commas within names: what would come back otherwise is reported.
 */
export function writeRis(debate: Debate): Writing {
	const losses = beyondSources(debate, 'ris');
	const all = asRead(sources(debate), 'ris');
	losses.add('sources', areMerged(all));
	const blocks: string[] = [];
	for (const source of all) {
		const { entry, also, before, after } = carriedBy(source, 'ris');
		const now = workOf(source);
		const own = linesOf(entry);
		const others = also.map(linesOf).filter((lines) => lines !== null);
		const changed = own ? differing(now, joined([own, ...others].map(workIn))) : EVERYTHING;
		const text = recordText(withWork(own ?? [], now, changed));
		const { records, after: loose } = recordsIn(text);
		const back = joined([...records.map(({ lines }) => lines), ...others].map(workIn));
		const lost = differing(now, back);
		losses.add('sourceFields', lost.size > 0);
		losses.add('sources', lost.has('title') || records.length !== 1 || loose !== '');
		blocks.push(before, text);
		for (const each of also) blocks.push(typeof each === 'string' ? each : recordText(linesOf(each) ?? []));
		blocks.push(after);
	}
	const text = blocks.filter(Boolean).join('\n\n');
	return { text: text === '' ? '' : `${text}\n`, lost: losses.list() };
}

/** The lines that `ext` kept, as far as they are such. */
function linesOf(carried: unknown): Raw | null {
	if (!isRecord(carried) || !Array.isArray(carried['lines'])) return null;
	const lines = (carried['lines'] as unknown[]).filter(
		(line): line is [string, string] =>
			Array.isArray(line) &&
			typeof line[0] === 'string' &&
			/^[A-Z][A-Z0-9]$/.test(line[0]) &&
			typeof line[1] === 'string'
	);
	return lines[0]?.[0] === 'TY' ? lines : null;
}
