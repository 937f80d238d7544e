import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyEdit } from '#tests/support/edits.ts';
import { grown } from '#tests/support/grown.ts';
import { addReason } from '#lib/core/edit/addReason.ts';
import { apply } from '#lib/core/edit/apply.ts';
import type { Id } from '#lib/core/model/item.ts';
import { Planner, type Plan } from './plan.ts';

const NOTHING_FOLDED: ReadonlySet<Id> = new Set();

function places(plan: Plan): Record<Id, string> {
	return Object.fromEntries([...plan.stops()].map(({ id, x, y }) => [id, `${x} ${y}`]));
}

function said(plan: Plan): unknown {
	return [[...plan.joints.keys()], [...plan.cards.values()].map(({ id, lines }) => [id, lines])];
}

test('[K30] after an edit what is not concerned stays where it was', () => {
	const debate = grown({ claims: 120, seed: 4 });
	const planner = new Planner();
	const before = planner.plan(debate, [], NOTHING_FOLDED, 1.6);
	const reason = { target: 'c100', claim: 'new', relation: 'newer', text: 'One more' };
	const done = apply(debate, addReason(debate, { ...reason, sense: 'support' }));
	if (!done.ok) throw new Error(done.error.refusal);
	planner.touch(done.value.touched);
	const was = places(before);
	const count = Object.keys(was).length;
	const after = planner.plan(debate, [], NOTHING_FOLDED, 1.6);
	expect(after.cards.has('new')).toBe(true);
	const stayed = Object.entries(places(after)).filter(([id, place]) => was[id] === place);
	expect(stayed.length).toBeGreaterThan(count / 2);
});

test('[K31] what was only looked at leaves the map as it was', () => {
	fc.assert(
		fc.property(anyEdit, ({ before: debate, steps }) => {
			const planner = new Planner();
			const first = said(planner.plan(debate, [], NOTHING_FOLDED, 1.6));
			planner.plan(debate, steps, NOTHING_FOLDED, 1.6);
			const again = planner.plan(debate, [], NOTHING_FOLDED, 1.6);
			expect(said(again)).toEqual(first);
		})
	);
});

test('[K33] where nothing has changed the map is the same as before', () => {
	fc.assert(
		fc.property(anyEdit, ({ before: debate, steps }) => {
			const planner = new Planner();
			const first = planner.plan(debate, [], NOTHING_FOLDED, 1.6);
			expect(planner.plan(debate, [], new Set(), 1.6) === first).toBe(true);
			const done = apply(debate, steps);
			if (!done.ok) return;
			planner.touch(done.value.touched);
			const other = planner.plan(debate, [], NOTHING_FOLDED, 1.6);
			expect(other === first).toBe(done.value.touched.size === 0);
			expect(planner.plan(debate, [], NOTHING_FOLDED, 1) === other).toBe(false);
		})
	);
});
