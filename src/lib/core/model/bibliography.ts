import { cited, isSameWork } from './citation.ts';
import type { Debate } from './debate.ts';
import type { Source } from './item.ts';
import { compare } from './order.ts';
import { every, evidenceCiting } from './questions.ts';

/** All sources of the debate, as a bibliography lists them: by author and year, then by title. */
export function sources(debate: Debate): Source[] {
	const named = every(debate, 'source').map((source) => ({ source, name: cited(source).toLowerCase() }));
	named.sort(
		(a, b) =>
			compare(a.name, b.name) || compare(a.source.title, b.source.title) || compare(a.source.id, b.source.id)
	);
	return named.map(({ source }) => source);
}

/** Sources that no evidence cites. */
export function unusedSources(debate: Debate): Source[] {
	return sources(debate).filter(({ id }) => evidenceCiting(debate, id).length === 0);
}

/** Another entry of the debate for the same work as `source`, if there is one. */
export function twin(debate: Debate, source: Source): Source | undefined {
	return sources(debate).find((other) => other.id !== source.id && isSameWork(other, source));
}
