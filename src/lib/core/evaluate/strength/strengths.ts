import type { Debate } from '../../model/debate.ts';
import type { Id } from '../../model/item.ts';
import { Framework } from '../framework.ts';
import { ALL, NEVER, NONE, POINT } from '../graph.ts';
import { peel } from '../peel.ts';
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

/** How strong everything in a debate is, from 0 to 1: as its framework was when this was made, and while that stays so. */
export class Strengths {
	readonly #framework: Framework;
	readonly #plan: Plan;
	readonly #base: Float64Array;
	readonly #semantics: Gradual;
	readonly #solution: Solution;

	/**
	 * A framework that was compiled for the verdict will do. Where `isPlain`, what is said counts as it is, and support
	 * in circles too: a weighted framework that somebody else wrote means what its semantics says.
	 */
	constructor(
		framework: Framework,
		semantics: Gradual = dfquad,
		said: BaseScore = () => undefined,
		isPlain = false
	) {
		this.#framework = framework;
		this.#semantics = semantics;
		this.#plan = planned(framework, isPlain);
		this.#base = based(framework, this.#plan, said, isPlain);
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

/** How strong everything in a debate is, where nothing else is asked of it. */
export function strengthsOf(debate: Debate, semantics?: Gradual, said?: BaseScore): Strengths {
	return new Strengths(new Framework(debate), semantics, said);
}

/** A framework in the order in which strengths can be computed; where `isPlain`, support in circles counts. */
export function planned(framework: Framework, isPlain = false): Plan {
	const { graph, ids } = framework;
	const { form, from, to, isPro } = graph;
	const peeled = peel(graph);
	const circular = isPlain ? new Set<number>() : circularSupport(graph, peeled);
	const roleOf = (link: number): Role | null => {
		if (isPro[link] !== 1) return CON;
		if (circular.size > 0 && circular.has(link)) return null;
		const [source, target] = [from[link]!, to[link]!];
		return form[target] === ALL && form[source] === POINT && ids[source] === ids[target] ? FACTOR : PRO;
	};
	const plan = new Plan(graph, roleOf, peeled);
	for (const unit of circularInferences(graph, peeled)) plan.form[plan.place[unit]!] = NEVER;
	return plan;
}

/** The base scores of all points, by place. */
function based(
	framework: Framework,
	{ unit: units, place }: Plan,
	said: BaseScore,
	isPlain: boolean
): Float64Array {
	const { graph, ids } = framework;
	const base = new Float64Array(units.length);
	for (let unit = 0; unit < graph.units; unit++) {
		if (graph.form[unit] !== POINT) continue;
		const score = isPlain ? said(ids[unit]!) : undefined;
		base[place[unit]!] = score ?? baseOf(framework, unit, said);
	}
	return base;
}
