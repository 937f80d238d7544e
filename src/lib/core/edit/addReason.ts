import type { Debate } from '../model/debate.ts';
import type { Id } from '../model/item.ts';
import { claim, premise, relation } from '../model/make.ts';
import { between } from '../model/order.ts';
import { relationsOn } from '../model/questions.ts';
import type { Step } from './step.ts';

export interface NewReason {
	/** What it bears on: a claim, an argument, a piece of evidence, or a relation, which makes an attack an undercut. */
	readonly target: Id;
	readonly sense: 'support' | 'attack';
	/** New ids for the claim and for its relation. */
	readonly claim: Id;
	readonly relation: Id;
	readonly text: string;
	/** Stand right after this relation on the same target; at the end when left out. */
	readonly after?: Id;
}

/** A new claim as a reason for or against `target`, in the group that this is in. */
export function addReason(debate: Debate, reason: NewReason): Step[] {
	const order = orderOn(debate, reason.target, reason.after);
	return [
		{
			do: 'add',
			item: claim({ id: reason.claim, text: reason.text, group: groupOf(debate, reason.target) })
		},
		{
			do: 'add',
			item: relation({
				id: reason.relation,
				sense: reason.sense,
				premises: [premise(reason.claim)],
				target: reason.target,
				order
			})
		}
	];
}

/** The group of a claim or an argument, or of what a relation or a piece of evidence is about. */
function groupOf(debate: Debate, id: Id): Id | null {
	const seen = new Set<Id>();
	for (let item = debate.get(id); item && !seen.has(item.id);) {
		seen.add(item.id);
		if (item.kind === 'claim' || item.kind === 'argument') return item.group;
		if ((item.kind !== 'relation' && item.kind !== 'evidence') || item.target === null) return null;
		item = debate.get(item.target);
	}
	return null;
}

/** A key on `target`: right after the relation `after`, or behind all others. */
export function orderOn(debate: Debate, target: Id, after?: Id): string {
	const siblings = relationsOn(debate, target);
	const at = after === undefined ? -1 : siblings.findIndex(({ id }) => id === after);
	return at < 0
		? between(siblings.at(-1)?.order ?? null, null)
		: between(siblings[at]!.order, siblings[at + 1]?.order ?? null);
}
