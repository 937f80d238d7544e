import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Graph, POINT } from '#lib/core/evaluate/graph.ts';
import { IN, OUT, type Label } from '#lib/core/evaluate/label.ts';
import { Strata } from '#lib/core/evaluate/strata.ts';
import { Verdict } from '#lib/core/evaluate/verdict.ts';
import { Outcome } from './outcome.ts';

type Attacks = readonly (readonly [from: number, to: number])[];

/** An abstract framework, its arguments numbered from 1, and its extensions. */
export interface FrameworkCase {
	readonly id: string;
	readonly n: number;
	readonly attacks: Attacks;
	readonly grounded: { readonly in: readonly number[]; readonly out: readonly number[] };
}

/** One that lies in a file of its own; its extensions are given by their size and their hash. */
export interface BigCase {
	readonly id: string;
	readonly grounded: { readonly size_in: number; readonly size_out: number; readonly sha256_in: string };
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
		const label = verdictOf(attackGraph(one.n, one.attacks));
		outcome.same('grounded in', labelled(label, IN), one.grounded.in);
		outcome.same('grounded out', labelled(label, OUT), one.grounded.out);
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
		return outcome;
	});
}

/** The numbers, from 1, of what has a label. */
export function labelled(labels: Uint8Array, label: Label): number[] {
	return [...labels.keys()].filter((unit) => labels[unit] === label).map((unit) => unit + 1);
}

function hash(numbers: readonly number[]): string {
	return createHash('sha256').update(numbers.join(' ')).digest('hex');
}
