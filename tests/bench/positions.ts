/** One position, and all of them, by our search and by clingo, which looks for them in the same run where it is installed. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Graph } from '#lib/core/evaluate/graph.ts';
import { Positions } from '#lib/core/evaluate/positions/positions.ts';
import { inMs, median, took, type Bench } from '../support/bench.ts';
import { byClingo, hasClingo } from '../support/positions/clingo.ts';
import { fives, quarrel, tangle } from '../support/positions/generated.ts';
import { attackGraph, frameworkIn, verdictOf, type FrameworkCase } from '../support/vectors/frameworks.ts';

const VECTORS = '../shared/vectors/semantics';
const TIMES = 5;
const never = () => false;

/** How many positions there are, after all ways to decide each dispute were listed. */
function all(graph: Graph): bigint {
	const positions = new Positions(graph, verdictOf(graph), 'preferred');
	return positions.disputes.reduce(
		(count, _, dispute) => count * BigInt(positions.alternatives(dispute, Infinity, never).found.length),
		1n
	);
}

function one(graph: Graph): bigint {
	return new Positions(graph, verdictOf(graph), 'preferred').one(never) === null ? 0n : 1n;
}

/** Our time, the verdict included, and how many times that clingo takes; both must find equally many. */
async function beside(
	graphs: readonly Graph[],
	ours: (graph: Graph) => bigint,
	most: number
): Promise<string> {
	const isThere = hasClingo();
	let [own, other] = [0, 0];
	for (const graph of graphs) {
		own += await median(TIMES, () => took(() => ours(graph)));
		if (!isThere) continue;
		other += await median(TIMES, () => byClingo(graph, most).ms);
		const [count, models] = [ours(graph), byClingo(graph, most).models];
		if (count !== BigInt(models)) throw new Error(`${count} positions, but ${models} for clingo`);
	}
	if (!isThere) return `${inMs(own)}; clingo is not installed`;
	return `${inMs(own)}; clingo ${inMs(other)} (${Number((other / own).toPrecision(2))} times as long)`;
}

/** The frameworks with known answers that list all their preferred positions. */
function known(): Graph[] {
	const cases = JSON.parse(readFileSync(join(VECTORS, 'af.json'), 'utf8')) as FrameworkCase[];
	const listed = cases.filter(({ preferred }) => preferred.complete_enumeration);
	return listed.map(({ n, attacks }) => attackGraph(n, attacks));
}

function big(): Graph[] {
	const files = ['big-ba-10k', 'big-er-10k-1.2'].map((id) => join(VECTORS, 'big', `${id}.af`));
	return files.flatMap((file) => frameworkIn(file) ?? []);
}

/** The figure, or a word where there are no known answers beside the project. */
async function ofVectors(take: () => Promise<string>): Promise<{ figure: string }> {
	return { figure: existsSync(VECTORS) ? await take() : `${VECTORS} is not there` };
}

export const benches: Bench[] = [
	{
		name: 'one preferred position of 10,000 arguments that quarrel',
		reach: '500 ms, no longer than clingo',
		run: async () => ({ figure: await beside([quarrel(10_000)], one, 1) })
	},
	{
		name: 'one preferred position of a chain of 2,000 circles',
		reach: '2 s, no longer than clingo',
		run: async () => ({ figure: await beside([fives(2_000)], one, 1) })
	},
	{
		name: 'one preferred position of 200 arguments, eight attacks each',
		reach: 'no longer than clingo',
		run: async () => ({ figure: await beside([tangle(200, 8)], one, 1) })
	},
	{
		name: 'all preferred positions of 200 arguments, eight attacks each',
		reach: 'no longer than clingo',
		run: async () => ({ figure: await beside([tangle(200, 8)], all, 0) })
	},
	{
		name: 'one preferred position of two known frameworks of 10,000 arguments',
		reach: 'no longer than clingo',
		run: () => ofVectors(() => beside(big(), one, 1))
	},
	{
		name: 'one preferred position of each known framework of up to 400 arguments',
		reach: 'no longer than clingo',
		run: () => ofVectors(() => beside(known(), one, 1))
	},
	{
		name: 'all preferred positions of each known framework of up to 400 arguments',
		reach: 'no longer than clingo',
		run: () => ofVectors(() => beside(known(), all, 0))
	}
];
