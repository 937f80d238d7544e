import fc from 'fast-check';
import { expect, test } from 'vitest';
import { copy, debate, state } from '#tests/support/debates.ts';
import { anyDebate } from '#tests/support/edits.ts';
import { View } from '#lib/client/view.svelte.ts';
import { apply } from '#lib/core/edit/apply.ts';
import type { Debate } from '#lib/core/model/debate.ts';
import type { Id } from '#lib/core/model/item.ts';
import { layout } from '#lib/draw/layout/layout.ts';
import { Plan } from '../place/plan.ts';
import { bearsOn } from './drops.ts';
import { choicesOfAll, dropAll, moved, pinAll } from './several.ts';

const ids = () => {
	let count = 0;
	return () => `new${count++}`;
};

function relations(made: Debate): string[] {
	return [...made.items()].flatMap((item) =>
		item.kind === 'relation'
			? [`${item.premises.map(({ id }) => id).join('+')} ${item.sense} ${item.target}`]
			: []
	);
}

function done(made: Debate, cards: readonly Id[], on: Id, choice: Parameters<typeof dropAll>[3]): string[] {
	expect(apply(made, dropAll(made, cards, on, choice, ids()))).toMatchObject({ ok: true });
	return relations(made);
}

test('[K14] a drag moves all that is selected where it begins on one of them, and else that card alone', () => {
	const made = debate('top', 'a', 'b', 'c', 'a>top', 'b>top', 'c>top');
	const plan = new Plan(layout(made));
	const view = new View();
	for (const id of ['a', 'b', 'a_top']) view.selected.add(id);
	expect(moved(view, plan, 'b')).toEqual(['b', 'a']);
	expect(moved(view, plan, 'c')).toEqual(['c']);
});

test('[K14] on free ground each is pinned as far from its place as the card under the pointer', () => {
	const made = debate('top', 'a', 'b', 'x argues', 'a>top', 'b>top');
	const plan = new Plan(layout(made));
	const [from, other, sketch] = [plan.placeOf('top')!, plan.placeOf('b')!, plan.placeOf('x')!];
	apply(made, pinAll(made, plan, ['top', 'b', 'x'], { x: from.x + 100.4, y: from.y - 30 }));
	const pinOf = (id: Id) => {
		const item = made.get(id);
		return item?.kind === 'claim' || item?.kind === 'argument' ? item.pin : null;
	};
	expect(pinOf('top')).toEqual({ x: Math.round(from.x + 100.4), y: Math.round(from.y - 30) });
	expect(pinOf('b')).toEqual({ x: Math.round(other.x + 100.4), y: Math.round(other.y - 30) });
	expect(pinOf('x')).toEqual({ x: Math.round(sketch.x + 100.4), y: Math.round(sketch.y - 30) });
	expect(pinOf('a')).toBeNull();
});

test('[K14] cards that stood clear of each other stand clear of each other when they are pinned together', () => {
	fc.assert(
		fc.property(anyDebate, fc.nat(), (made, at) => {
			const plan = new Plan(layout(made));
			const cards = [...plan.cards.values()].filter(({ kind }) => kind !== 'evidence').map(({ id }) => id);
			const first = cards[at % Math.max(cards.length, 1)];
			if (first === undefined) return;
			const put = { x: plan.placeOf(first)!.x + 7, y: plan.placeOf(first)!.y + 9 };
			apply(made, pinAll(made, plan, [first, ...cards.filter((id) => id !== first)], put));
			const { cards: after } = layout(made);
			for (const id of cards) {
				const item = made.get(id);
				const pin = item?.kind === 'claim' || item?.kind === 'argument' ? item.pin : null;
				expect({ id, x: after.get(id)?.x, y: after.get(id)?.y }).toEqual({ id, ...pin });
			}
			expect(after.get(first)).toMatchObject({ x: Math.round(put.x), y: Math.round(put.y) });
		})
	);
});

test('[K14] put on a card the same becomes of each, in their order; what bears on one of them goes with it', () => {
	const words = ['top', 'a', 'b', 'c', 'd', 'on', 'a>top', 'b>top', 'c>top', 'd>b', 'on>top'];
	expect(done(debate(...words), ['b', 'c', 'd'], 'on', 'because').sort()).toEqual([
		'a support top',
		'b support on',
		'c support on',
		'd support b',
		'on support top'
	]);
	expect(done(debate(...words), ['b', 'c', 'd'], 'on', 'together')).toContain('on+b+c support top');
	expect(choicesOfAll(debate(...words), ['b', 'on'], 'on')).toEqual([]);
	expect(choicesOfAll(debate(...words), ['a', 'b'], 'd')).toEqual(['because again', 'but again']);
	expect(choicesOfAll(debate('a', 'b', 'c', 'a>b', 'b>a'), ['b', 'a'], 'c')).toContain('because');
});

test('[K14] whatever is offered for several can be done at once, puts each head there, and is undone at once', () => {
	fc.assert(
		fc.property(anyDebate, fc.array(fc.nat(), { minLength: 2, maxLength: 4 }), fc.nat(), (made, from, to) => {
			const items = [...made.items()];
			const cards = items.filter(({ kind }) => kind === 'claim').map(({ id }) => id);
			const targets = items.filter(({ kind }) => kind === 'claim' || kind === 'relation');
			const target = targets[to % Math.max(targets.length, 1)];
			const chosen = [...new Set(from.flatMap((at) => cards[at % Math.max(cards.length, 1)] ?? []))];
			if (!target || chosen.length < 2) return;
			const before = state(made);
			const possible = choicesOfAll(made, chosen, target.id);
			expect(state(made)).toEqual(before);
			for (const choice of possible) {
				const after = copy(made);
				const taken = apply(after, dropAll(after, chosen, target.id, choice, ids()));
				expect(taken).toMatchObject({ ok: true });
				if (!taken.ok) return;
				const there = choice === 'together' || choice === 'beside' ? null : target.id;
				const isThere = (id: Id) => there === null || bearsOn(after, id, there);
				expect(chosen.some((id) => isThere(id))).toBe(true);
				expect(state(after)).not.toEqual(before);
				expect(apply(after, taken.value.undo)).toMatchObject({ ok: true });
				expect(state(after)).toEqual(before);
			}
		})
	);
});
