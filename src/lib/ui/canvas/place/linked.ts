import type { Debate } from '#lib/core/model/debate.ts';
import type { Id, Relation } from '#lib/core/model/item.ts';
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
	return [...new Set(ids)].flatMap((other) => (other === id ? [] : (plan.stopOf(other) ?? [])));
}

/** The inferences on and from an item, itself included. */
export function around(debate: Debate, id: Id): Set<Id> {
	const on = relationsOn(debate, id).map((relation) => relation.id);
	const from = relationsFrom(debate, id).map((relation) => relation.id);
	return new Set([id, ...on, ...from]);
}

/** The cards above `id` that may be folded and hide it. */
export function hiding(debate: Debate, plan: Plan, id: Id): Id[] {
	const found = new Set<Id>();
	for (let up: Id | null = id; up !== null && !plan.placeOf(up) && !found.has(up);) {
		const item = debate.get(up);
		const isLink = item?.kind === 'relation' || item?.kind === 'evidence';
		const above: Id | null = isLink ? item.target : (home(debate, up)?.id ?? null);
		found.add(up);
		up = above;
		if (above !== null && plan.placeOf(above)) found.add(above);
	}
	found.delete(id);
	return [...found];
}

/** The inference in which a claim stands: its first with a target. `null` for a root. */
export function home(debate: Debate, id: Id): Relation | null {
	return relationsFrom(debate, id).find(({ target }) => target !== null) ?? null;
}

function premisesOn(debate: Debate, target: Id): Id[] {
	return relationsOn(debate, target).flatMap(({ premises }) => premises.map((one) => one.id));
}
