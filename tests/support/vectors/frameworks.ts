import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Graph, POINT } from '#lib/core/evaluate/graph.ts';
import { IN, OPEN, OUT, type Label } from '#lib/core/evaluate/label.ts';
import { Strata } from '#lib/core/evaluate/strata.ts';
import { Verdict } from '#lib/core/evaluate/verdict.ts';
import { asked, ofPositions, type Expected } from './positions.ts';
import { Outcome } from './outcome.ts';
import { Positions } from '#lib/core/evaluate/positions/positions.ts';
import { within } from './outcome.ts';

type Attacks = readonly (readonly [from: number, to: number])[];

/** An abstract framework, its arguments numbered from 1, and its extensions. */
export interface FrameworkCase {
	readonly id: string;
	readonly n: number;
	readonly attacks: Attacks;
	readonly grounded: { readonly in: readonly number[]; readonly out: readonly number[] };
	readonly complete?: Expected;
	readonly preferred: Expected;
	readonly stable: Expected;
	readonly ideal: readonly number[];
	readonly query: Query;
}

/** What is asked about one argument, in the words of the solver competitions. */
interface Query {
	readonly arg: number;
	readonly 'DC-CO': string;
	readonly 'DS-PR': string;
	readonly 'DC-ST': string;
	readonly 'DS-ST': string;
}

/** One that lies in a file of its own; its extensions are given by their size and their hash. */
export interface BigCase {
	readonly id: string;
	readonly grounded: { readonly size_in: number; readonly size_out: number; readonly sha256_in: string };
	readonly ideal?: { readonly size: number; readonly sha256: string };
	readonly queries: readonly Query[];
}

/** A graph of arguments that attack each other; argument `n` is unit `n - 1`. */
export function attackGraph(count: number, attacks: Attacks): Graph {
	const graph = new Graph();
	for (let unit = 0; unit < count; unit++) graph.add(POINT);
	for (const [from, to] of attacks) graph.link(from - 1, to - 1, false);
	return graph;
}

/** The verdict on everything in a graph. */
export function verdictOf(graph: Graph): Uint8Array {
	const verdict = new Verdict(graph, new Strata(graph));
	verdict.renew();
	return verdict.label.subarray(0, graph.units);
}

/** The graph of a file `p af N`, `null` where it is not there. */
export function frameworkIn(file: string): Graph | null {
	if (!existsSync(file)) return null;
	const [head = '', ...lines] = readFileSync(file, 'utf8').split('\n');
	const attacks = lines
		.filter((line) => /^\d/.test(line))
		.map((line) => line.trim().split(/\s+/).map(Number) as [number, number]);
	return attackGraph(Number(head.split(' ')[2]), attacks);
}

/** Abstract frameworks under every semantics that the file gives. */
export function checkFrameworks(cases: readonly FrameworkCase[]): Outcome[] {
	return cases.map((one) => {
		const outcome = new Outcome(one.id);
		const graph = attackGraph(one.n, one.attacks);
		const label = verdictOf(graph);
		outcome.same('grounded in', labelled(label, IN), one.grounded.in);
		outcome.same('grounded out', labelled(label, OUT), one.grounded.out);
		const name = (unit: number) => String(unit + 1);
		for (const semantics of ['complete', 'preferred', 'stable'] as const) {
			const expected = one[semantics];
			if (expected) ofPositions(outcome, new Positions(graph, label, semantics), expected, name);
		}
		query(outcome, graph, label, one.query);
		const ideal = new Positions(graph, label, 'preferred').ideal(within(BUDGET));
		if (ideal) outcome.same('ideal', labelled(ideal, IN), one.ideal);
		else outcome.undecided.push('ideal');
		return outcome;
	});
}

/** Frameworks in files of their own; those that are not in the folder are left out, and that is said. */
export function checkBig(cases: readonly BigCase[], folder: string): Outcome[] {
	return cases.map((one) => {
		const outcome = new Outcome(one.id);
		const graph = frameworkIn(join(folder, 'big', `${one.id}.af`));
		if (!graph) {
			outcome.undecided.push('no such file in big/');
			return outcome;
		}
		const label = verdictOf(graph);
		const { size_in, size_out, sha256_in } = one.grounded;
		outcome.same('grounded out', labelled(label, OUT).length, size_out);
		outcome.same('grounded in', labelled(label, IN).length, size_in);
		outcome.same('hash of grounded', hash(labelled(label, IN)), sha256_in);
		for (const each of one.queries) query(outcome, graph, label, each);
		for (const semantics of ['preferred', 'stable'] as const) {
			const found = timed(`${one.id}: one ${semantics}`, () =>
				new Positions(graph, label, semantics).one(within(BUDGET))
			);
			if (found === null) outcome.undecided.push(`one ${semantics}`);
			else outcome.same(`one ${semantics} fits`, found === 'none' || fits(graph, found, semantics), true);
		}
		const ideal = timed(`${one.id}: ideal`, () =>
			new Positions(graph, label, 'preferred').ideal(within(BUDGET))
		);
		if (!ideal) outcome.undecided.push('ideal');
		else if (one.ideal) outcome.same('hash of ideal', hash(labelled(ideal, IN)), one.ideal.sha256);
		return outcome;
	});
}

/** Seconds for each question. */
const BUDGET = 60;

function query(outcome: Outcome, graph: Graph, label: Uint8Array, expected: Query): void {
	const preferred = new Positions(graph, label, 'preferred');
	const stable = new Positions(graph, label, 'stable');
	const unit = expected.arg - 1;
	const ask = (what: 'DC-CO' | 'DS-PR' | 'DC-ST' | 'DS-ST', positions: Positions) =>
		asked(outcome, `${what} of ${expected.arg}`, expected[what], () =>
			what.startsWith('DC') ? positions.inSome(unit, within(BUDGET)) : positions.inEvery(unit, within(BUDGET))
		);
	ask('DC-CO', preferred);
	ask('DS-PR', preferred);
	ask('DC-ST', stable);
	ask('DS-ST', stable);
}

/** Whether every label of an attack graph is what it must be, so that the labelling is complete, or stable. */
function fits(graph: Graph, labels: Uint8Array, semantics: 'preferred' | 'stable'): boolean {
	return labels.every((label, unit) => {
		const attackers = graph.linksInto(unit).map((link) => labels[graph.from[link]!]);
		const fitting = attackers.includes(IN) ? OUT : attackers.every((each) => each === OUT) ? IN : OPEN;
		return label === fitting && (semantics === 'preferred' || label !== OPEN);
	});
}

function timed<T>(what: string, work: () => T): T {
	const began = performance.now();
	const done = work();
	console.log(`    ${what}: ${((performance.now() - began) / 1000).toFixed(2)} s`);
	return done;
}

/** The numbers, from 1, of what has a label. */
export function labelled(labels: Uint8Array, label: Label): number[] {
	return [...labels.keys()].filter((unit) => labels[unit] === label).map((unit) => unit + 1);
}

function hash(numbers: readonly number[]): string {
	return createHash('sha256').update(numbers.join(' ')).digest('hex');
}
