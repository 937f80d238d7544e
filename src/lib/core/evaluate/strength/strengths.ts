import type { Debate } from '../../model/debate.ts';
import type { Id } from '../../model/item.ts';
import { Framework } from '../framework.ts';
import { ALL, NEVER, NONE, POINT } from '../graph.ts';
import { baseOf, circularInferences, circularSupport, type BaseScore } from './base.ts';
import { dfquad } from './dfquad.ts';
import type { Gradual } from './gradual.ts';
import { CON, FACTOR, Plan, PRO, type Role } from './plan.ts';
import { solve, without, type Solution, type Swing } from './solve.ts';

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

	/**
	 * Where `isPlain`, what is said counts as it is, and support in circles too: a weighted framework that somebody
	 * else wrote means what its semantics says.
	 */
	constructor(
		debate: Debate,
		semantics: Gradual = dfquad,
		said: BaseScore = () => undefined,
		isPlain = false
	) {
		const framework = new Framework(debate);
		const { graph } = framework;
		const circular = isPlain ? new Uint8Array(graph.from.length) : circularSupport(graph);
		this.#framework = framework;
		this.#semantics = semantics;
		this.#plan = new Plan(graph, (link) => (circular[link] === 1 ? null : roleOf(framework, link)));
		for (const unit of circularInferences(graph)) this.#plan.form[this.#plan.place[unit]!] = NEVER;
		this.#base = Float64Array.from(this.#plan.unit, (unit) => {
			const score = isPlain ? said(framework.ids[unit]!) : undefined;
			return score ?? baseOf(debate, framework, unit, said);
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

function roleOf({ graph, ids }: Framework, link: number): Role {
	const [from, to] = [graph.from[link]!, graph.to[link]!];
	if (graph.isPro[link] !== 1) return CON;
	return graph.form[to] === ALL && graph.form[from] === POINT && ids[from] === ids[to] ? FACTOR : PRO;
}
