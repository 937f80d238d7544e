import { Graph, POINT } from '#lib/core/evaluate/graph.ts';
import { dfquad } from '#lib/core/evaluate/strength/dfquad.ts';
import { euler } from '#lib/core/evaluate/strength/euler.ts';
import type { Gradual } from '#lib/core/evaluate/strength/gradual.ts';
import { mlp } from '#lib/core/evaluate/strength/mlp.ts';
import { CON, Plan, PRO } from '#lib/core/evaluate/strength/plan.ts';
import { quadraticEnergy } from '#lib/core/evaluate/strength/quadraticEnergy.ts';
import { solve } from '#lib/core/evaluate/strength/solve.ts';
import { Outcome } from './outcome.ts';

type Edges = readonly (readonly [number, number])[];

/** A weighted framework and its strengths under each semantics. */
export interface GradualCase {
	readonly id: string;
	readonly attacks: Edges;
	readonly supports: Edges;
	readonly base: readonly number[];
	readonly strength: Readonly<Record<string, readonly number[]>>;
}

/** An example that somebody published, with names for numbers. */
export interface PublishedCase {
	readonly id: string;
	readonly semantics: string;
	readonly base: Readonly<Record<string, number>>;
	readonly attacks: readonly (readonly [string, string])[];
	readonly supports: readonly (readonly [string, string])[];
	readonly strength: Readonly<Record<string, number>>;
	readonly exact: Readonly<Record<string, number>>;
	readonly tol: number;
	readonly removal_to?: string;
	readonly removal?: Readonly<Record<string, number>>;
}

const SEMANTICS: Readonly<Record<string, Gradual>> = { dfquad, qe: quadraticEnergy, euler, mlp };
/** The vectors have ten digits. */
const DIGITS = 1e-9;

/** Strengths of a plain weighted framework, its edges from what bears to what it bears on. */
function strengths(
	base: readonly number[],
	attacks: Edges,
	supports: Edges,
	semantics: Gradual
): readonly number[] {
	const graph = new Graph();
	for (let unit = 0; unit < base.length; unit++) graph.add(POINT);
	for (const [from, to] of attacks) graph.link(from, to, false);
	for (const [from, to] of supports) graph.link(from, to, true);
	const plan = new Plan(graph, (link) => (graph.isPro[link] === 1 ? PRO : CON));
	const { value } = solve(
		plan,
		Float64Array.from(plan.unit, (unit) => base[unit]!),
		semantics
	);
	return base.map((_, unit) => value[plan.place[unit]!]!);
}

/** Plain weighted frameworks under every semantics that the file names. */
export function checkGradual(cases: readonly GradualCase[]): Outcome[] {
	return cases.map(({ id, base, attacks, supports, strength }) => {
		const outcome = new Outcome(id);
		for (const [name, expected] of Object.entries(strength)) {
			const semantics = SEMANTICS[name];
			if (!semantics) outcome.undecided.push(name);
			const found = semantics ? strengths(base, attacks, supports, semantics) : [];
			for (const [at, value] of found.entries())
				outcome.near(`${name} of ${at}`, value, expected[at]!, DIGITS);
		}
		return outcome;
	});
}

/** Published examples: the exact fixed point, the printed numbers within their tolerance, and what leaving one out does. */
export function checkPublished(cases: readonly PublishedCase[]): Outcome[] {
	return cases.map((one) => {
		const outcome = new Outcome(one.id);
		const found = named(one);
		for (const [name, value] of Object.entries(one.exact))
			outcome.near(`exact ${name}`, found.get(name), value, Math.min(one.tol, 1e-6));
		for (const [name, value] of Object.entries(one.strength))
			outcome.near(`printed ${name}`, found.get(name), value, one.tol);
		const target = one.removal_to;
		for (const [name, difference] of target === undefined ? [] : Object.entries(one.removal ?? {})) {
			const rest = named(one, name).get(target!)!;
			outcome.near(`without ${name}`, found.get(target!)! - rest, difference, one.tol);
		}
		return outcome;
	});
}

function named(one: PublishedCase, leftOut?: string): ReadonlyMap<string, number> {
	const names = Object.keys(one.base).filter((name) => name !== leftOut);
	const edges = (list: PublishedCase['attacks']) =>
		list
			.filter((pair) => !pair.some((name) => name === leftOut))
			.map(([from, to]) => [names.indexOf(from), names.indexOf(to)] as const);
	const base = names.map((name) => one.base[name]!);
	const found = strengths(base, edges(one.attacks), edges(one.supports), SEMANTICS[one.semantics]!);
	return new Map(names.map((name, at) => [name, found[at]!]));
}
