import type { Debate } from '#lib/core/model/debate.ts';
import type { Id } from '#lib/core/model/item.ts';
import type { Bearings } from './bearings.ts';
import type { Forest } from './forest.ts';

/** How many cards the folded card `id` hides: those below it that stand nowhere else on the map. */
export function hiddenBelow(id: Id, forest: Forest, debate: Debate, bearings: Bearings): number {
	return below(id, forest, debate, bearings).size;
}

/** The cards that hang below `id`; those that `shown` shows are left out. */
export function below(id: Id, shown: Forest | null, debate: Debate, bearings: Bearings): Set<Id> {
	const found = new Set<Id>();
	const queue = [id];
	const seen = new Set(queue);
	const look = (next: Id) => {
		if (seen.has(next)) return;
		seen.add(next);
		const isRelation = debate.get(next)?.kind === 'relation';
		if (!isRelation && shown?.nodes.has(next)) return;
		if (!isRelation) found.add(next);
		queue.push(next);
	};
	for (let top = queue.pop(); top !== undefined; top = queue.pop())
		for (const bearing of bearings.on(top)) {
			look(bearing.id);
			for (const premise of bearing.premises) look(premise.id);
		}
	return found;
}

/** The folded cards of the map that `id` hangs below by ways that are hidden; itself, if it is folded. */
export function foldsAbove(id: Id, forest: Forest, debate: Debate, folded: ReadonlySet<Id>): Set<Id> {
	const found = new Set<Id>();
	const queue = [id];
	const seen = new Set<Id>();
	for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
		if (seen.has(at)) continue;
		seen.add(at);
		const node = forest.nodes.get(at);
		if (node?.kind === 'card' && folded.has(at)) found.add(at);
		if (node && at !== id) continue;
		for (const id of [at, ...debate.referrers(at, 'premise')]) {
			const item = debate.get(id);
			const bears = item?.kind === 'relation' || item?.kind === 'evidence';
			if (bears && item.target !== null) queue.push(item.target);
		}
	}
	return found;
}
