import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addClaim } from '#lib/core/edit/addClaim.ts';
import { addReason } from '#lib/core/edit/addReason.ts';
import { apply } from '#lib/core/edit/apply.ts';
import { plant } from '#lib/core/edit/plant.ts';
import { Debate } from '#lib/core/model/debate.ts';
import type { Id, Point } from '#lib/core/model/item.ts';
import { claim, premise, relation } from '#lib/core/model/make.ts';
import { byOrder, evidenceOn, every, isRoot, relationsOn } from '#lib/core/model/questions.ts';
import { debate as debateOf } from '#tests/support/debates.ts';
import { anyDebate } from '#tests/support/edits.ts';
import { isJointed } from '../forest/bearings.ts';
import { layout } from './layout.ts';
import type { Box, Layout } from './types.ts';

function overlaps(a: Box, b: Box): boolean {
	return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function boxes({ cards, joints }: Layout): (Box & { id: Id })[] {
	return [...cards.values(), ...joints.values()];
}

/** Whether a straight piece of a line passes through the inside of a box. */
function meets(from: Point, to: Point, { x, y, width, height }: Box): boolean {
	const [left, right] = [Math.min(from.x, to.x), Math.max(from.x, to.x)];
	const [top, bottom] = [Math.min(from.y, to.y), Math.max(from.y, to.y)];
	return left < x + width - 0.5 && right > x + 0.5 && top < y + height - 0.5 && bottom > y + 0.5;
}

function crossings({ lines, cards }: Layout): string[] {
	return lines.flatMap(({ key, points }) =>
		points
			.slice(1)
			.flatMap((to, at) =>
				[...cards.values()]
					.filter((card) => meets(points[at]!, to, card))
					.map(({ id }) => `${key} meets ${id}`)
			)
	);
}

function touches({ x, y }: Point, box: Box): boolean {
	return (
		x >= box.x - 0.6 && x <= box.x + box.width + 0.6 && y >= box.y - 0.6 && y <= box.y + box.height + 0.6
	);
}

/** A tree of `count` claims in which every claim has `width` reasons, in turn for and against. */
function tree(count: number, width: number): Debate {
	const items = Array.from({ length: count }, (_, at) =>
		claim({ id: `c${at}`, text: `Claim ${at} says this and that` })
	);
	const relations = Array.from({ length: count - 1 }, (_, at) =>
		relation({
			id: `r${at + 1}`,
			sense: at % 2 === 0 ? 'support' : 'attack',
			premises: [premise(`c${at + 1}`)],
			target: `c${Math.floor(at / width)}`
		})
	);
	const debate = new Debate();
	for (const item of [...items, ...relations]) debate.set(item);
	return debate;
}

describe('any debate', () => {
	test('[L1] every claim, argument and answered piece of evidence has one card, every such inference one joint', () => {
		fc.assert(
			fc.property(anyDebate, (debate) => {
				const { cards, joints } = layout(debate);
				const standing = [...every(debate, 'claim'), ...every(debate, 'argument')].map(({ id }) => id);
				for (const id of standing) expect(cards.has(id)).toBe(true);
				for (const { id, target } of every(debate, 'relation')) {
					const isShown = target !== null && (cards.has(target) || joints.has(target));
					if (isShown && isJointed(debate, debate.get(id) as never)) expect(joints.has(id)).toBe(true);
				}
				const answered = [...cards.keys()].filter((id) => debate.get(id)?.kind === 'evidence');
				for (const id of answered)
					expect(debate.referrers(id, 'target').size + debate.referrers(id, 'premise').size).toBeGreaterThan(
						0
					);
			})
		);
	});

	test('[L2] no two cards or joints overlap', () => {
		fc.assert(
			fc.property(anyDebate, (debate) => {
				const all = boxes(layout(debate));
				for (const [at, one] of all.entries())
					for (const other of all.slice(at + 1))
						expect(overlaps(one, other), `${one.id} and ${other.id}`).toBe(false);
			})
		);
	});

	test('[L4] no line meets a card that it does not end at', () => {
		fc.assert(
			fc.property(anyDebate, (debate) => {
				expect(crossings(layout(debate))).toEqual([]);
			})
		);
	});

	test('[L5] every line begins and ends at a card or a joint', () => {
		fc.assert(
			fc.property(anyDebate, (debate) => {
				const plan = layout(debate);
				for (const { key, points } of plan.lines)
					for (const end of [points[0]!, points.at(-1)!])
						expect(
							boxes(plan).some((box) => touches(end, box)),
							key
						).toBe(true);
			})
		);
	});

	test('[L9] the same debate gives the same layout, whatever the order in which it was put together', () => {
		fc.assert(
			fc.property(anyDebate, (debate) => {
				const again = new Debate();
				expect(apply(again, plant([...debate.items()].reverse())).ok).toBe(true);
				expect(layout(again)).toEqual(layout(debate));
			})
		);
	});
});

test('[L3] siblings stand in the author’s order, supports before attacks', () => {
	const debate = debateOf('a', 'b', 'c', 'd', 'a-b', 'a-d', 'c>a');
	const { cards } = layout(tree(40, 3));
	expect(debate.size).toBeGreaterThan(0);
	const wide = tree(40, 3);
	for (const { id } of every(wide, 'claim')) {
		const on = relationsOn(wide, id);
		const expected = [
			...on.filter(({ sense }) => sense === 'support'),
			...on.filter(({ sense }) => sense === 'attack')
		];
		const places = expected.map(({ premises }) => cards.get(premises[0]!.id)!);
		const read = places.toSorted((one, other) => one.y - other.y || one.x - other.x);
		expect(read.map((card) => card.id)).toEqual(places.map((card) => card.id));
	}
});

test('[L6] 10,000 claims in one chain and 5,000 reasons on one claim are laid out', () => {
	expect(layout(tree(10_000, 1)).cards.size).toBe(10_000);
	const wide = layout(tree(5_000, 4_999));
	expect(wide.cards.size).toBe(5_000);
	expect(wide.bounds!.width / wide.bounds!.height).toBeLessThan(3);
}, 60_000);

test('[L7] what is folded is hidden and counted; what is used elsewhere stays', () => {
	const debate = tree(13, 3);
	const before = layout(debate);
	const folded = layout(debate, { folded: new Set(['c1']) });
	expect(folded.cards.get('c1')!.hidden).toBe(3);
	expect(folded.cards.size).toBe(before.cards.size - 3);
	debate.set(relation({ id: 'again', sense: 'support', premises: [premise('c4')], target: 'c2' }));
	const kept = layout(debate, { folded: new Set(['c1']) });
	expect(kept.cards.has('c4')).toBe(true);
	expect(kept.cards.get('c1')!.hidden).toBe(2);
});

test('[L8] a pinned card lies where its pin says, and the others give way', () => {
	const pin = fc.record({ x: fc.integer({ min: -600, max: 900 }), y: fc.integer({ min: -300, max: 900 }) });
	fc.assert(
		fc.property(fc.nat(12), pin, (which, point) => {
			const debate = tree(13, 3);
			debate.set({ ...(debate.get(`c${which}`) as ReturnType<typeof claim>), pin: point });
			const plan = layout(debate);
			expect(plan.cards.get(`c${which}`)).toMatchObject(point);
			const all = boxes(plan);
			for (const [at, one] of all.entries())
				for (const other of all.slice(at + 1)) expect(overlaps(one, other)).toBe(false);
			expect(crossings(plan)).toEqual([]);
		})
	);
});

test('a circle that nothing leads to has a root, and folding never loses a claim for good', () => {
	const debate = new Debate();
	apply(debate, addClaim(debate, { claim: 'a', text: 'A' }));
	apply(debate, addReason(debate, { target: 'a', sense: 'support', claim: 'b', relation: 'r', text: 'B' }));
	debate.set(relation({ id: 'back', sense: 'support', premises: [premise('a')], target: 'b' }));
	const plan = layout(debate);
	expect([...plan.cards.keys()].sort()).toEqual(['a', 'b']);
	expect(plan.lines.filter(({ isInLoop }) => isInLoop)).toHaveLength(2);
	expect(every(debate, 'claim').some(({ id }) => isRoot(debate, id))).toBe(false);
	expect(evidenceOn(debate, 'a').sort(byOrder)).toEqual([]);
});
