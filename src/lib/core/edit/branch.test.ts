import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { copy, debate, state } from '#tests/support/debates.ts';
import { anyDebate, anyEdit } from '#tests/support/edits.ts';
import type { Debate } from '../model/debate.ts';
import type { Id } from '../model/item.ts';
import { relation } from '../model/make.ts';
import { evidenceOn, relationOf, relationsOn, roots } from '../model/questions.ts';
import { apply } from './apply.ts';
import { asIf } from './asIf.ts';
import { branch, graft } from './branch.ts';
import { discard, discarded } from './discard.ts';

function counter(): () => Id {
	let next = 0;
	return () => `new${next++}`;
}

function ids(items: readonly { id: Id }[]): Id[] {
	return items.map(({ id }) => id);
}

function premiseOf(debate: Debate, relation: Id): Id {
	return relationOf(debate, relation)!.premises[0]!.id;
}

describe('looking ahead', () => {
	test('[E60] looking at a debate as it would be leaves it as it was, whatever the steps', () => {
		fc.assert(
			fc.property(anyEdit, ({ before, steps }) => {
				const expected = copy(before);
				const done = apply(expected, steps);
				const start = state(before);
				expect(asIf(before, steps, state)).toEqual(done.ok ? state(expected) : start);
				expect(state(before)).toEqual(start);
			})
		);
	});

	test('[E60] a debate that was looked at is as it was even when looking failed', () => {
		const made = debate('a');
		const look = () => {
			throw new RangeError('looked away');
		};
		expect(() => asIf(made, [{ do: 'remove', id: 'a' }], look)).toThrow(RangeError);
		expect(made.has('a')).toBe(true);
	});
});

describe('branches', () => {
	test('[E61] a branch is the item and all that bears on it, with evidence and sources, and nothing else', () => {
		const made = debate('top', 'a', 'b', 'u', 's source', 'a>top', 'b-a', 'u-(b-a)', 'e for b in s');
		expect(ids(branch(made, ['a']))).toEqual(['a', 'b-a', 'b', 'u-b-a', 'e', 'u', 's']);
	});

	test('[E62] a grafted branch is a copy that bears on its new target in the same shape', () => {
		const made = debate('top', 'a', 'b', 's source', 'a>top', 'b-a', 'e for b in s', 'other');
		const steps = graft(made, branch(made, ['a']), { target: 'other', sense: 'attack', newId: counter() });
		expect(apply(made, steps)).toMatchObject({ ok: true });
		const [link] = relationsOn(made, 'other');
		expect(link).toMatchObject({ sense: 'attack' });
		const copied = premiseOf(made, link!.id);
		expect(made.get(copied)).toMatchObject({ kind: 'claim', text: 'a' });
		const objection = premiseOf(made, relationsOn(made, copied)[0]!.id);
		expect(evidenceOn(made, objection)).toMatchObject([{ bearing: 'for', source: 's' }]);
		expect(made.count.source).toBe(1);
	});

	test('[E66] a work that is entered already is cited, and what its entry leaves open is filled in', () => {
		const from = debate('a', 's source', 'e for a in s');
		const to = debate('top', 'mine source');
		const [theirs, mine] = [from.get('s'), to.get('mine')];
		if (theirs?.kind !== 'source' || mine?.kind !== 'source') throw new TypeError('no sources');
		from.set({ ...theirs, title: 'On Bridges', DOI: '10.1000/182', publisher: 'Shore Press' });
		to.set({ ...mine, title: '', DOI: 'https://doi.org/10.1000/182', publisher: 'River Press' });
		const steps = graft(to, branch(from, ['a']), { target: 'top', sense: 'support', newId: counter() });
		expect(apply(to, steps)).toMatchObject({ ok: true });
		expect(to.count.source).toBe(1);
		expect(to.get('mine')).toMatchObject({ title: 'On Bridges', publisher: 'River Press' });
		const copied = premiseOf(to, relationsOn(to, 'top')[0]!.id);
		expect(evidenceOn(to, copied)).toMatchObject([{ source: 'mine' }]);
	});

	test('[E67] a relation that never had premises is grafted as it is', () => {
		const from = debate('a');
		from.set(relation({ id: 'bare', sense: 'attack', premises: [], target: 'a' }));
		const to = debate('top');
		const steps = graft(to, [...from.items()], { target: null, sense: 'support', newId: counter() });
		expect(apply(to, steps)).toMatchObject({ ok: true });
		expect(to.count.relation).toBe(1);
	});

	test('[E62] without a target the tops of a grafted branch come after the other roots', () => {
		const made = debate('top', 'a', 'a>top');
		expect(
			apply(
				made,
				graft(made, branch(made, ['a', 'top']), { target: null, sense: 'support', newId: counter() })
			)
		).toMatchObject({ ok: true });
		expect(roots(made).map((root) => made.get(root.id))).toMatchObject([{ text: 'top' }, { text: 'top' }]);
		expect(roots(made)[0]!.id).toBe('top');
	});

	test('[E63] any branch of any debate can be grafted anywhere, into another debate too', () => {
		fc.assert(
			fc.property(anyDebate, anyDebate, fc.nat(), fc.nat(), (from, to, which, where) => {
				const items = [...from.items()];
				const taken = branch(
					from,
					items.slice(which % (items.length + 1)).map(({ id }) => id)
				);
				for (const debate of [copy(from), to]) {
					const targets = [...debate.items()].filter(({ kind }) => kind === 'claim' || kind === 'relation');
					const target = targets[where % (targets.length + 1)]?.id ?? null;
					const graftable = graft(debate, taken, { target, sense: 'support', newId: counter() });
					expect(apply(debate, graftable)).toMatchObject({ ok: true });
				}
			})
		);
	});
});

describe('discarding', () => {
	test('[E64] an inference goes with what bears on it, its premises stay', () => {
		const made = debate('top', 'a', 'b', 'u', 'a+b>top', 'u-(a+b>top)');
		expect(apply(made, discard(made, ['a--b_top']))).toMatchObject({ ok: true });
		expect(ids([...made.items()]).sort()).toEqual(['a', 'b', 'top']);
	});

	test('[E64] a claim goes with its branch, and what goes is told', () => {
		const made = debate('top', 'a', 'b', 'a>top', 'b-a', 'e for b');
		expect(ids(discarded(made, ['a'])).sort()).toEqual(['a', 'a_top', 'b', 'b-a', 'e']);
	});

	test('[E65] whatever is selected can be discarded, and nothing selected stays', () => {
		fc.assert(
			fc.property(anyDebate, fc.nat(), fc.nat(), (before, from, count) => {
				const all = ids([...before.items()]);
				const named = all.slice(from % (all.length + 1)).slice(0, count % 5);
				const expected = new Set(ids(discarded(before, named)));
				expect(apply(before, discard(before, named))).toMatchObject({ ok: true });
				expect(named.some((id) => before.has(id))).toBe(false);
				expect(ids([...before.items()])).toEqual(all.filter((id) => !expected.has(id)));
			})
		);
	});
});
