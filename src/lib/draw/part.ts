import { Debate } from '#lib/core/model/debate.ts';
import type { Id, Item, Relation } from '#lib/core/model/item.ts';

/** What of a debate is drawn: all, one claim or argument with what bears on it, or just some of it. */
export type Part = 'all' | { readonly branch: Id } | { readonly selection: readonly Id[] };

/**
 * The claims, arguments and inferences of a selection as a debate of its own, with the inferences between them and
 * their evidence. An inference that is selected brings its ends along; of its premises those stay that are there.
 */
export function selected(debate: Debate, ids: readonly Id[]): Debate {
	const kept = new Set<Id>();
	const queue: Id[] = [];
	const keep = (id: Id) => {
		if (kept.has(id) || !debate.has(id)) return;
		kept.add(id);
		queue.push(id);
	};
	for (const id of ends(debate, ids)) keep(id);
	for (let at = 0; at < queue.length; at++) {
		const id = queue[at]!;
		for (const other of [...debate.referrers(id, 'target'), ...debate.referrers(id, 'premise')]) {
			const item = debate.get(other);
			if (item?.kind === 'evidence' || (item?.kind === 'relation' && isBetween(item, kept))) keep(other);
		}
	}
	const part = new Debate();
	part.about = debate.about;
	for (const id of kept) part.set(trimmed(debate.get(id)!, kept));
	return part;
}

/** The cards among these, and those that an inference among them ties together. */
function ends(debate: Debate, ids: readonly Id[]): Set<Id> {
	const found = new Set(ids);
	for (const id of found) {
		const item = debate.get(id);
		if (item?.kind === 'evidence') found.add(item.target);
		if (item?.kind !== 'relation') continue;
		for (const premise of item.premises) found.add(premise.id);
		if (item.target !== null) found.add(item.target);
	}
	for (const id of found) {
		const kind = debate.get(id)?.kind;
		if (kind === 'source' || kind === 'group') found.delete(id);
	}
	return found;
}

function isBetween({ target, premises }: Relation, kept: ReadonlySet<Id>): boolean {
	return target !== null && kept.has(target) && premises.some(({ id }) => kept.has(id));
}

/** The item without references to what is not there. */
function trimmed(item: Item, kept: ReadonlySet<Id>): Item {
	switch (item.kind) {
		case 'claim':
			return { ...item, group: null };
		case 'argument':
			return { ...item, group: null, steps: item.steps.filter((id) => kept.has(id)) };
		case 'relation':
			return { ...item, premises: item.premises.filter(({ id }) => kept.has(id)) };
		case 'evidence':
			return { ...item, source: null };
		default:
			return item;
	}
}
