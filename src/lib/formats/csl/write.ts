import { sources } from '#lib/core/model/bibliography.ts';
import type { Debate } from '#lib/core/model/debate.ts';
import type { Writing } from '../format.ts';
import { areMerged, beyondSources } from '../references/beyond.ts';
import { asRead, carriedBy } from '../references/carried.ts';
import { Keys } from '../references/keys.ts';
import { differing, EVERYTHING, joined, workOf, type Work } from '../references/work.ts';
import { isRecord } from '../sample.ts';
import { withWork, workIn, type Raw } from './fields.ts';

/** Writes the sources of a debate as a list, variables that nobody changed as they were read. */
export function writeCslJson(debate: Debate): Writing {
	const losses = beyondSources(debate, 'csl-json');
	const all = asRead(sources(debate), 'csl-json');
	losses.add('sources', areMerged(all));
	const keys = new Keys(all.map((source) => carriedBy(source, 'csl-json').id));
	const items: Raw[] = [];
	for (const source of all) {
		const { id, entry, also } = carriedBy(source, 'csl-json');
		const now = workOf(source);
		const others = also.filter(isRecord);
		const read = (raw: Raw): Work => joined([raw, ...others].map(workIn));
		const bare = { id: id || keys.next(source), type: 'document' };
		const raw = entry ? withWork(entry, now, differing(now, read(entry))) : withWork(bare, now, EVERYTHING);
		losses.add('sourceFields', differing(now, read(raw)).size > 0);
		items.push(raw, ...others);
	}
	return { text: `${JSON.stringify(items, null, '  ')}\n`, lost: losses.list() };
}
