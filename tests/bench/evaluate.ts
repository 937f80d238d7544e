import { apply } from '#lib/core/edit/apply.ts';
import type { Step } from '#lib/core/edit/step.ts';
import { Framework } from '#lib/core/evaluate/framework.ts';
import { ALL, Graph, POINT } from '#lib/core/evaluate/graph.ts';
import { evaluate } from '#lib/core/evaluate/standings.ts';
import { Strata } from '#lib/core/evaluate/strata.ts';
import { dfquad } from '#lib/core/evaluate/strength/dfquad.ts';
import { solve } from '#lib/core/evaluate/strength/solve.ts';
import { planned, Strengths } from '#lib/core/evaluate/strength/strengths.ts';
import { Verdict } from '#lib/core/evaluate/verdict.ts';
import type { Relation } from '#lib/core/model/item.ts';
import { premise, relation } from '#lib/core/model/make.ts';
import { inMs, median, took, type Bench } from '../support/bench.ts';
import { grown, seeded } from '../support/grown.ts';

const SEED = 7;

/** Claims and reasons between them as bare units: 1.15 reasons a claim, some joined, some undercut, a few backwards. */
function units(claims: number): Graph {
	const random = seeded(SEED);
	const graph = new Graph();
	const points = Array.from({ length: claims }, () => graph.add(POINT));
	const near = (at: number) => points[Math.min(claims - 1, at + Math.floor(random() * 50))]!;
	for (let at = 1; at < claims * 1.15; at++) {
		const own = at < claims ? at : 1 + Math.floor(random() * (claims - 1));
		const reason = graph.add(ALL);
		graph.link(points[own]!, reason, true);
		if (random() < 0.15) graph.link(near(own), reason, true);
		const target = random() < 0.02 ? claims - own : Math.floor(own * random());
		graph.link(reason, points[target]!, random() < 0.55);
		if (random() < 0.08) {
			const inference = graph.add(POINT);
			graph.link(inference, reason, true);
			graph.link(near(own), inference, false);
		}
	}
	return graph;
}

function verdictOn(graph: Graph): Verdict {
	const verdict = new Verdict(graph, new Strata(graph));
	verdict.renew();
	return verdict;
}

/** A claim must be argued for, or is given, by turns: what is evaluated anew after each, in milliseconds. */
function edits(count: number): number[] {
	const debate = grown({ claims: 10_000, seed: SEED });
	const standings = evaluate(debate);
	const random = seeded(SEED);
	return Array.from({ length: count }, () => {
		const id = `c${Math.floor(random() * 10_000)}`;
		const step: Step = { do: 'set', kind: 'claim', id, to: { basis: random() < 0.5 ? 'open' : 'given' } };
		const done = apply(debate, [step]);
		if (!done.ok) throw new Error(done.error.refusal);
		const began = performance.now();
		standings.update(done.value.touched);
		return performance.now() - began;
	}).sort((a, b) => a - b);
}

/** 10,000 claims, and 1,000 reasons from older to younger ones: then reasons are drawn anywhere, each evaluated, in milliseconds. */
function relationsDrawn(count: number): number[] {
	const [claims, older] = [10_000, 1_000];
	const random = seeded(SEED);
	const any = () => Math.floor(random() * claims);
	const drawn = (id: string, from: number, to: number): Relation => {
		const sense = random() < 0.5 ? 'support' : 'attack';
		return relation({ id, sense, premises: [premise(`c${from}`)], target: `c${to}` });
	};
	const debate = grown({ claims, seed: SEED });
	for (let at = 0; at < older; at++) {
		const [one, other] = [any(), any()];
		debate.set(drawn(`o${at}`, Math.min(one, other), Math.max(one, other)));
	}
	const standings = evaluate(debate);
	return Array.from({ length: count }, (_, at) => {
		const done = apply(debate, [{ do: 'add', item: drawn(`n${at}`, any(), any()) }]);
		if (!done.ok) throw new Error(done.error.refusal);
		const began = performance.now();
		standings.update(done.value.touched);
		return performance.now() - began;
	}).sort((a, b) => a - b);
}

export const benches: Bench[] = [
	{
		name: 'verdict on 10,000 claims',
		reach: '15 ms',
		async run() {
			const debate = grown({ claims: 10_000, seed: SEED });
			return { figure: inMs(await median(9, () => took(() => evaluate(debate)))) };
		}
	},
	{
		name: 'verdict on 1,000,000 claims as units',
		reach: '1 s',
		async run() {
			const graph = units(1_000_000);
			return { figure: inMs(await median(3, () => took(() => verdictOn(graph)))) };
		}
	},
	{
		name: 'verdict after one edit of 10,000 claims',
		reach: '1 ms for 95 of 100',
		async run() {
			const all = edits(2_000);
			const [half, most] = [all[1_000]!, all[1_900]!];
			return { figure: `${inMs(half)}, ${inMs(most)} for 95 of 100` };
		}
	},
	{
		name: 'verdict after a reason is drawn anywhere among 10,000 claims with circles',
		reach: '8 ms for 95 of 100',
		async run() {
			const all = relationsDrawn(400);
			return { figure: `${inMs(all[200]!)}, ${inMs(all[380]!)} for 95 of 100` };
		}
	},
	{
		name: 'strength of 100,000 claims, compiled and in order',
		reach: '12 ms',
		async run() {
			const plan = planned(new Framework(grown({ claims: 100_000, seed: SEED })));
			const base = new Float64Array(plan.unit.length).fill(0.5);
			return { figure: inMs(await median(9, () => took(() => solve(plan, base, dfquad)))) };
		}
	},
	{
		name: 'strength of 10,000 claims, compiled for their verdict',
		reach: '5 ms',
		async run() {
			const { framework } = evaluate(grown({ claims: 10_000, seed: SEED }));
			return { figure: inMs(await median(9, () => took(() => new Strengths(framework)))) };
		}
	},
	{
		name: 'strength of 100,000 claims, compiled for their verdict',
		reach: '60 ms',
		async run() {
			const { framework } = evaluate(grown({ claims: 100_000, seed: SEED }));
			return { figure: inMs(await median(9, () => took(() => new Strengths(framework)))) };
		}
	}
];
