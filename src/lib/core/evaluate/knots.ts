import { Components } from './components.ts';
import { NONE, POINT } from './graph.ts';
import type { Framework } from './framework.ts';
import { isContested, OPEN } from './label.ts';
import type { Verdict } from './verdict.ts';
import { compare } from '../model/order.ts';

/**
 * Why what is open is open: a knot is a point where both sides hold, or a circle of objections and reasons none of
 * which is decided before the others. Everything else that is open hangs on a knot.
 */
export class Knots {
	readonly #framework: Framework;
	readonly #verdict: Verdict;
	readonly #components: Components;
	/** Circles by unit, for the components that were asked about. */
	readonly #circles = new Map<number, ReadonlySet<number>>();
	readonly #asked = new Set<number>();

	constructor(framework: Framework, verdict: Verdict) {
		this.#framework = framework;
		this.#verdict = verdict;
		this.#components = new Components(framework.graph);
	}

	/** Forgets what was found: labels have changed. */
	clear(): void {
		this.#circles.clear();
		this.#asked.clear();
	}

	/** Whether something holds on both sides of an open point. */
	isContested(unit: number): boolean {
		const isOpen = this.#verdict.label[unit] === OPEN && this.#framework.graph.form[unit] === POINT;
		return isOpen && isContested(this.#verdict.heard(unit));
	}

	/** The circle that an open unit is part of, if it is. */
	circleOf(unit: number): ReadonlySet<number> | undefined {
		const component = this.#framework.strata.of[unit]!;
		if (!this.#asked.has(component)) {
			this.#asked.add(component);
			this.#findCircles(component);
		}
		return this.#circles.get(unit);
	}

	/** The point nearest to an open unit, against the links, that is contested or part of a circle. */
	nearest(unit: number): number {
		const { graph, ids } = this.#framework;
		const seen = new Set([unit]);
		for (let level = [unit]; level.length > 0;) {
			const knots = level.filter((each) => this.#isKnot(each));
			if (knots.length > 0) return knots.reduce((a, b) => (compare(ids[a]!, ids[b]!) <= 0 ? a : b));
			const next: number[] = [];
			for (const each of level)
				for (const link of graph.linksInto(each)) {
					const source = graph.from[link]!;
					if (this.#verdict.label[source] !== OPEN || seen.has(source)) continue;
					seen.add(source);
					next.push(source);
				}
			level = next;
		}
		return NONE;
	}

	#isKnot(unit: number): boolean {
		if (this.#framework.graph.form[unit] !== POINT) return false;
		return this.isContested(unit) || this.circleOf(unit) !== undefined;
	}

	#findCircles(component: number): void {
		const { graph, strata } = this.#framework;
		const isLoose = (unit: number) => this.#verdict.label[unit] === OPEN && !this.isContested(unit);
		const units = strata.members(component).filter(isLoose);
		const own = new Set(units);
		const isWithin = (link: number) => own.has(graph.from[link]!);
		this.#components.each(units, isWithin, (members, start, end) => {
			const circle = new Set(members.subarray(start, end));
			const unit = members[start]!;
			const isCircle = circle.size > 1 || graph.linksInto(unit).some((link) => graph.from[link] === unit);
			if (isCircle) for (const each of circle) this.#circles.set(each, circle);
		});
	}
}
