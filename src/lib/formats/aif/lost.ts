import type { Debate } from '#lib/core/model/debate.ts';
import type { Id } from '#lib/core/model/item.ts';
import { byOrder, every } from '#lib/core/model/questions.ts';
import type { Losses } from '../losses.ts';
import { lost, present } from '../tree/present.ts';
import { areOnlyCarriers, carriedBy } from './carried.ts';
import type { Dialect } from './graph.ts';

/** What a graph of claims and inferences cannot say of `debate`; its title and summary are the format's own matter. */
export function lostIn(debate: Debate, dialect: Dialect): Losses {
	const losses = lost(present(debate, dialect.name), [
		'about',
		'joined',
		'premiseless',
		'targetless',
		'secondUses',
		'senses',
		'schemes',
		'undercuts',
		'attacksOnAttacks',
		'groups'
	]);
	losses.add('groups', !areOnlyCarriers(debate, dialect.name));
	for (const { sense, scheme } of every(debate, 'relation'))
		for (const loss of dialect.lost(sense, scheme)) losses.add(loss);
	losses.add('order', isMixed(debate, dialect));
	return losses;
}

/** Whether relations that share a node may come to stand elsewhere among those on their target. */
function isMixed(debate: Debate, { name }: Dialect): boolean {
	const relations = every(debate, 'relation').sort(byOrder);
	if (!relations.some((relation) => carriedBy(relation, name).twin > 0)) return false;
	const last = new Map<Id | null, number>();
	return relations.some((relation) => {
		const { at } = carriedBy(relation, name);
		const isEarlier = at < (last.get(relation.target) ?? -1);
		last.set(relation.target, at);
		return isEarlier;
	});
}
