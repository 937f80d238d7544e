import type { Debate } from '#lib/core/model/debate.ts';
import type { Id } from '#lib/core/model/item.ts';
import { relationOf, relationsFrom, relationsOn } from '#lib/core/model/questions.ts';
import type { Plan } from './plan.ts';
import type { Place } from './walk.ts';

/** What is tied to a card or joint and lies on the map: what bears on it, what it bears on, its siblings. In order. */
export function linked(debate: Debate, plan: Plan, id: Id): Place[] {
	const ids = relationsOn(debate, id).flatMap((on) => [on.id, ...on.premises.map((one) => one.id)]);
	const own = relationOf(debate, id);
	for (const relation of own ? [own] : relationsFrom(debate, id)) {
		ids.push(relation.id);
		if (relation.target !== null) ids.push(relation.target, ...premisesOn(debate, relation.target));
		ids.push(...relation.premises.map((one) => one.id));
	}
	return [...new Set(ids)].flatMap((other) => (other === id ? [] : (plan.stops.get(other) ?? [])));
}

/** The inferences on and from an item, itself included. */
export function around(debate: Debate, id: Id): Set<Id> {
	const on = relationsOn(debate, id).map((relation) => relation.id);
	const from = relationsFrom(debate, id).map((relation) => relation.id);
	return new Set([id, ...on, ...from]);
}

function premisesOn(debate: Debate, target: Id): Id[] {
	return relationsOn(debate, target).flatMap(({ premises }) => premises.map((one) => one.id));
}
