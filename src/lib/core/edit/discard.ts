import type { Debate } from '../model/debate.ts';
import type { Id, Item } from '../model/item.ts';
import { relationOf } from '../model/questions.ts';
import type { Step } from './step.ts';
import { departing, removal } from './withdraw.ts';

/**
 * Takes away what was selected on a map: claims with all that only they held up, as `withdraw` does; of an inference
 * only itself and what bears on it, while its premises stay with their branches. Always possible.
 */
export function discard(debate: Debate, ids: readonly Id[]): Step[] {
	const named = ids.filter((id) => debate.has(id));
	const cards = named.filter((id) => !relationOf(debate, id));
	const gone = new Set(departing(debate, cards).map(({ id }) => id));
	const links = named.flatMap((id) => (gone.has(id) ? [] : (relationOf(debate, id) ?? [])));
	const keep = links.flatMap(({ premises }) => premises.map(({ id }) => id)).filter((id) => !gone.has(id));
	return removal(debate, [...cards, ...links.map(({ id }) => id)], keep);
}

/** The items that `discard` would take away. For the notice of what goes. */
export function discarded(debate: Debate, ids: readonly Id[]): Item[] {
	return discard(debate, ids).flatMap((step) => (step.do === 'remove' ? (debate.get(step.id) ?? []) : []));
}
