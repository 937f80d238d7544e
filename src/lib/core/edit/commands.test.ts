import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Debate } from '../model/debate.ts';
import type { Id, Relation } from '../model/item.ts';
import { argument, evidence, source } from '../model/make.ts';
import { relationOf, relationsOn, roots, uses } from '../model/questions.ts';
import { addClaim } from './addClaim.ts';
import { addReason } from './addReason.ts';
import { amend, describe as title, reword } from './amend.ts';
import { apply } from './apply.ts';
import { addPremise, join, leave, separate } from './join.ts';
import { plant } from './plant.ts';
import { move, relate } from './relate.ts';
import type { Step } from './step.ts';
import { departing, withdraw } from './withdraw.ts';

function done(debate: Debate, steps: readonly Step[]): Step[] {
	const applied = apply(debate, steps);
	expect(applied).toMatchObject({ ok: true });
	return applied.ok ? applied.value.undo : [];
}

/** `top`, with `a` for it and `b` against it. */
function small(): Debate {
	const debate = new Debate();
	done(debate, addClaim(debate, { claim: 'top', text: 'Top' }));
	done(debate, addReason(debate, { target: 'top', sense: 'support', claim: 'a', relation: 'ra', text: 'A' }));
	done(debate, addReason(debate, { target: 'top', sense: 'attack', claim: 'b', relation: 'rb', text: 'B' }));
	return debate;
}

function ids(items: readonly { id: Id }[]): Id[] {
	return items.map(({ id }) => id);
}

function premises(debate: Debate, id: Id): Id[] {
	return (relationOf(debate, id) as Relation).premises.map((premise) => premise.id);
}

describe('adding', () => {
	test('[E20] a claim comes after the other roots, a reason after the other reasons', () => {
		const debate = small();
		done(debate, addClaim(debate, { claim: 'second', text: 'Second' }));
		done(
			debate,
			addReason(debate, { target: 'top', sense: 'support', claim: 'c', relation: 'rc', text: 'C' })
		);
		expect(ids(roots(debate))).toEqual(['top', 'second']);
		expect(ids(relationsOn(debate, 'top'))).toEqual(['ra', 'rb', 'rc']);
	});

	test('[E21] a reason can be put right after another', () => {
		const debate = small();
		const reason = {
			target: 'top',
			sense: 'support',
			claim: 'c',
			relation: 'rc',
			text: 'C',
			after: 'ra'
		} as const;
		done(debate, addReason(debate, reason));
		expect(ids(relationsOn(debate, 'top'))).toEqual(['ra', 'rc', 'rb']);
	});

	test('[E22] a reason against a relation is an undercut, and can be undercut itself', () => {
		const debate = small();
		done(debate, addReason(debate, { target: 'rb', sense: 'attack', claim: 'u', relation: 'ru', text: 'U' }));
		done(debate, addReason(debate, { target: 'ru', sense: 'attack', claim: 'v', relation: 'rv', text: 'V' }));
		expect(ids(relationsOn(debate, 'rb'))).toEqual(['ru']);
		expect(ids(relationsOn(debate, 'ru'))).toEqual(['rv']);
	});
});

describe('joining', () => {
	test('[E23] a joined premise is one more premise of the same relation', () => {
		const debate = small();
		done(debate, addPremise(debate, { relation: 'ra', claim: 'c', text: 'C', unstated: true }));
		expect(premises(debate, 'ra')).toEqual(['a', 'c']);
		expect(debate.get('c')).toMatchObject({ unstated: true });
		expect(relationsOn(debate, 'top')).toHaveLength(2);
	});

	test('[E24] a reason that joins another leaves nothing behind, and one undo parts them again', () => {
		const debate = small();
		done(
			debate,
			addReason(debate, { target: 'top', sense: 'support', claim: 'c', relation: 'rc', text: 'C' })
		);
		const before = [...debate.items()];
		const undo = done(debate, join(debate, { relation: 'ra', premise: 'c', instead: 'rc' }));
		expect(premises(debate, 'ra')).toEqual(['a', 'c']);
		expect(debate.has('rc')).toBe(false);
		done(debate, undo);
		expect(new Set(debate.items())).toEqual(new Set(before));
	});

	test('[E25] a premise is not joined twice', () => {
		const debate = small();
		expect(join(debate, { relation: 'ra', premise: 'a' })).toEqual([]);
	});

	test('[E26] a joined premise can become a separate reason for the same target', () => {
		const debate = small();
		done(debate, addPremise(debate, { relation: 'ra', claim: 'c', text: 'C' }));
		done(debate, separate(debate, { relation: 'ra', premise: 'c', newRelation: 'rc', order: 'a5' }));
		expect(premises(debate, 'ra')).toEqual(['a']);
		expect(relationOf(debate, 'rc')).toMatchObject({ target: 'top', sense: 'support' });
		expect(separate(debate, { relation: 'ra', premise: 'a', newRelation: 'x', order: 'a6' })).toEqual([]);
	});

	test('[E27] the last premise that leaves takes the relation and what bears on it along, and stays itself', () => {
		const debate = small();
		done(debate, addReason(debate, { target: 'ra', sense: 'attack', claim: 'u', relation: 'ru', text: 'U' }));
		done(debate, leave(debate, 'ra', 'a'));
		for (const id of ['ra', 'ru', 'u']) expect(debate.has(id)).toBe(false);
		expect(ids(roots(debate))).toContain('a');
	});
});

describe('relating and moving', () => {
	test('[E28] a claim can be a reason in two places; rewording it once is enough', () => {
		const debate = small();
		done(debate, relate(debate, { premise: 'a', target: 'b', sense: 'attack', relation: 'rab' }));
		done(debate, reword(debate, 'a', 'A again'));
		expect(uses(debate, 'a')).toBe(2);
		expect(debate.get('a')).toMatchObject({ text: 'A again' });
	});

	test('[E29] a branch moves in one step, with its sense', () => {
		const debate = small();
		const steps = move(debate, { relation: 'rb', target: 'a', sense: 'support' });
		expect(steps).toHaveLength(1);
		done(debate, steps);
		expect(relationOf(debate, 'rb')).toMatchObject({ target: 'a', sense: 'support' });
	});

	test('[E30] claims may support each other in a circle', () => {
		const debate = small();
		done(debate, relate(debate, { premise: 'top', target: 'a', sense: 'support', relation: 'loop' }));
		expect(ids(relationsOn(debate, 'a'))).toEqual(['loop']);
	});
});

describe('amending', () => {
	test('[E31] what would change nothing is no step', () => {
		const debate = small();
		expect(reword(debate, 'a', 'A')).toEqual([]);
		expect(reword(debate, 'a', ' \n ')).toEqual([]);
		expect(reword(debate, 'ra', 'not a claim')).toEqual([]);
		expect(title(debate, { title: '' })).toEqual([]);
		expect(amend(debate, 'claim', 'a', { tags: [], unstated: true })).toEqual([
			{ do: 'set', kind: 'claim', id: 'a', to: { unstated: true } }
		]);
	});
});

describe('withdrawing', () => {
	test('[E32] a claim goes with its relation, its evidence and its branch', () => {
		const debate = small();
		done(debate, addReason(debate, { target: 'a', sense: 'support', claim: 'c', relation: 'rc', text: 'C' }));
		done(debate, [
			{ do: 'add', item: source({ id: 's', title: 'Work' }) },
			{ do: 'add', item: evidence({ id: 'e', target: 'c', bearing: 'for', source: 's' }) }
		]);
		expect(ids(departing(debate, ['a'])).sort()).toEqual(['a', 'c', 'e', 'ra', 'rc']);
		done(debate, withdraw(debate, ['a']));
		expect(ids([...debate.items()]).sort()).toEqual(['b', 'rb', 's', 'top']);
	});

	test('[E33] what is used elsewhere stays', () => {
		const debate = small();
		done(debate, relate(debate, { premise: 'a', target: 'b', sense: 'attack', relation: 'rab' }));
		done(debate, withdraw(debate, ['b']));
		expect(debate.has('a')).toBe(true);
		expect(uses(debate, 'a')).toBe(1);
	});

	test('[E34] a joined premise leaves the others in place', () => {
		const debate = small();
		done(debate, addPremise(debate, { relation: 'ra', claim: 'c', text: 'C' }));
		done(debate, withdraw(debate, ['a']));
		expect(premises(debate, 'ra')).toEqual(['c']);
	});

	test('[E35] in a circle, what the claim bears on is not its branch', () => {
		const debate = small();
		done(debate, relate(debate, { premise: 'top', target: 'a', sense: 'support', relation: 'loop' }));
		done(debate, withdraw(debate, ['a']));
		expect(debate.has('top')).toBe(true);
		expect(debate.has('b')).toBe(true);
	});

	test('[E36] relations that hit each other in a circle can be withdrawn', () => {
		const debate = small();
		done(debate, [
			{ do: 'set', kind: 'relation', id: 'ra', to: { target: 'rb' } },
			{ do: 'set', kind: 'relation', id: 'rb', to: { target: 'ra' } }
		]);
		done(debate, withdraw(debate, ['ra']));
		expect(ids([...debate.items()])).toEqual(['top']);
	});

	test('[E37] a withdrawn source leaves its evidence without one', () => {
		const debate = small();
		done(debate, [
			{ do: 'add', item: source({ id: 's', title: 'Work' }) },
			{ do: 'add', item: evidence({ id: 'e', target: 'a', bearing: 'for', source: 's' }) }
		]);
		done(debate, withdraw(debate, ['s']));
		expect(debate.get('e')).toMatchObject({ source: null });
	});

	test('[E38] anything can be withdrawn from any debate, nothing dangles, and one undo brings all of it back', () => {
		fc.assert(
			fc.property(
				fc.array(fc.tuple(fc.nat(9), fc.nat(40), fc.nat(40)), { maxLength: 40 }),
				fc.nat(60),
				(plan, at) => {
					const debate = grown(plan);
					const before = new Map([...debate.items()].map((item) => [item.id, item]));
					const id = [...before.keys()][at % before.size]!;
					const steps = withdraw(debate, [id]);
					expect(new Set(ids(departing(debate, [id])))).toEqual(
						new Set(steps.flatMap((step) => (step.do === 'remove' ? [step.id] : [])))
					);
					const undo = done(debate, steps);
					expect(debate.has(id)).toBe(false);
					done(debate, undo);
					expect(new Map([...debate.items()].map((item) => [item.id, item]))).toEqual(before);
				}
			)
		);
	});
});

describe('planting', () => {
	test('[E39] the items of any debate, in any order, can be planted in an empty one and give the same debate', () => {
		const plan = fc.array(fc.tuple(fc.nat(9), fc.nat(40), fc.nat(40)), { maxLength: 40 });
		fc.assert(
			fc.property(plan, fc.infiniteStream(fc.nat()), (acts, keys) => {
				const debate = grown(acts);
				const items = [...debate.items()].map((item) => ({ item, key: keys.next().value ?? 0 }));
				const shuffled = items.sort((a, b) => a.key - b.key).map(({ item }) => item);
				const copy = new Debate();
				done(copy, plant(shuffled));
				expect(new Set(copy.items())).toEqual(new Set(debate.items()));
			})
		);
	});

	test('[E39] arguments get their steps, and relations in a circle their ends', () => {
		const debate = small();
		done(debate, [
			{ do: 'add', item: argument({ id: 'arg', title: 'Named', steps: ['ra'] }) },
			{ do: 'set', kind: 'relation', id: 'rb', to: { target: 'arg' } },
			{ do: 'set', kind: 'relation', id: 'ra', to: { target: 'rb' } }
		]);
		const copy = new Debate();
		done(copy, plant([...debate.items()].reverse()));
		expect(new Set(copy.items())).toEqual(new Set(debate.items()));
	});
});

/** A debate grown by whatever of the plan fits; circles, joints, undercuts, evidence and sources included. */
function grown(plan: readonly (readonly [act: number, a: number, b: number])[]): Debate {
	const debate = small();
	for (const [at, [act, a, b]] of plan.entries()) {
		const all = ids([...debate.items()]);
		const one = all[a % all.length]!;
		const two = all[b % all.length]!;
		const sense = a % 2 === 0 ? 'support' : 'attack';
		const fresh = { claim: `c${at}`, relation: `r${at}`, text: 'Words' };
		const acts: (() => Step[])[] = [
			() => addReason(debate, { ...fresh, target: one, sense }),
			() => addReason(debate, { ...fresh, target: two, sense }),
			() => relate(debate, { premise: one, target: two, sense, relation: fresh.relation }),
			() => addPremise(debate, { ...fresh, relation: one }),
			() => join(debate, { relation: one, premise: two }),
			() => move(debate, { relation: one, target: two }),
			() => [{ do: 'add', item: source({ id: `s${at}`, title: 'Work' }) }],
			() => [{ do: 'add', item: evidence({ id: `e${at}`, target: one, bearing: 'against' }) }],
			() => [{ do: 'set', kind: 'evidence', id: one, to: { source: two } }],
			() => withdraw(debate, [one])
		];
		if (debate.size > 1) apply(debate, acts[act]!());
	}
	return debate.size > 0 ? debate : small();
}
