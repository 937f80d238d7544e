import { doiIn } from '#lib/core/model/citation.ts';
import type { Debate } from '#lib/core/model/debate.ts';
import type { Source } from '#lib/core/model/item.ts';
import { Losses } from '../losses.ts';
import { lost, present } from '../tree/present.ts';

/** What a bibliography cannot carry of `debate`: everything but its sources. */
export function beyondSources(debate: Debate, format: string): Losses {
	const losses = lost(present(debate, format), ['sources']);
	losses.add('about', debate.about.title !== '');
	losses.add('texts', debate.count.claim + debate.count.relation > 0);
	return losses;
}

/** Whether two of the sources have one DOI, so that a reader takes them for one. */
export function areMerged(sources: readonly Source[]): boolean {
	const dois = sources.flatMap(({ DOI }) => doiIn(DOI)?.toLowerCase() ?? []);
	return new Set(dois).size < dois.length;
}
