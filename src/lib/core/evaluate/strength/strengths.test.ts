import fc from 'fast-check';
import { expect, test } from 'vitest';
import { debate } from '#tests/support/debates.ts';
import { anyDebate, anyEdit } from '#tests/support/edits.ts';
import { seeded } from '#tests/support/grown.ts';
import { apply } from '../../edit/apply.ts';
import { Debate } from '../../model/debate.ts';
import type { Id } from '../../model/item.ts';
import { argument, evidence } from '../../model/make.ts';
import { evidenceOn, every, relationsOn } from '../../model/questions.ts';
import { Framework } from '../framework.ts';
import { Graph, POINT } from '../graph.ts';
import { peel } from '../peel.ts';
import { evaluate } from '../standings.ts';
import { dfquad } from './dfquad.ts';
import { euler } from './euler.ts';
import type { Gradual } from './gradual.ts';
import { mlp } from './mlp.ts';
import { Plan, type Role } from './plan.ts';
import { quadraticEnergy } from './quadraticEnergy.ts';
import { solve, type Solution } from './solve.ts';
import { Strengths, strengthsOf } from './strengths.ts';

const ALL_FOUR = [dfquad, quadraticEnergy, euler, mlp];

/** Strengths in a plain graph of points. */
function plain(
	base: readonly number[],
	links: readonly (readonly [number, number, Role])[],
	semantics: Gradual
) {
	const graph = new Graph();
	for (let unit = 0; unit < base.length; unit++) graph.add(POINT);
	for (const [from, to, role] of links) graph.link(from, to, role === 1);
	const plan = new Plan(graph, (link) => (graph.isPro[link] === 1 ? 1 : 0));
	const solution: Solution = solve(
		plan,
		Float64Array.from(plan.unit, (unit) => base[unit]!),
		semantics
	);
	return { strengths: base.map((_, unit) => solution.value[plan.place[unit]!]!), swings: solution.swings };
}

test.each<[semantics: Gradual, supported: number, attacked: number]>([
	[dfquad, 0.8, 0.2],
	[quadraticEnergy, 0.5 + 0.5 * (0.36 / 1.36), 0.5 - 0.5 * (0.36 / 1.36)],
	[euler, 1 - 0.75 / (1 + 0.5 * Math.exp(0.6)), 1 - 0.75 / (1 + 0.5 * Math.exp(-0.6))],
	[mlp, 1 / (1 + Math.exp(-0.6)), 1 / (1 + Math.exp(0.6))]
])('[V20] each semantics follows its formula: %o', (semantics, supported, attacked) => {
	expect(plain([0.5, 0.6], [[1, 0, 1]], semantics).strengths[0]).toBeCloseTo(supported, 12);
	expect(plain([0.5, 0.6], [[1, 0, 0]], semantics).strengths[0]).toBeCloseTo(attacked, 12);
});

/** What the definition of DF-QuAD says about a claim, from the strengths of what bears on it. */
function defined(made: Debate, strengths: Strengths, id: Id): number {
	const claim = made.get(id)!;
	const [pros, cons]: [number[], number[]] = [[], []];
	for (const { id: on, bearing } of evidenceOn(made, id))
		(bearing === 'for' ? pros : cons).push(strengths.get(on)!);
	for (const { id: on, sense } of relationsOn(made, id)) {
		if (sense === 'rephrase') continue;
		(sense === 'support' || sense === 'entails' ? pros : cons).push(strengths.get(on)!);
	}
	const basis = claim.kind === 'claim' ? claim.basis : 'given';
	const base = basis === 'given' || (basis === 'auto' && pros.length === 0) ? 0.75 : 0.5;
	const chance = (side: number[]) => 1 - side.reduce((none, strength) => none * (1 - strength), 1);
	const lean = chance(pros) - chance(cons);
	return lean >= 0 ? base + (1 - base) * lean : base + base * lean;
}

test('[V21] without circles and contraries, every claim has the strength that the definition gives it', () => {
	const isContrary = (sense: string) => sense === 'contrary' || sense === 'contradictory';
	fc.assert(
		fc.property(anyDebate, (made) => {
			const { graph } = new Framework(made);
			fc.pre(peel(graph, new Uint8Array(graph.units)).rest.length === 0);
			fc.pre(!every(made, 'relation').some(({ sense }) => isContrary(sense)));
			const strengths = strengthsOf(made);
			for (const { id } of every(made, 'claim'))
				expect(strengths.get(id)).toBeCloseTo(defined(made, strengths, id), 12);
		})
	);
});

test('[V22] joined premises carry as far as the weakest of them, and no farther than their inference', () => {
	const strengths = strengthsOf(debate('t', 'a', 'b', 'c', 'r:a+b>t', 'c-b'));
	expect(strengths.get('b')).toBeCloseTo(0.75 - 0.75 * 0.75, 12);
	expect(strengths.get('r')).toBe(strengths.get('b'));
	const undercut = strengthsOf(debate('t', 'a', 'r:a>t', 'u', 'u-(r)'));
	expect(undercut.get('r')).toBeCloseTo(0.75 * 0.25, 12);
	const late = debate('t', 'a', 'r:a>t', 'u', 'o:u-(r)');
	const turned = new Debate();
	for (const item of [...late.items()].reverse()) turned.set(item);
	expect(strengthsOf(turned).get('r')).toBeCloseTo(0.75 * 0.25, 12);
});

test('[V23] evidence is as strong as it was rated, a claim as somebody said; never 0 or 1', () => {
	const made = debate('t');
	made.set(evidence({ id: 'e', target: 't', bearing: 'for', credibility: { rating: 'weak', reason: '' } }));
	expect(strengthsOf(made).get('e')).toBe(0.3);
	const said = strengthsOf(made, dfquad, (id) => (id === 't' ? 0.2 : 1));
	expect(said.get('e')).toBe(0.95);
	expect(said.get('t')).toBeCloseTo(0.2 + 0.8 * 0.95, 12);
});

test('[V24] support in a circle adds nothing', () => {
	const circle = strengthsOf(debate('a', 'b', 'a>b', 'b>a'));
	expect([circle.get('a'), circle.get('b')]).toEqual([0.5, 0.5]);
	const grounded = strengthsOf(debate('a', 'b', 'c', 'a>b', 'b>a', 'c>a'));
	expect(grounded.get('a')).toBeCloseTo(0.5 + 0.5 * 0.75, 12);
	const own = debate('t', 'x argues', 'r:x>t');
	own.set(argument({ id: 'x', title: 'x', steps: ['r'] }));
	expect(strengthsOf(own).get('t')).toBe(0.5);
});

test('[V25] twenty weak reasons do not bury one strong objection under DF-QuAD', () => {
	const base = [0.5, 0.9, ...Array.from({ length: 20 }, () => 0.3)];
	const links = base.slice(1).map((_, at) => [at + 1, 0, at === 0 ? 0 : 1] as const);
	expect(plain(base, links, dfquad).strengths[0]).toBeLessThan(0.56);
	expect(plain(base, links, quadraticEnergy).strengths[0]).toBeGreaterThan(0.95);
});

test('[V26] in circles, every strength is a fixed point of its formula, whatever the order of the claims', () => {
	const random = seeded(7);
	for (let round = 0; round < 40; round++) {
		const count = 5 + Math.floor(random() * 25);
		const base = Array.from({ length: count }, () => 0.05 + 0.9 * random());
		const pick = () => Math.floor(random() * count);
		const links = Array.from({ length: count * 3 }, () => [pick(), pick(), random() < 0.5 ? 1 : 0] as const);
		for (const semantics of ALL_FOUR) {
			const { strengths, swings } = plain(base, links, semantics);
			expect(swings.size).toBe(0);
			for (const [unit, strength] of strengths.entries()) {
				const side = (role: Role) =>
					links
						.filter(([, to, own]) => to === unit && own === role)
						.reduce((gathered, [from]) => semantics.gather(gathered, strengths[from]!), semantics.start);
				expect(strength).toBeCloseTo(semantics.strength(base[unit]!, side(1), side(0)), 5);
			}
			const turned = (unit: number) => count - 1 - unit;
			const mirrored = links.map(([from, to, role]) => [turned(from), turned(to), role] as const);
			const other = plain(base.toReversed(), mirrored, semantics).strengths.toReversed();
			for (const [unit, strength] of strengths.entries()) expect(other[unit]).toBeCloseTo(strength, 5);
		}
	}
});

test('[V27] what does not settle says so, and between what it goes to and fro', () => {
	const wild: Gradual = { ...mlp, strength: (_base, pros, cons) => (cons - pros > 0.5 ? 0 : 1) };
	const { swings } = plain(
		[0.5, 0.5],
		[
			[0, 1, 0],
			[1, 0, 0]
		],
		wild
	);
	expect(swings.size).toBe(2);
	for (const { low, high } of swings.values()) expect(high - low).toBeGreaterThan(0.4);
});

test('[V28] a contribution is what leaving one reason out would take away', () => {
	const made = debate('a', 'b', 'c', 'd', 'b-a', 'c>b', 'd>a', 'e for a');
	const strengths = strengthsOf(made, dfquad);
	const contributions = strengths.contributions('a');
	expect(contributions.map(({ id }) => id)).toEqual(['b-a', 'd_a', 'e']);
	expect(contributions.map(({ difference }) => Math.sign(difference))).toEqual([-1, 1, 1]);
	expect(contributions[0]!.difference).toBeCloseTo(strengths.get('a')! - (1 - 0.5 * (0.25 * 0.25)), 12);
	expect(strengths.contributions('nowhere')).toEqual([]);
});

test('[V29] a framework that was kept up with edits gives the strengths that a new one does', () => {
	fc.assert(
		fc.property(anyEdit, fc.nat(), ({ before: made, steps }, at) => {
			const standings = evaluate(made);
			const items = [...made.items()];
			if (items.length > 0) standings.suppose(new Map([[items[at % items.length]!.id, at % 2 === 0]]));
			for (const step of steps) {
				const done = apply(made, [step]);
				if (done.ok) standings.update(done.value.touched);
			}
			const [kept, anew] = [new Strengths(standings.framework), strengthsOf(made)];
			for (const { id } of made.items()) {
				expect(kept.swing(id) === undefined).toBe(anew.swing(id) === undefined);
				if (kept.get(id) === undefined) expect(anew.get(id)).toBeUndefined();
				else if (!kept.swing(id)) expect(kept.get(id)).toBeCloseTo(anew.get(id)!, 9);
			}
		}),
		{ numRuns: 200 }
	);
});
