import type { Debate } from '../model/debate.ts';
import type { Id } from '../model/item.ts';
import { byOrder } from '../model/questions.ts';
import { Framework } from './framework.ts';
import { NEVER, POINT } from './graph.ts';
import { Knots } from './knots.ts';
import { CON_IN, CON_OPEN, CON_OUT, IN, isContested, OPEN, OUT, PRO_IN } from './label.ts';
import { Verdict } from './verdict.ts';

export const STANDINGS = ['open', 'stands', 'falls'] as const;

/**
 * Why a claim, an argument's sketch, a piece of evidence or an inference stands, falls or is open.
 * Stands: reasons hold for it; nothing was said against it; every objection falls. Falls: an objection holds; no
 * reason holds; it rests on nothing but itself. Open: both sides hold; it waits for something open; it is part of a
 * circle in which each waits for the others. Whatever it is, it may be supposed.
 */
export type PointReason =
	| 'supported'
	| 'unchallenged'
	| 'answered'
	| 'refuted'
	| 'unsupported'
	| 'circular'
	| 'contested'
	| 'hangs'
	| 'circle'
	| 'supposed';

/**
 * Why a relation or a spelled-out argument carries (stands) or not: a premise falls; the inference is refuted, or
 * lost its backing; it has no premises.
 */
export type CarryReason =
	'carries' | 'broken' | 'undercut' | 'unbacked' | 'empty' | 'circular' | 'hangs' | 'circle';

export interface Standing {
	readonly standing: (typeof STANDINGS)[number];
	readonly reason: PointReason | CarryReason;
	/** What makes it so, in the author's order: reasons, objections, premises, or the knot that it hangs on. */
	readonly cites: readonly Id[];
}

/** How everything in a debate stands. Kept up with the debate by `update`; reads only, and never changes the debate. */
export class Standings {
	readonly #debate: Debate;
	framework: Framework;
	verdict: Verdict;
	knots: Knots;
	/** What is supposed to hold, or not to: as if, and never part of the debate. */
	#supposed: ReadonlyMap<Id, boolean> = new Map();

	constructor(debate: Debate) {
		this.#debate = debate;
		this.framework = new Framework(debate);
		this.verdict = new Verdict(this.framework.graph, this.framework.strata);
		this.verdict.renew();
		this.knots = new Knots(this.framework, this.verdict);
	}

	/** How the item stands: for a relation, whether it carries. Sources and groups do not stand. */
	get(id: Id): Standing | undefined {
		const unit = this.framework.unit(id);
		return unit === undefined ? undefined : this.of(unit);
	}

	/** Only how the item stands, not why: one look-up. */
	standing(id: Id): Standing['standing'] | undefined {
		const unit = this.framework.unit(id);
		return unit === undefined ? undefined : STANDINGS[this.verdict.label[unit]!];
	}

	/** How it stands that the relation's premises bear on its target. Undefined while nobody spoke of it. */
	inference(id: Id): Standing | undefined {
		const unit = this.framework.inference(id);
		return unit === undefined ? undefined : this.of(unit);
	}

	/**
	 * Follows the debate after a change of the items `touched`, as `apply` names them, and answers with the items
	 * whose standing became another one or that are new. Why they stand can change for more.
	 */
	update(touched: Iterable<Id>): Set<Id> {
		const ids = [...touched];
		const fresh = ids.filter((id) => this.framework.unit(id) === undefined);
		const changed = this.#named(this.verdict.update(this.framework.take(ids)));
		for (const id of fresh) if (this.framework.unit(id) !== undefined) changed.add(id);
		if (this.#supposed.size > 0) for (const id of this.suppose(this.#supposed)) changed.add(id);
		this.knots.clear();
		const { graph } = this.framework;
		if (graph.gone > 1_000 && graph.gone > graph.units / 2) this.#renew();
		return changed;
	}

	/**
	 * Evaluates as if just these items held, or did not hold, whatever bears on them, and answers with the items whose
	 * standing became another one. The debate stays as it is; no items ends it.
	 */
	suppose(supposed: ReadonlyMap<Id, boolean>): Set<Id> {
		this.#supposed = supposed;
		const changed = this.#named(this.verdict.update(this.framework.suppose(this.#meant())));
		this.knots.clear();
		return changed;
	}

	/** How a unit of the framework stands. */
	of(unit: number): Standing {
		const { framework, verdict } = this;
		const standing = STANDINGS[verdict.label[unit]!]!;
		const id = framework.ids[unit]!;
		if (framework.unit(id) === unit && framework.supposed(id) !== undefined)
			return { standing, reason: 'supposed', cites: [] };
		return { standing, ...(framework.graph.form[unit] === POINT ? this.#point(unit) : this.#carry(unit)) };
	}

	/** What is supposed, in full: an argument that is spelled out holds as its last step does. */
	#meant(): ReadonlyMap<Id, boolean> {
		const meant = new Map(this.#supposed);
		for (const [id, holds] of this.#supposed) {
			const item = this.#debate.get(id);
			const last = item?.kind === 'argument' ? item.steps.at(-1) : undefined;
			if (last !== undefined && !meant.has(last)) meant.set(last, holds);
		}
		return meant;
	}

	/** The items that units stand for, where they do. */
	#named(units: readonly number[]): Set<Id> {
		const { framework } = this;
		const names = units.map((unit) => framework.ids[unit]!);
		return new Set(names.filter((id, at) => framework.unit(id) === units[at]));
	}

	#point(unit: number): { reason: PointReason; cites: Id[] } {
		const { label, isCircular } = this.verdict;
		const heard = this.verdict.heard(unit);
		if (label[unit] === IN) {
			if ((heard & (CON_OPEN | CON_IN | CON_OUT)) === CON_OUT)
				return { reason: 'answered', cites: this.#leading(unit, false) };
			if ((heard & PRO_IN) !== 0) return { reason: 'supported', cites: this.#leading(unit, true, IN) };
			return { reason: 'unchallenged', cites: [] };
		}
		if (label[unit] === OPEN) {
			if (!isContested(heard)) return this.#waiting(unit);
			const cites = [...this.#leading(unit, true, IN), ...this.#leading(unit, false, IN)];
			return { reason: 'contested', cites };
		}
		if (isCircular[unit] === 1) return { reason: 'circular', cites: this.#circular(unit) };
		if ((heard & CON_IN) !== 0) return { reason: 'refuted', cites: this.#leading(unit, false, IN) };
		return { reason: 'unsupported', cites: this.#leading(unit, true) };
	}

	#carry(unit: number): { reason: CarryReason; cites: Id[] } {
		const { label, isCircular } = this.verdict;
		const { graph, ids } = this.framework;
		if (graph.form[unit] === NEVER) return { reason: 'empty', cites: [] };
		if (label[unit] === OPEN) return this.#waiting(unit);
		const premises = [...this.#leading(unit, true), ...this.#leading(unit, false)];
		if (label[unit] === IN) return { reason: 'carries', cites: premises };
		if (isCircular[unit] === 1) return { reason: 'circular', cites: this.#circular(unit) };
		const inference = this.framework.inference(ids[unit]!);
		if (inference !== undefined && label[inference] === OUT) {
			const { reason, cites } = this.#point(inference);
			return { reason: reason === 'refuted' ? 'undercut' : 'unbacked', cites };
		}
		return {
			reason: 'broken',
			cites: [...this.#leading(unit, true, OUT), ...this.#leading(unit, false, IN)]
		};
	}

	#waiting(unit: number): { reason: 'hangs' | 'circle'; cites: Id[] } {
		const circle = this.knots.circleOf(unit);
		if (circle) return { reason: 'circle', cites: this.#cited(unit, (source) => circle.has(source)) };
		return { reason: 'hangs', cites: [this.framework.ids[this.knots.nearest(unit)]!] };
	}

	#circular(unit: number): Id[] {
		const { isCircular } = this.verdict;
		const { of } = this.framework.strata;
		return this.#cited(unit, (source) => isCircular[source] === 1 && of[source] === of[unit]);
	}

	/** What leads to a unit by links of one sign, from units of one label or of any. */
	#leading(unit: number, isPro: boolean, label?: number): Id[] {
		return this.#cited(
			unit,
			(source, sign) => sign === isPro && (label === undefined || this.verdict.label[source] === label)
		);
	}

	#cited(unit: number, accepts: (source: number, isPro: boolean) => boolean): Id[] {
		const { graph, ids } = this.framework;
		const own = ids[unit]!;
		const found = graph
			.linksInto(unit)
			.filter((link) => accepts(graph.from[link]!, graph.isPro[link] === 1))
			.map((link) => ids[graph.from[link]!]!);
		return [...new Set(found)].filter((id) => id !== own).sort((a, b) => this.#compare(a, b));
	}

	#compare(a: Id, b: Id): number {
		const [one, other] = [a, b].map((id) => {
			const item = this.#debate.get(id);
			return { id, order: item && 'order' in item ? item.order : '' };
		});
		return byOrder(one!, other!);
	}

	#renew(): void {
		this.framework = new Framework(this.#debate, this.#meant());
		this.verdict = new Verdict(this.framework.graph, this.framework.strata);
		this.verdict.renew();
		this.knots = new Knots(this.framework, this.verdict);
	}
}

/** How everything in the debate stands, in the well-founded model of its reasons and objections (RULES.md). */
export function evaluate(debate: Debate): Standings {
	return new Standings(debate);
}
