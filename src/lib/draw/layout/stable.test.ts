import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addReason } from '#lib/core/edit/addReason.ts';
import { apply } from '#lib/core/edit/apply.ts';
import { discard } from '#lib/core/edit/discard.ts';
import type { Step } from '#lib/core/edit/step.ts';
import { Debate } from '#lib/core/model/debate.ts';
import type { Id, Point } from '#lib/core/model/item.ts';
import { claim, premise, relation } from '#lib/core/model/make.ts';
import { every } from '#lib/core/model/questions.ts';
import { adding, copy, debate as debateIn } from '#tests/support/debates.ts';
import { anyEdit } from '#tests/support/edits.ts';
import { grown } from '#tests/support/grown.ts';
import type { Node } from '../forest/node.ts';
import { Composition } from './composition.ts';
import { layout } from './layout.ts';
import type { Box, Layout, Line } from './types.ts';

/** Many maps are laid out; a busy machine may take its time. */
const PATIENCE = 60_000;

/** A card of four lines. */
const CARD_HEIGHT = 108;

const anyGrowth = fc.record({
	claims: fc.integer({ min: 60, max: 250 }),
	seed: fc.integer({ min: 0, max: 1e6 }),
	depth: fc.double({ min: 0, max: 0.6, noNaN: true }),
	links: fc.constantFrom(0, 0.03, 0.1)
});

/** What people do most: a new reason, new words, a branch taken away; at any claim. */
function edit(debate: Debate, kind: number, at: number): Step[] {
	const claims = every(debate, 'claim');
	const { id } = claims[at % claims.length]!;
	const reason = { target: id, claim: 'new', relation: 'newer', text: 'One more reason that nobody saw' };
	if (kind === 0) return addReason(debate, { ...reason, sense: 'support' });
	if (kind === 1) return addReason(debate, { ...reason, sense: 'attack' });
	return [{ do: 'set', kind: 'claim', id, to: { text: 'Said in very many other words '.repeat(3) } }];
}

/** What a layout says, before another goes on from it. */
type Seen = Pick<Layout, 'cards' | 'joints' | 'lines' | 'bounds'>;

function seen({ cards, joints, lines, bounds }: Layout): Seen {
	return { cards: new Map(cards), joints: new Map(joints), lines: [...lines], bounds };
}

function after(debate: Debate, before: Layout, steps: readonly Step[]): Layout {
	const done = apply(debate, steps);
	if (!done.ok) throw new Error(done.error.refusal);
	return layout(debate, { before, touched: done.value.touched });
}

/** Half the room that a new card takes in a row of branches. */
const HALF_A_PLACE = (240 + 48) / 2;

/** Whether a card has come between two halves of a map: both give way. */
function isParted(before: Seen, plan: Seen): boolean {
	const ways = [...plan.cards.values()].map(({ id, x }) => x - (before.cards.get(id)?.x ?? x));
	const isHalf = (way: number) => ways.filter((one) => one === way).length > ways.length * 0.4;
	return isHalf(HALF_A_PLACE) && isHalf(-HALF_A_PLACE);
}

/** How far cards that were there before have moved, the middle one of all. */
function median(before: Seen, plan: Seen): number {
	const ways = [...plan.cards.values()].flatMap(({ id, x, y }) => {
		const was = before.cards.get(id);
		return was ? [Math.hypot(x - was.x, y - was.y)] : [];
	});
	return middle(ways);
}

function middle(numbers: number[]): number {
	return numbers.sort((a, b) => a - b)[numbers.length >> 1] ?? 0;
}

test(
	'[L14] after an edit untouched cards move by a median of at most one card height',
	() => {
		fc.assert(
			fc.property(
				anyGrowth,
				fc.array(fc.tuple(fc.nat(2), fc.nat(500)), { minLength: 1, maxLength: 4 }),
				(growth, edits) => {
					const debate = grown(growth);
					let before = layout(debate);
					for (const [turn, [kind, at]] of edits.entries()) {
						const steps = edit(debate, kind, at).map((step) => renamed(step, turn));
						const was = seen(before);
						const plan = after(debate, before, steps);
						const isAnew = isAtTheEdge(was) && String(sizes(plan)) === String(sizes(layout(debate)));
						const most = isParted(was, plan) ? HALF_A_PLACE : CARD_HEIGHT;
						if (!isAnew) expect(median(was, plan)).toBeLessThanOrEqual(most);
						checkEnds(plan);
						before = plan;
					}
				}
			),
			{ numRuns: 40 }
		);
	},
	PATIENCE
);

test(
	'[L15] what is laid out after a change is as if all had been looked at anew',
	() => {
		const anyFolds = fc.array(fc.nat(40), { maxLength: 2 });
		fc.assert(
			fc.property(
				anyEdit,
				fc.array(anyFolds, { minLength: 8, maxLength: 8 }),
				fc.constantFrom('down' as const, 'right' as const),
				({ before, steps }, folds, direction) => {
					const [debate, other] = [copy(before), copy(before)];
					let quick = layout(debate, { direction });
					let slow = layout(other, { direction });
					const folded = new Set<Id>();
					for (const [at, step] of steps.entries()) {
						const done = apply(debate, [step]);
						apply(other, [step]);
						const items = [...debate.items()];
						for (const nth of folds[at]!) toggle(folded, items[nth]?.id ?? '');
						const touched = done.ok ? done.value.touched : new Set<Id>();
						quick = layout(debate, { before: quick, touched, folded, direction });
						slow = layout(other, { before: slow, folded, direction });
						expect([...quick.cards]).toEqual([...slow.cards]);
						expect([...quick.joints]).toEqual([...slow.joints]);
						expect(quick.lines.map(said)).toEqual(slow.lines.map(said));
						expect(quick.bounds).toEqual(slow.bounds);
						checkEnds(quick);
					}
				}
			),
			{ numRuns: 150 }
		);
	},
	PATIENCE
);

test('[L15] links come and go where all is looked at anew and nothing has another place', () => {
	const linked = (plan: Layout) => plan.lines.map(({ relation }) => relation).filter((id) => id.length === 1);
	const debate = debateIn('a', 'b', 'c', 'd', 'e', 'b>a', 'c>a', 'd>b', 'e>c', 'l:d>c');
	const first = layout(debate);
	expect(linked(first)).toEqual(['l']);
	expect(apply(debate, [adding('m:d>e')])).toMatchObject({ ok: true });
	const second = layout(debate, { before: first });
	expect(linked(second)).toEqual(['l', 'm']);

	const other = grown({ claims: 8, seed: 0, links: 0.2, joints: 0.25, undercuts: 0.15, roots: 3 });
	apply(other, [adding('l:c3>c6')]);
	const open = layout(other);
	expect(linked(open)).toEqual(['l']);
	expect(linked(layout(other, { before: open, folded: new Set(['c6']) }))).toEqual([]);
});

test('[L15] a circle by way of an inference that bears on nothing is seen when an edit closes it', () => {
	const debate = new Debate();
	debate.set(claim({ id: 'c', text: 'It is so' }));
	debate.set(relation({ id: 'open', sense: 'support', premises: [], target: null }));
	debate.set(relation({ id: 'on', sense: 'support', premises: [premise('open')], target: 'c' }));
	const before = layout(debate);
	const steps: Step[] = [{ do: 'set', kind: 'relation', id: 'open', to: { premises: [premise('c')] } }];
	expect(after(debate, before, steps).cards.get('c')!.isInLoop).toBe(true);
});

test('[L15] an edit of a big map is laid out as if all had been looked at anew', () => {
	const debate = grown({ claims: 600, seed: 11, links: 0.05 });
	const other = copy(debate);
	let quick = layout(debate);
	let slow = layout(other);
	for (let turn = 0; turn < 30; turn++) {
		const steps = edit(debate, turn % 3, turn * 37).map((step) => renamed(step, turn));
		const done = apply(debate, steps);
		apply(other, steps);
		if (!done.ok) throw new Error(done.error.refusal);
		quick = layout(debate, { before: quick, touched: done.value.touched });
		slow = layout(other, { before: slow });
		expect([...quick.cards]).toEqual([...slow.cards]);
		expect(quick.lines.map(said)).toEqual(slow.lines.map(said));
		expect(quick.bounds).toEqual(slow.bounds);
	}
});

test('[L19] an edit lays out anew the families on the way from it to the roots, and no others', () => {
	const debate = grown({ claims: 3000, seed: 12, links: 0 });
	const composition = new Composition(debate, PURPOSE, WISH, null);
	for (let turn = 0; turn < 60; turn++) {
		const { nodes } = composition.forest;
		const was = new Map([...nodes.values()].map((node) => [node, node.place.form]));
		const steps = edit(debate, turn % 3, turn * 41).map((step) => renamed(step, turn));
		const done = apply(debate, steps);
		if (!done.ok) throw new Error(done.error.refusal);
		composition.update(done.value.touched, WISH);
		const way = new Set<Node>();
		for (const id of done.value.touched) for (let up = nodes.get(id) ?? null; up; up = up.parent) way.add(up);
		const formed = [...nodes.values()].filter((node) => was.get(node) !== node.place.form);
		expect(formed.filter((node) => !way.has(node))).toEqual([]);
	}
});

const PURPOSE = { root: null, most: Infinity, text: 1, isTurned: false };
const WISH = { ratio: 1.6, folded: new Set<Id>() };

function toggle(set: Set<Id>, id: Id): void {
	if (!set.delete(id)) set.add(id);
}

test(
	'[L15] a branch that is taken away and brought back stands where it stood',
	() => {
		fc.assert(
			fc.property(anyGrowth, fc.nat(500), (growth, at) => {
				const debate = grown(growth);
				const claims = every(debate, 'claim');
				const first = layout(debate);
				const was = sizes(first);
				const done = apply(debate, discard(debate, [claims[1 + (at % (claims.length - 1))]!.id]));
				if (!done.ok) return;
				const second = layout(debate, { before: first, touched: done.value.touched });
				const isAnew = String(sizes(second)) === String(sizes(layout(debate)));
				const third = after(debate, second, done.value.undo);
				if (!isAnew) expect(sizes(third)).toEqual(was);
			}),
			{ numRuns: 40 }
		);
	},
	PATIENCE
);

test(
	'[L16] maps of any size are between half as wide as high and three times as wide',
	() => {
		fc.assert(
			fc.property(anyGrowth, fc.constantFrom(0.7, 1, 1.6), (growth, ratio) => {
				const { width, height } = layout(grown({ ...growth, claims: growth.claims * 4 }), { ratio }).bounds!;
				expect(width / height).toBeGreaterThan(0.5);
				expect(width / height).toBeLessThan(3);
			}),
			{ numRuns: 30 }
		);
	},
	PATIENCE
);

/** So wide or so high that one more edit can make the map be composed anew. */
function isAtTheEdge({ bounds }: Seen): boolean {
	const ratio = bounds!.width / bounds!.height;
	return ratio < 0.5 || ratio > 2.8;
}

function said({ key, path, label, isInLoop }: Line): unknown {
	return { key, path, label, isInLoop };
}

/** Every line begins at the card or joint that it comes from and ends where it leads. */
function checkEnds(plan: Seen): void {
	for (const { key, from, to, points } of plan.lines) {
		expect(touches(points[0]!, placeOf(plan, from)), key).toBe(true);
		expect(touches(points.at(-1)!, placeOf(plan, to)), key).toBe(true);
	}
}

function placeOf({ cards, joints }: Seen, id: Id): Box {
	return cards.get(id) ?? joints.get(id)!;
}

/** Sums of broken numbers, as pins may be, are not exact. */
const ALMOST = 1e-6;

function touches({ x, y }: Point, box: Box): boolean {
	const isWithin = (at: number, from: number, length: number) =>
		at >= from - ALMOST && at <= from + length + ALMOST;
	return isWithin(x, box.x, box.width) && isWithin(y, box.y, box.height);
}

function sizes({ bounds }: Seen): [number, number] {
	return [Math.round(bounds!.width), Math.round(bounds!.height)];
}

/** New ids for what an edit adds, so that it can be done again. */
function renamed(step: Step, turn: number): Step {
	const text = JSON.stringify(step)
		.replaceAll('"new"', `"new${turn}"`)
		.replaceAll('"newer"', `"newer${turn}"`);
	return JSON.parse(text) as Step;
}
