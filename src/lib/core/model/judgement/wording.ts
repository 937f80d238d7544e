import type { Debate } from '../debate.ts';
import type { Id, Relation } from '../item.ts';
import { wordsOf } from '../words.ts';
import { sha256 } from './sha256.ts';

/**
 * The fingerprint of what a person reads when they judge the item: the same words have the same one, whatever else
 * changes, and other words another. Of an inference it is its sense, its premises in whatever order, and what it bears
 * on; where one of those is an inference, what that one says in turn, and no further. `null` where nothing is said.
 */
export function wordingOf(debate: Debate, id: Id): string | null {
	const item = debate.get(id);
	if (!item) return null;
	const said = item.kind === 'relation' ? inference(debate, item, true) : wordsOf(item);
	return sha256(JSON.stringify([item.kind, said]));
}

type Said = string | readonly Said[] | boolean | null;

function inference(debate: Debate, { sense, premises, target }: Relation, isAsked: boolean): Said {
	const said = (id: Id): Said => {
		const item = debate.get(id);
		if (!item) return null;
		if (item.kind !== 'relation') return [item.kind, wordsOf(item)];
		return isAsked ? inference(debate, item, false) : item.id;
	};
	const parts = premises.map(({ id, negated }) => JSON.stringify([negated, said(id)])).sort();
	return [sense, parts, target === null ? null : said(target)];
}
