import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addReason } from '#lib/core/edit/addReason.ts';
import { apply } from '#lib/core/edit/apply.ts';
import type { Debate } from '#lib/core/model/debate.ts';
import type { Id } from '#lib/core/model/item.ts';
import { relation } from '#lib/core/model/make.ts';
import { copy } from '#tests/support/debates.ts';
import { anyEdit } from '#tests/support/edits.ts';
import { grown } from '#tests/support/grown.ts';
import { Bearings } from './bearings.ts';
import { Forest, type Shown } from './forest.ts';
import { grow } from './grow.ts';
import { mend } from './mend.ts';

const shownOf = (folded: ReadonlySet<Id>): Shown => ({ folded, root: null, most: Infinity });

/** Everything that a forest says of a debate. */
function said(forest: Forest): unknown {
	return {
		nodes: forest
			.levels()
			.map(({ id, kind, parent, via, sense, part, depth }) => [
				id,
				kind,
				parent?.id ?? null,
				via,
				sense,
				part,
				depth
			]),
		places: [...forest.nodes.values()].map(({ id }) => id).sort(),
		relations: [...forest.byRelation].map(([via, { id }]) => [via, id]).sort(),
		links: forest.links(),
		hidden: [...forest.hidden].sort(),
		joints: forest.joints
	};
}

function fresh(debate: Debate, folded: ReadonlySet<Id>): Forest {
	const forest = new Forest();
	grow(forest, debate, new Bearings(debate), shownOf(folded));
	return forest;
}

/** A forest that is kept while its debate changes, as the layout keeps it. */
class Kept {
	readonly forest = new Forest();
	readonly #debate: Debate;
	readonly #bearings: Bearings;
	#folded: ReadonlySet<Id> = new Set();
	/** How often it had to be grown. */
	grown = 0;

	constructor(debate: Debate) {
		this.#debate = debate;
		this.#bearings = new Bearings(debate);
		grow(this.forest, debate, this.#bearings, shownOf(this.#folded));
	}

	change(touched: ReadonlySet<Id>, folded: ReadonlySet<Id>): void {
		this.#bearings.forget(touched);
		const toggled = [...this.#folded].filter((id) => !folded.has(id));
		for (const id of folded) if (!this.#folded.has(id)) toggled.push(id);
		this.#folded = folded;
		const shown = shownOf(folded);
		const { isSure } = mend(
			this.forest,
			this.#debate,
			this.#bearings,
			shown,
			new Set([...touched, ...toggled])
		);
		if (isSure) return;
		this.grown++;
		grow(this.forest, this.#debate, this.#bearings, shown);
	}
}

/** What is folded after some of `ids` were toggled. */
function toggled(folded: ReadonlySet<Id>, ids: readonly Id[]): ReadonlySet<Id> {
	const now = new Set(folded);
	for (const id of ids) if (!now.delete(id)) now.add(id);
	return now;
}

describe('a hierarchy that is mended', () => {
	test('[L18] is the one that would grow, after any steps and folds', () => {
		const anyFolds = fc.array(fc.array(fc.nat(60), { maxLength: 3 }), { minLength: 8, maxLength: 8 });
		fc.assert(
			fc.property(anyEdit, anyFolds, ({ before, steps }, folds) => {
				const debate = copy(before);
				const kept = new Kept(debate);
				let folded: ReadonlySet<Id> = new Set();
				for (const [at, step] of steps.entries()) {
					const done = apply(debate, [step]);
					const items = [...debate.items()];
					const ids = folds[at]!.flatMap((nth) => items[nth]?.id ?? []);
					folded = toggled(folded, ids);
					kept.change(done.ok ? done.value.touched : new Set(), folded);
					expect(said(kept.forest)).toEqual(said(fresh(debate, folded)));
				}
			}),
			{ numRuns: 400 }
		);
	}, 60_000);

	test('[L18] is the one that would grow where claims are used twice, moved and taken away', () => {
		const anyAct = fc.record({
			kind: fc.constantFrom('use', 'move', 'turn', 'order', 'remove', 'fold', 'add'),
			at: fc.nat(1000),
			to: fc.nat(1000)
		});
		fc.assert(
			fc.property(fc.nat(1e6), fc.array(anyAct, { minLength: 1, maxLength: 12 }), (seed, acts) => {
				const debate = grown({ claims: 60, seed, links: 0.3, joints: 0.15, undercuts: 0.15, roots: 3 });
				const kept = new Kept(debate);
				let folded: ReadonlySet<Id> = new Set();
				for (const [nth, { kind, at, to }] of acts.entries()) {
					const relations = [...debate.items()].filter((item) => item.kind === 'relation');
					const chosen = relations[at % relations.length]!;
					const other = `c${to % 60}`;
					if (kind === 'fold') folded = toggled(folded, [other]);
					const done = apply(
						debate,
						kind === 'use'
							? [
									{
										do: 'add',
										item: relation({
											id: `u${nth}`,
											sense: 'support',
											premises: [{ id: `c${at % 60}`, role: '', negated: false }],
											target: other
										})
									}
								]
							: kind === 'move'
								? [{ do: 'set', kind: 'relation', id: chosen.id, to: { target: other } }]
								: kind === 'turn'
									? [{ do: 'set', kind: 'relation', id: chosen.id, to: { sense: 'attack' } }]
									: kind === 'order'
										? [{ do: 'set', kind: 'relation', id: chosen.id, to: { order: `a${to % 10}` } }]
										: kind === 'remove'
											? [{ do: 'remove', id: chosen.id }]
											: kind === 'add'
												? addReason(debate, {
														target: other,
														claim: `n${nth}`,
														relation: `on${nth}`,
														text: 'New',
														sense: 'support'
													})
												: []
					);
					kept.change(done.ok ? done.value.touched : new Set(), folded);
					expect(said(kept.forest)).toEqual(said(fresh(debate, folded)));
				}
			}),
			{ numRuns: 200 }
		);
	}, 60_000);

	test('[L18] need not grow for a new reason, nor for new words', () => {
		const debate = grown({ claims: 500, seed: 5, links: 0.1 });
		const kept = new Kept(debate);
		for (let at = 0; at < 100; at++) {
			const reason = { target: `c${at * 5}`, claim: `n${at}`, relation: `on${at}`, text: 'New' };
			const added = apply(debate, addReason(debate, { ...reason, sense: 'attack' }));
			if (!added.ok) throw new Error(added.error.refusal);
			kept.change(added.value.touched, new Set());
			const said = apply(debate, [
				{ do: 'set', kind: 'claim', id: `c${at * 3}`, to: { text: 'Said otherwise' } }
			]);
			if (said.ok) kept.change(said.value.touched, new Set());
		}
		expect(kept.grown).toBe(0);
	});
});
