import { expect, test } from 'vitest';
import { addClaim } from '../edit/addClaim.ts';
import { addReason } from '../edit/addReason.ts';
import { apply } from '../edit/apply.ts';
import { relate } from '../edit/relate.ts';
import { Debate } from './debate.ts';
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
