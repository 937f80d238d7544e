import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyDebate } from '#tests/support/edits.ts';
import { addClaim } from '../edit/addClaim.ts';
import { addReason } from '../edit/addReason.ts';
import { apply } from '../edit/apply.ts';
import { relate } from '../edit/relate.ts';
import { Debate } from './debate.ts';
import type { Id } from './item.ts';
import { loops } from './loops.ts';

function chain(length: number): Debate {
	const debate = new Debate();
	apply(debate, addClaim(debate, { claim: 'c0', text: 'First' }));
	for (let at = 1; at < length; at++)
		apply(
			debate,
			addReason(debate, {
				target: `c${at - 1}`,
				sense: 'support',
				claim: `c${at}`,
				relation: `r${at}`,
				text: 'Next'
			})
		);
	return debate;
}

test('[M20] a tree has no loops', () => {
	expect(loops(chain(5))).toEqual([]);
});

test('[M21] a circle of reasons is one loop with all its claims and relations', () => {
	const debate = chain(4);
	apply(debate, relate(debate, { premise: 'c1', target: 'c3', sense: 'attack', relation: 'back' }));
	expect(loops(debate)).toEqual([new Set(['c1', 'r2', 'c2', 'r3', 'c3', 'back'])]);
});

test('[M22] an undercut of the relation that it rests on is a loop', () => {
	const debate = chain(2);
	apply(debate, relate(debate, { premise: 'c0', target: 'r1', sense: 'attack', relation: 'self' }));
	expect(loops(debate)).toEqual([new Set(['c0', 'r1', 'self'])]);
});

test('[M23] depth is no bound', () => {
	const debate = chain(20_000);
	apply(debate, relate(debate, { premise: 'c0', target: 'c19999', sense: 'support', relation: 'back' }));
	expect(loops(debate)[0]?.size).toBe(40_000);
});

test('[M24] two items are in one loop exactly when each bears on the other', () => {
	fc.assert(
		fc.property(anyDebate, (debate) => {
			const ids = [...debate.items()].map(({ id }) => id);
			const reach = new Map(ids.map((id) => [id, reached(debate, id)]));
			const found = loops(debate);
			for (const a of ids)
				for (const b of ids) {
					const isMutual = a !== b && reach.get(a)!.has(b) && reach.get(b)!.has(a);
					expect(a !== b && found.some((loop) => loop.has(a) && loop.has(b))).toBe(isMutual);
				}
		})
	);
});

/** Whatever `start` bears on, directly or through others; found the plain way. */
function reached(debate: Debate, start: Id): Set<Id> {
	const found = new Set<Id>();
	const queue = [start];
	for (let id = queue.pop(); id !== undefined; id = queue.pop())
		for (const item of debate.items()) {
			const isNext =
				(item.kind === 'relation' && item.premises.some((premise) => premise.id === id)) ||
				(debate.get(id) as { target?: Id | null }).target === item.id;
			if (isNext && !found.has(item.id)) {
				found.add(item.id);
				queue.push(item.id);
			}
		}
	return found;
}
