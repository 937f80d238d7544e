import type { Components } from '../components.ts';
import { ALL, NONE, POINT, type Graph } from '../graph.ts';
import type { Encoding } from './encoding.ts';
import { denied } from './sat/clauses.ts';

/** One of the two things that are said of units: that they are in, or that they are possible. */
type Side = 'isIn' | 'isPossible';

/**
 * Keeps support from resting on itself: where in a model some units hold each other up in a circle, a clause (a loop
 * formula, Lin and Zhao 2004) says that they need support from outside. Such clauses are added when they are missed.
 */
export class Foundation {
	readonly #graph: Graph;
	readonly #encoding: Encoding;
	readonly #members: Int32Array;
	readonly #place: Int32Array;
	readonly #components: Components;
	readonly #isNeeded: boolean;
	/** By place: how much support a unit still waits for; 0 is founded. */
	readonly #wants: Int32Array;

	constructor(
		graph: Graph,
		encoding: Encoding,
		members: Int32Array,
		place: Int32Array,
		components: Components
	) {
		this.#graph = graph;
		this.#encoding = encoding;
		this.#members = members;
		this.#place = place;
		this.#components = components;
		this.#wants = new Int32Array(members.length);
		this.#isNeeded = this.#hasCircle();
	}

	/** Whether everything in the model that was found is founded; if not, clauses that refuse the model are added. */
	isLaid(): boolean {
		if (!this.#isNeeded) return true;
		const clauses = [...this.#missed('isIn'), ...this.#missed('isPossible')];
		for (const clause of clauses) this.#encoding.solver.requireAny(clause);
		return clauses.length === 0;
	}

	#hasCircle(): boolean {
		const { from, isPro } = this.#graph;
		const isWithin = (link: number) => isPro[link] === 1 && this.#place[from[link]!] !== NONE;
		let isFound = false;
		this.#components.each(this.#members, isWithin, (found, start, end) => {
			const only = found[start]!;
			const isOwn = (link: number) => isPro[link] === 1 && from[link] === only;
			if (end > start + 1 || this.#graph.linksInto(only).some(isOwn)) isFound = true;
		});
		return isFound;
	}

	/** For each circle without support from outside, and each of its units: a clause that it needs some. */
	#missed(side: Side): number[][] {
		this.#found(side);
		const { from, isPro } = this.#graph;
		const [place, wants] = [this.#place, this.#wants];
		const rest = this.#members.filter((_, at) => wants[at]! > 0);
		const isWithin = (link: number) => {
			const at = place[from[link]!]!;
			return isPro[link] === 1 && at !== NONE && wants[at]! > 0;
		};
		const clauses: number[][] = [];
		this.#components.each(rest, isWithin, (found, start, end) => {
			const circle = new Set(found.subarray(start, end));
			const support = this.#supportOf(circle, side, isWithin);
			if (!support) return;
			for (const unit of circle) clauses.push([denied(this.#encoding.pair(unit)[side]), ...support]);
		});
		return clauses;
	}

	/** What could support a circle from outside; `null` where it waits for another circle. */
	#supportOf(
		circle: ReadonlySet<number>,
		side: Side,
		isWithin: (link: number) => boolean
	): Set<number> | null {
		const { from, isPro, form } = this.#graph;
		const support = new Set<number>();
		for (const unit of circle) {
			for (const link of this.#graph.linksInto(unit)) {
				if (isPro[link] !== 1 || circle.has(from[link]!)) continue;
				if (isWithin(link)) return null;
				if (form[unit] === POINT) support.add(this.#encoding.pair(from[link]!)[side]);
			}
			if (form[unit] === POINT) support.add(this.#encoding.unbidden[this.#place[unit]!]![side]);
		}
		return support;
	}

	/** Sets `wants` of all members: 0 where they do not hold, or have support that rests on something else. */
	#found(side: Side): void {
		const { form, firstIn, nextIn, firstOut, nextOut, from, to, isPro } = this.#graph;
		const { solver, unbidden } = this.#encoding;
		const [place, wants] = [this.#place, this.#wants];
		const founded: number[] = [];
		for (const [at, unit] of this.#members.entries()) {
			let [inside, outside] = [0, 0];
			for (let link = firstIn[unit]!; link !== NONE; link = nextIn[link]!) {
				if (isPro[link] !== 1 || !solver.holds(this.#encoding.pair(from[link]!)[side])) continue;
				if (place[from[link]!] === NONE) outside++;
				else inside++;
			}
			if (!solver.holds(this.#encoding.pairs[at]![side])) wants[at] = 0;
			else if (form[unit] === ALL) wants[at] = inside;
			else wants[at] = outside > 0 || solver.holds(unbidden[at]![side]) ? 0 : 1;
			if (wants[at] === 0 && solver.holds(this.#encoding.pairs[at]![side])) founded.push(unit);
		}
		for (const unit of founded)
			for (let link = firstOut[unit]!; link !== NONE; link = nextOut[link]!) {
				const at = place[to[link]!]!;
				if (isPro[link] !== 1 || at === NONE || wants[at] === 0) continue;
				wants[at] = form[to[link]!] === ALL ? wants[at]! - 1 : 0;
				if (wants[at] === 0) founded.push(to[link]!);
			}
	}
}
