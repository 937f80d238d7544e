import type { Debate } from '#lib/core/model/debate.ts';
import type { Id, Item } from '#lib/core/model/item.ts';
import { every, roots } from '#lib/core/model/questions.ts';

export type Stance = 'pro' | 'opp';

/**
 * On whose side everything in the debate is: what begins something is the proponent's, support is on the side of what
 * it supports, an attack on the other. `given` is known beforehand.
 */
export function stances(debate: Debate, given: ReadonlyMap<Id, Stance>): ReadonlyMap<Id, Stance> {
	const found = new Map(given);
	const queue: Id[] = [...given.keys()];
	const settle = (id: Id, stance: Stance): void => {
		if (found.has(id)) return;
		found.set(id, stance);
		queue.push(id);
	};
	let next = 0;
	const spread = (): void => {
		for (; next < queue.length; next++) {
			const stance = found.get(queue[next]!)!;
			for (const on of debate.referrers(queue[next]!, 'target')) {
				const relation = debate.get(on);
				if (relation?.kind !== 'relation') continue;
				const side = isAgainst(relation) ? other(stance) : stance;
				settle(relation.id, side);
				for (const { id } of relation.premises) settle(id, side);
			}
		}
	};
	spread();
	for (const { id } of [...roots(debate), ...every(debate, 'claim'), ...every(debate, 'argument')]) {
		settle(id, 'pro');
		spread();
	}
	return found;
}

/** Whether a relation is one against what it bears on. */
export function isAgainst(relation: Item): boolean {
	return relation.kind === 'relation' && ['attack', 'contrary', 'contradictory'].includes(relation.sense);
}

function other(stance: Stance): Stance {
	return stance === 'pro' ? 'opp' : 'pro';
}
