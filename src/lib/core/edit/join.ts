import type { Debate } from '../model/debate.ts';
import type { Id, Relation } from '../model/item.ts';
import { claim, premise } from '../model/make.ts';
import { relationOf } from '../model/questions.ts';
import { removal } from './withdraw.ts';
import type { Step } from './step.ts';

/** A new claim as one more premise of `relation`: they only work together. `claim` is its new id. */
export function addPremise(
	debate: Debate,
	fields: { relation: Id; claim: Id; text: string; unstated?: boolean }
): Step[] {
	const relation = relationOf(debate, fields.relation);
	if (!relation) return [];
	const { text, unstated = false } = fields;
	return [
		{ do: 'add', item: claim({ id: fields.claim, text, unstated }) },
		withPremise(relation, fields.claim)
	];
}

/**
 * Makes a claim that is there already a premise of `relation`. With `instead`, a relation in which the claim
 * stood until now, it leaves that one, which goes when nothing is left of it.
 */
export function join(debate: Debate, fields: { relation: Id; premise: Id; instead?: Id }): Step[] {
	const relation = relationOf(debate, fields.relation);
	if (!relation || relation.premises.some(({ id }) => id === fields.premise)) return [];
	const left = fields.instead === undefined ? [] : leave(debate, fields.instead, fields.premise);
	return [...left, withPremise(relation, fields.premise)];
}

/** Gives a joined premise a relation of its own on the same target, so that the two are separate reasons. */
export function separate(
	debate: Debate,
	fields: { relation: Id; premise: Id; newRelation: Id; order: string }
): Step[] {
	const relation = relationOf(debate, fields.relation);
	const moved = relation?.premises.find(({ id }) => id === fields.premise);
	if (!relation || !moved || relation.premises.length < 2) return [];
	return [
		withoutPremise(relation, fields.premise),
		{
			do: 'add',
			item: {
				...relation,
				id: fields.newRelation,
				premises: [moved],
				order: fields.order,
				notes: '',
				ext: {}
			}
		}
	];
}

/** Takes `premise` out of `relation`; the relation goes, with what bears on it, when it was the only one. The claim stays. */
export function leave(debate: Debate, relation: Id, premise: Id): Step[] {
	const found = relationOf(debate, relation);
	if (!found?.premises.some(({ id }) => id === premise)) return [];
	return found.premises.length > 1
		? [withoutPremise(found, premise)]
		: removal(debate, [relation], [premise]);
}

function withPremise(relation: Relation, id: Id): Step {
	return {
		do: 'set',
		kind: 'relation',
		id: relation.id,
		to: { premises: [...relation.premises, premise(id)] }
	};
}

function withoutPremise(relation: Relation, id: Id): Step {
	const premises = relation.premises.filter((premise) => premise.id !== id);
	return { do: 'set', kind: 'relation', id: relation.id, to: { premises } };
}
