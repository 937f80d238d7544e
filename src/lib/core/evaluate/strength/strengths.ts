import type { Debate } from '../../model/debate.ts';
import type { Id, Rating } from '../../model/item.ts';
import { Components } from '../components.ts';
import { Framework } from '../framework.ts';
import { ALL, NONE, POINT, type Graph } from '../graph.ts';
import { dfquad } from './dfquad.ts';
import type { Gradual } from './gradual.ts';
import { CON, FACTOR, Plan, PRO, type Role } from './plan.ts';
import { solve, without, type Solution, type Swing } from './solve.ts';

/** What nobody rated: taken at face value, or with reasons drawn for it. */
const FACE_VALUE = 0.75;
const ARGUED = 0.5;
const RATED: Readonly<Record<Rating, number>> = { weak: 0.3, moderate: 0.5, good: 0.75, strong: 0.9 };
/** Base scores stay within, so that strengths settle. */
const [LOWEST, HIGHEST] = [0.05, 0.95];

/** How strong a claim is without what bears on it, where somebody has said so: from 0 to 1. */
export type BaseScore = (id: Id) => number | undefined;

/** What one reason or piece of evidence does to the strength of its target: the difference to leaving it out. */
export interface Contribution {
	readonly id: Id;
	readonly difference: number;
}

/** How strong everything in a debate is, from 0 to 1, as it was when this was made. */
export class Strengths {
	readonly #framework: Framework;
	readonly #plan: Plan;
	readonly #base: Float64Array;
	readonly #semantics: Gradual;
	readonly #solution: Solution;

	constructor(debate: Debate, semantics: Gradual = dfquad, said: BaseScore = () => undefined) {
		const framework = new Framework(debate);
		const { graph, ids } = framework;
		const circular = circularSupport(graph);
		this.#framework = framework;
		this.#semantics = semantics;
		this.#plan = new Plan(graph, (link) => (circular[link] === 1 ? null : roleOf(framework, link)));
		this.#base = Float64Array.from(this.#plan.unit, (unit) => {
			const id = ids[unit]!;
			if (framework.unit(id) !== unit) return 1;
			const score = said(id) ?? unsaid(debate, id, graph.isGiven(unit));
			return Math.min(Math.max(score, LOWEST), HIGHEST);
		});
		this.#solution = solve(this.#plan, this.#base, semantics);
	}

	/** The strength of an item: for a relation, how far it carries. Undefined for sources and groups. */
	get(id: Id): number | undefined {
		const unit = this.#framework.unit(id);
		return unit === undefined ? undefined : this.#solution.value[this.#plan.place[unit]!];
	}

	/** Between what the strength of an item goes to and fro, where it does not settle. */
	swing(id: Id): Swing | undefined {
		const unit = this.#framework.unit(id);
		return unit === undefined ? undefined : this.#solution.swings.get(this.#plan.place[unit]!);
	}

	/** What each reason and piece of evidence that bears on a point contributes, the greatest first. */
	contributions(id: Id): Contribution[] {
		const { graph, ids } = this.#framework;
		const unit = this.#framework.unit(id);
		if (unit === undefined || graph.form[unit] !== POINT) return [];
		const at = this.#plan.place[unit]!;
		const strength = this.#solution.value[at]!;
		const found = graph.linksInto(unit).map((link) => {
			const own = this.#plan.linkOf(unit, link);
			const rest = without(this.#plan, this.#base, this.#semantics, this.#solution, at, own);
			return { id: ids[graph.from[link]!]!, difference: own === NONE ? 0 : strength - rest };
		});
		return found.sort(
			(a, b) => Math.abs(b.difference) - Math.abs(a.difference) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
		);
	}
}

function unsaid(debate: Debate, id: Id, isGiven: boolean): number {
	const item = debate.get(id);
	if (item?.kind === 'evidence' && item.credibility) return RATED[item.credibility.rating];
	return isGiven ? FACE_VALUE : ARGUED;
}

function roleOf({ graph, ids }: Framework, link: number): Role {
	const [from, to] = [graph.from[link]!, graph.to[link]!];
	if (graph.isPro[link] !== 1) return CON;
	return graph.form[to] === ALL && graph.form[from] === POINT && ids[from] === ids[to] ? FACTOR : PRO;
}

/** Links by which support goes round in a circle, from a reason to the point that it supports: they count for nothing. */
function circularSupport(graph: Graph): Uint8Array {
	const circular = new Uint8Array(graph.from.length);
	const units = Int32Array.from({ length: graph.units }, (_, unit) => unit);
	const isPro = (link: number) => graph.isPro[link] === 1;
	new Components(graph).each(units, isPro, (members, start, end) => {
		if (end === start + 1) return;
		const circle = new Set(members.subarray(start, end));
		for (const unit of circle) {
			if (graph.form[unit] !== POINT) continue;
			for (const link of graph.linksInto(unit))
				if (isPro(link) && circle.has(graph.from[link]!)) circular[link] = 1;
		}
	});
	return circular;
}
