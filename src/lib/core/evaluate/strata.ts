import { Components } from './components.ts';
import { GONE, grown, NONE, type Graph } from './graph.ts';
import type { Peeled } from './peel.ts';

/** With more units than this share of all to look at, and more than a few, it is quicker to rank everything anew. */
const [SHARE, FEW] = [32, 500];

/**
 * The order in which a graph is evaluated: its units in components, each ranked after all that lead to it. A new
 * link moves only what lies between its ends (Pearce and Kelly 2006) and melts components that it closes to a
 * circle. A component may be larger than it must be after links were taken away; it is never too small.
 */
export class Strata {
	readonly #graph: Graph;
	readonly #components: Components;
	/** The component of a unit; its number is that of one of its members. */
	of: Int32Array = new Int32Array(16);
	rank: Float64Array = new Float64Array(16);
	size: Int32Array = new Int32Array(16);
	first: Int32Array = new Int32Array(16);
	#next: Int32Array = new Int32Array(16);
	#lowest = 0;
	/** Whether the order is not kept: at first, when ranks have run out, or so that much can change at once. `renew` it. */
	isStale = true;

	constructor(graph: Graph) {
		this.#graph = graph;
		this.#components = new Components(graph);
	}

	/**
	 * Ranks everything anew, in components as small as can be: first what was peeled off, as it is settled already,
	 * then the rest. Hands each component of that to `settle` on the way, sources first.
	 */
	renew({ order, rest, isWithin }: Peeled, settle: (component: number) => void): void {
		const { form, units } = this.#graph;
		if (this.of.length < form.length) this.#grow();
		for (let unit = 0; unit < units; unit++) {
			this.first[unit] = this.of[unit] = unit;
			this.#next[unit] = NONE;
			this.size[unit] = 1;
		}
		for (let at = 0; at < order.length; at++) this.rank[order[at]!] = at;
		let rank = order.length;
		this.#components.each(rest, isWithin, (members, start, end) => {
			const component = members[start]!;
			this.first[component] = NONE;
			for (let at = start; at < end; at++) this.#enter(members[at]!, component);
			this.size[component] = end - start;
			this.rank[component] = rank++;
			settle(component);
		});
		this.#lowest = 0;
		this.isStale = false;
	}

	/** Gives a unit without links a component of its own, ranked between `low` and `high` where that can be. */
	add(unit: number, low = -Infinity, high = Infinity): void {
		if (this.of.length < this.#graph.form.length) this.#grow();
		this.first[unit] = NONE;
		this.#enter(unit, unit);
		this.size[unit] = 1;
		if (low === -Infinity) this.rank[unit] = this.#lowest = Math.min(this.#lowest, finite(high)) - 1;
		else this.rank[unit] = high > low && high < Infinity ? (low + high) / 2 : low + 1 / 4096;
	}

	/** The rank of a unit's component. */
	rankOf(unit: number): number {
		return this.rank[this.of[unit]!]!;
	}

	/** The members of a component, those that are gone left out. */
	members(component: number): Int32Array {
		const found = new Int32Array(this.size[component]!);
		let count = 0;
		for (let unit = this.first[component]!; unit !== NONE; unit = this.#next[unit]!)
			if (this.#graph.form[unit] !== GONE) found[count++] = unit;
		return found.subarray(0, count);
	}

	/** Takes a new link into the order, or gives it up where that is the quicker way. */
	link(from: number, to: number): void {
		if (this.isStale) return;
		const [low, high] = [this.of[to]!, this.of[from]!];
		if (low === high || this.rank[high]! < this.rank[low]!) return;
		const after = this.#reached(low, true, this.rank[high]!);
		const before = after && this.#reached(high, false, this.rank[low]!);
		if (!after || !before) {
			this.isStale = true;
			return;
		}
		const circle = [...after].filter((component) => before.has(component));
		const pool = [...new Set([...after, ...before])]
			.map((component) => this.rank[component]!)
			.sort(ascending);
		if (pool.some((rank, at) => rank === pool[at + 1])) this.isStale = true;
		for (const component of circle) {
			after.delete(component);
			before.delete(component);
		}
		const byRank = (a: number, b: number) => this.rank[a]! - this.rank[b]!;
		const [below, above] = [[...before].sort(byRank), [...after].sort(byRank)];
		const melted = circle.length > 0 ? [this.#melt(circle)] : [];
		for (const [at, component] of [...below, ...melted].entries()) this.rank[component] = pool[at]!;
		for (const [at, component] of above.entries())
			this.rank[component] = pool[pool.length - above.length + at]!;
	}

	/** The components that can be reached from `start` along or against the links without passing `bound`; `null` where they are many. */
	#reached(start: number, isAlong: boolean, bound: number): Set<number> | null {
		const { from, to, firstIn, firstOut, nextIn, nextOut, units } = this.#graph;
		const found = new Set([start]);
		let left = Math.max(FEW, units / SHARE);
		for (const component of found)
			for (let unit = this.first[component]!; unit !== NONE; unit = this.#next[unit]!) {
				let link = isAlong ? firstOut[unit]! : firstIn[unit]!;
				if (left-- < 0) return null;
				while (link !== NONE) {
					const other = this.of[isAlong ? to[link]! : from[link]!]!;
					if (isAlong ? this.rank[other]! <= bound : this.rank[other]! >= bound) found.add(other);
					link = isAlong ? nextOut[link]! : nextIn[link]!;
				}
			}
		return found;
	}

	#melt(circle: readonly number[]): number {
		const largest = circle.reduce((a, b) => (this.size[a]! >= this.size[b]! ? a : b));
		for (const component of circle) {
			if (component === largest) continue;
			this.size[largest]! += this.size[component]!;
			for (let unit = this.first[component]!; unit !== NONE;) {
				const next = this.#next[unit]!;
				this.#enter(unit, largest);
				unit = next;
			}
		}
		return largest;
	}

	#enter(unit: number, component: number): void {
		this.of[unit] = component;
		this.#next[unit] = this.first[component]!;
		this.first[component] = unit;
	}

	#grow(): void {
		const size = this.#graph.form.length;
		this.of = grown(this.of, size);
		this.rank = grown(this.rank, size);
		this.size = grown(this.size, size);
		this.first = grown(this.first, size);
		this.#next = grown(this.#next, size);
	}
}

function ascending(a: number, b: number): number {
	return a - b;
}

function finite(rank: number): number {
	return Number.isFinite(rank) ? rank : 0;
}
