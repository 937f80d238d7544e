import { Components } from '../components.ts';
import { NONE, type Graph } from '../graph.ts';
import { peel, type Peeled } from '../peel.ts';

export const CON = 0;
export const PRO = 1;
/** An inference: what it carries is multiplied by how far it carries. */
export const FACTOR = 2;
export type Role = typeof CON | typeof PRO | typeof FACTOR;

/**
 * The units of a graph in the order in which strengths can be computed, packed so that one pass reads memory from
 * left to right. A place is a unit's number in that order.
 */
export class Plan {
	/** The unit at a place, and the place of a unit. */
	readonly unit: Int32Array;
	readonly place: Int32Array;
	readonly form: Uint8Array;
	/** Where the links into a place begin; they end where those of the next begin. */
	readonly first: Int32Array;
	readonly source: Int32Array;
	readonly role: Uint8Array;
	/** The place after the last one of the component of a place. */
	readonly end: Int32Array;
	readonly #from: Int32Array;

	/** `roleOf` says what a link does; `null` leaves it out. */
	constructor(graph: Graph, roleOf: (link: number) => Role | null, peeled: Peeled = peel(graph)) {
		const { order, rest } = peeled;
		const length = order.length + rest.length;
		this.unit = new Int32Array(length);
		this.place = new Int32Array(graph.units);
		this.end = new Int32Array(length);
		this.#rank(graph, roleOf, peeled);
		this.form = new Uint8Array(length);
		this.first = new Int32Array(length + 1);
		let most = 0;
		for (let at = 0; at < length; at++) {
			const unit = this.unit[at]!;
			this.place[unit] = at;
			this.form[at] = graph.form[unit]!;
			most += graph.pros[unit]! + graph.cons[unit]!;
		}
		this.source = new Int32Array(most);
		this.role = new Uint8Array(most);
		this.#from = new Int32Array(most);
		this.#link(graph, roleOf);
	}

	/** Puts the units in their order. */
	#rank(graph: Graph, roleOf: (link: number) => Role | null, { order, rest, isWithin }: Peeled): void {
		this.unit.set(order);
		let place = 0;
		while (place < order.length) this.end[place] = ++place;
		const follows = (link: number) => isWithin(link) && roleOf(link) !== null;
		new Components(graph).each(rest, follows, (members, start, end) => {
			const after = place + end - start;
			for (let at = start; at < end; at++) {
				this.unit[place] = members[at]!;
				this.end[place++] = after;
			}
		});
	}

	/** Packs the links into each place side by side. */
	#link({ firstIn, nextIn, from }: Graph, roleOf: (link: number) => Role | null): void {
		let count = 0;
		for (let at = 0; at < this.unit.length; at++) {
			this.first[at] = count;
			for (let link = firstIn[this.unit[at]!]!; link !== NONE; link = nextIn[link]!) {
				const role = roleOf(link);
				if (role === null) continue;
				this.source[count] = this.place[from[link]!]!;
				this.role[count] = role;
				this.#from[count++] = link;
			}
		}
		this.first[this.unit.length] = count;
	}

	/** The number in the plan of a link of the graph that leads to `unit`; `NONE` if it was left out. */
	linkOf(unit: number, link: number): number {
		const at = this.place[unit]!;
		for (let own = this.first[at]!; own < this.first[at + 1]!; own++)
			if (this.#from[own] === link) return own;
		return NONE;
	}
}
