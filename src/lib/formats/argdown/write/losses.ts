import type { Debate } from '#lib/core/model/debate.ts';
import type { Argument, Claim, Id, Relation } from '#lib/core/model/item.ts';
import { byOrder, every, isRoot, relationsOn } from '#lib/core/model/questions.ts';
import { Losses } from '../../losses.ts';
import type { Shape } from './shape.ts';

/** What no Argdown of ours carries. */
export function lossesOf(debate: Debate): Losses {
	const losses = new Losses();
	for (const item of debate.items())
		losses.add(
			'ext',
			Object.keys(item.ext).some((name) => name !== 'argdown')
		);
	const steps = every(debate, 'argument').flatMap((argument) => argument.steps);
	losses.add('steps', new Set(steps).size < steps.length);
	return losses;
}

/** Adds what becomes of relations that no statement leads to, or that bear on such. */
export function noteRelations(losses: Losses, debate: Debate, shape: Shape): void {
	for (const relation of every(debate, 'relation')) {
		const { premises } = relation;
		const isLine = shape.sign(relation) !== null || shape.isUndercut(relation);
		losses.add('premiseless', premises.length === 0);
		losses.add('premises', !isLine && premises.some(({ id }) => debate.get(id)?.kind !== 'claim'));
		losses.add('order', shape.isUnsaid(relation));
	}
}

/**
 * Adds that something came out in another order than the author's: reasons, because a structure had to stand elsewhere,
 * or what a section begins with, because something before it had to speak of it. `spoken` is what the text speaks of, in
 * its order, `written` the place of every relation.
 */
export function noteOrder(
	losses: Losses,
	debate: Debate,
	written: ReadonlyMap<Id, number>,
	spoken: Iterable<Id>
): void {
	const areApart = (relations: readonly Relation[]): boolean => {
		const places = relations.map(({ id }) => written.get(id) ?? -1);
		return places.some((place, index) => index > 0 && place < places[index - 1]!);
	};
	for (const item of debate.items())
		// Nearly all items have fewer than two: what stands alone is in order.
		if (debate.referrers(item.id, 'target').size >= 2)
			losses.add('order', areApart(relationsOn(debate, item.id)));
	const targetless = every(debate, 'relation').filter(({ target }) => target === null);
	losses.add('order', areApart(targetless.sort(byOrder)));
	const last = { claim: new Map<Id | null, Claim>(), argument: new Map<Id | null, Argument>() };
	for (const id of spoken) {
		const item = debate.get(id);
		if (item?.kind === 'claim' && isRoot(debate, id)) losses.add('order', isBefore(item, last.claim));
		if (item?.kind === 'argument' && isRoot(debate, id)) losses.add('order', isBefore(item, last.argument));
	}
}

/** Whether `item` should stand before the one of its section that was spoken of last, whose place it takes. */
function isBefore<T extends Claim | Argument>(item: T, last: Map<Id | null, T>): boolean {
	const before = last.get(item.group);
	last.set(item.group, item);
	return before !== undefined && byOrder(item, before) < 0;
}
