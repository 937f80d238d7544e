import fc from 'fast-check';
import { expect, test } from 'vitest';
import { debate } from '#tests/support/debates.ts';
import { anyDebate } from '#tests/support/edits.ts';
import { every } from '../model/questions.ts';
import { Framework } from './framework.ts';
import { flatten, hasCircularSupport } from './flatten.ts';
import { Graph, POINT } from './graph.ts';
import { evaluate, STANDINGS } from './standings.ts';
import { Strata } from './strata.ts';
import { bipolar, type WeightedFramework } from './strength/bipolar.ts';
import { dfquad } from './strength/dfquad.ts';
import { CON, Plan, PRO } from './strength/plan.ts';
import { solve } from './strength/solve.ts';
import { strengthsOf as strengthsIn } from './strength/strengths.ts';
import { Verdict } from './verdict.ts';

type Edges = readonly (readonly [number, number])[];

function graphOf(count: number, attacks: Edges, supports: Edges = []): Graph {
	const graph = new Graph();
	for (let unit = 0; unit < count; unit++) graph.add(POINT);
	for (const [from, to] of attacks) graph.link(from, to, false);
	for (const [from, to] of supports) graph.link(from, to, true);
	return graph;
}

test('[V30] without support in circles, the grounded extension of the plain framework is the verdict', () => {
	fc.assert(
		fc.property(anyDebate, (made) => {
			const flat = flatten(made);
			expect(flat.isExact).toBe(!hasCircularSupport(new Framework(made).graph));
			if (!flat.isExact) return;
			const graph = graphOf(flat.arguments.length, flat.attacks);
			const verdict = new Verdict(graph, new Strata(graph));
			verdict.renew();
			const standings = evaluate(made);
			for (const [id, at] of flat.of) expect(STANDINGS[verdict.label[at]!]).toBe(standings.get(id)!.standing);
		}),
		{ numRuns: 300 }
	);
});

test('[V31] a debate of claims that attack each other one by one is a plain framework as it is', () => {
	const flat = flatten(debate('a', 'b', 'c', 'a-b', 'b-a', 'b-c', 'c-c'));
	expect(flat.arguments.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
	expect(flat.attacks.toSorted()).toEqual([
		[0, 1],
		[1, 0],
		[1, 2],
		[2, 2]
	]);
	expect(flatten(debate('a', 'b', 'a>b', 'b>a')).isExact).toBe(false);
});

function strengthsOf({ arguments: all, attacks, supports }: WeightedFramework): number[] {
	const graph = graphOf(all.length, attacks, supports);
	const plan = new Plan(graph, (link) => (graph.isPro[link] === 1 ? PRO : CON));
	const base = Float64Array.from(plan.unit, (unit) => all[unit]!.base);
	const { value } = solve(plan, base, dfquad);
	return all.map((_, at) => value[plan.place[at]!]!);
}

test('[V32] without joined premises, DF-QuAD gives the weighted framework the strengths of the debate', () => {
	fc.assert(
		fc.property(anyDebate, (made) => {
			const weighted = bipolar(made);
			for (const edges of [weighted.attacks, weighted.supports])
				expect(new Set(edges.map(String)).size).toBe(edges.length);
			const isJoined = every(made, 'relation').some(({ premises }) => premises.length > 1);
			if (!isJoined && every(made, 'argument').every(({ steps }) => steps.length < 2))
				expect(weighted.isExact).toBe(true);
			if (!weighted.isExact) return;
			const strengths = strengthsIn(made);
			const found = strengthsOf(weighted);
			for (const [id, at] of weighted.of) {
				if (strengths.swing(id)) continue;
				expect(found[at]).toBeCloseTo(strengths.get(id)!, 5);
			}
		}),
		{ numRuns: 300 }
	);
	expect(bipolar(debate('a', 'b', 'c', 'a+b>c')).isExact).toBe(false);
	const edges = bipolar(debate('a', 'b', 'c', 'a>c', 'b-c'));
	expect(edges).toMatchObject({ supports: [[0, 2]], attacks: [[1, 2]] });
});
