import { apply } from '#lib/core/edit/apply.ts';
import { join, leave } from '#lib/core/edit/join.ts';
import { move, relate } from '#lib/core/edit/relate.ts';
import type { Step } from '#lib/core/edit/step.ts';
import type { Debate } from '#lib/core/model/debate.ts';
import type { Id, Relation } from '#lib/core/model/item.ts';
import { relationOf, relationsFrom } from '#lib/core/model/questions.ts';
import { home } from '../place/linked.ts';

/**
 * What can become of a card that is put on another, or on a joint. `together` joins it to what it was put on,
 * `beside` makes it a separate reason of the same kind; the others make it bear on what it was put on. `again`
 * leaves it where it was as well.
 */
export type Choice =
	'together' | 'beside' | 'because' | 'but' | 'undercut' | 'because again' | 'but again' | 'undercut again';

/** What may be asked when `id` is put on `on`; nothing where nothing is possible. */
export function choices(debate: Debate, id: Id, on: Id): Choice[] {
	return sensible(debate, id, on).filter((choice) => isPossible(debate, drop(debate, id, on, choice, TRIAL)));
}

/** The id of an inference that is only tried. */
const TRIAL = '-';

function isPossible(debate: Debate, steps: readonly Step[]): boolean {
	const done = apply(debate, steps);
	if (done.ok) apply(debate, done.value.undo);
	return done.ok;
}

function sensible(debate: Debate, id: Id, on: Id): Choice[] {
	if (id === on || !debate.has(id) || !debate.has(on)) return [];
	const from = home(debate, id);
	const isInside = bearsOn(debate, on, id);
	const again = from !== null || isInside;
	const moves = !isInside;
	const relation = relationOf(debate, on);
	if (relation) {
		const possible: Choice[] = [];
		if (moves && !has(relation, id)) possible.push('together');
		if (moves) possible.push('undercut');
		if (again) possible.push('undercut again');
		return possible;
	}
	const beside = home(debate, on);
	const possible: Choice[] = [];
	if (moves && beside && !has(beside, id)) possible.push('together');
	if (moves && beside && !(from?.target === beside.target && from.sense === beside.sense && isAlone(from)))
		possible.push('beside');
	const isThere = (sense: Relation['sense']) =>
		relationsFrom(debate, id).some((one) => one.target === on && one.sense === sense && isAlone(one));
	const senses = [
		['support', 'because'],
		['attack', 'but']
	] as const;
	for (const [sense, word] of senses) if (moves && !isThere(sense)) possible.push(word);
	for (const [sense, word] of senses) if (again && !isThere(sense)) possible.push(`${word} again`);
	return possible;
}

/** The steps of a choice; `newId` is for the inference that may have to be made. */
export function drop(debate: Debate, id: Id, on: Id, choice: Choice, newId: Id): Step[] {
	const from = home(debate, id);
	const at = relationOf(debate, on) ?? home(debate, on);
	switch (choice) {
		case 'together':
			return at ? join(debate, { relation: at.id, premise: id, instead: from?.id }) : [];
		case 'beside': {
			if (at?.target == null) return [];
			const sense = at.sense === 'attack' ? 'attack' : 'support';
			return hang(debate, { id, from, target: at.target, sense, newId, after: at.id });
		}
		case 'because':
			return hang(debate, { id, from, target: on, sense: 'support', newId });
		case 'but':
		case 'undercut':
			return hang(debate, { id, from, target: on, sense: 'attack', newId });
		case 'because again':
			return relate(debate, { premise: id, target: on, sense: 'support', relation: newId });
		case 'but again':
		case 'undercut again':
			return relate(debate, { premise: id, target: on, sense: 'attack', relation: newId });
	}
}

interface Hanging {
	readonly id: Id;
	readonly from: Relation | null;
	readonly target: Id;
	readonly sense: 'support' | 'attack';
	readonly newId: Id;
	readonly after?: Id;
}

/** Moves the card's inference, or, where the card is one of several premises, takes it out and gives it its own. */
function hang(debate: Debate, { id, from, target, sense, newId, after }: Hanging): Step[] {
	if (from && isAlone(from))
		return move(debate, { relation: from.id, target, sense, ...(after === undefined ? {} : { after }) });
	const left = from ? leave(debate, from.id, id) : [];
	return [...left, ...relate(debate, { premise: id, target, sense, relation: newId })];
}

/** Whether `id` bears on `top`, directly or not: moving `top` under it would cut both off from the rest. */
export function bearsOn(debate: Debate, id: Id, top: Id): boolean {
	for (const up of above(debate, id)) if (up === top) return true;
	return false;
}

/** Everything that `id` bears on, directly or not; in a circle also itself. */
export function* above(debate: Debate, id: Id): Generator<Id> {
	const seen = new Set<Id>();
	const queue = [id];
	for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
		const item = debate.get(at);
		const up = [...debate.referrers(at, 'premise')];
		if ((item?.kind === 'relation' || item?.kind === 'evidence') && item.target !== null)
			up.push(item.target);
		for (const next of up) {
			if (seen.has(next)) continue;
			seen.add(next);
			queue.push(next);
			yield next;
		}
	}
}

function isAlone(relation: Relation): boolean {
	return relation.premises.length === 1;
}

function has(relation: Relation, id: Id): boolean {
	return relation.premises.some((premise) => premise.id === id);
}
