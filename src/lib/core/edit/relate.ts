import type { Debate } from '../model/debate.ts';
import type { Id } from '../model/item.ts';
import { premise, relation } from '../model/make.ts';
import { relationOf } from '../model/questions.ts';
import { orderOn } from './addReason.ts';
import type { Step } from './step.ts';

export interface NewRelation {
	readonly premise: Id;
	readonly target: Id;
	readonly sense: 'support' | 'attack';
	/** New id of the relation. */
	readonly relation: Id;
}

/** Makes a claim that is there already a reason for or against `target`, beside its other uses. */
export function relate(debate: Debate, fields: NewRelation): Step[] {
	return [
		{
			do: 'add',
			item: relation({
				id: fields.relation,
				sense: fields.sense,
				premises: [premise(fields.premise)],
				target: fields.target,
				order: orderOn(debate, fields.target)
			})
		}
	];
}

/** Hangs a relation, with all that is above it, on another target or in another place there. One step. */
export function move(
	debate: Debate,
	fields: { relation: Id; target: Id; sense?: 'support' | 'attack'; after?: Id }
): Step[] {
	const found = relationOf(debate, fields.relation);
	if (!found) return [];
	const order = orderOn(debate, fields.target, fields.after);
	const { target, sense = found.sense } = fields;
	return [{ do: 'set', kind: 'relation', id: found.id, to: { target, sense, order } }];
}
