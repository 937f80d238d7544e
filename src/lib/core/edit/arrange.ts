import type { Debate } from '../model/debate.ts';
import type { Id } from '../model/item.ts';
import { evidenceOn, relationOf, relationsOn, uses } from '../model/questions.ts';
import { amend } from './amend.ts';
import { asIf } from './asIf.ts';
import { removal } from './withdraw.ts';
import type { Step } from './step.ts';

/** Moves one premise of a relation a place up (-1) or down (1) among the others; at the end it stays where it is. */
export function movePremise(debate: Debate, fields: { relation: Id; premise: Id; by: 1 | -1 }): Step[] {
	const relation = relationOf(debate, fields.relation);
	const at = relation?.premises.findIndex(({ id }) => id === fields.premise) ?? -1;
	const to = at + fields.by;
	if (!relation || at < 0 || to < 0 || to >= relation.premises.length) return [];
	const premises = relation.premises.toSpliced(at, 1).toSpliced(to, 0, relation.premises[at]!);
	return amend(debate, 'relation', relation.id, { premises });
}

/**
 * Makes one reason out of several for or against the same target: their premises work together in the first of
 * them, and what bore on the others bears on it. No steps where targets or senses differ.
 */
export function unite(debate: Debate, relations: readonly Id[]): Step[] {
	if (!canUnite(debate, relations)) return [];
	const [first, ...others] = relations.map((id) => relationOf(debate, id)!);
	const known = new Set<Id>();
	const premises = [first!, ...others]
		.flatMap((relation) => relation.premises)
		.filter(({ id }) => !known.has(id) && known.add(id));
	const isOther = (id: Id) => others.some((other) => other.id === id);
	const moved = others.flatMap(({ id }) => [
		...relationsOn(debate, id)
			.filter((on) => !isOther(on.id))
			.flatMap((on) => amend(debate, 'relation', on.id, { target: first!.id })),
		...evidenceOn(debate, id).flatMap((on) => amend(debate, 'evidence', on.id, { target: first!.id }))
	]);
	const joined = [...amend(debate, 'relation', first!.id, { premises }), ...moved];
	const gone = others.map(({ id }) => id);
	return [...joined, ...asIf(debate, joined, (then) => removal(then, gone))];
}

/** Whether these are several reasons of one sense for one target, none itself a premise of anything. */
export function canUnite(debate: Debate, relations: readonly Id[]): boolean {
	const found = relations.flatMap((id) => relationOf(debate, id) ?? []);
	const [first] = found;
	return (
		new Set(relations).size > 1 &&
		found.length === relations.length &&
		first?.target != null &&
		found.every(({ target, sense }) => target === first.target && sense === first.sense) &&
		found.every(({ id }) => uses(debate, id) === 0)
	);
}
