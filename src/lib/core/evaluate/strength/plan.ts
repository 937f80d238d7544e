import { Components } from '../components.ts';
import { GONE, NONE, type Graph } from '../graph.ts';

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
	constructor(graph: Graph, roleOf: (link: number) => Role | null) {
		const { units, form, firstIn, nextIn, from } = graph;
		const present = Int32Array.from({ length: units }, (_, unit) => unit).filter(
			(unit) => form[unit] !== GONE
		);
		const { length } = present;
		this.unit = new Int32Array(length);
		this.place = new Int32Array(units);
		this.end = new Int32Array(length);
		const roles = new Uint8Array(graph.from.length);
		const LEFT_OUT = 3;
		let links = 0;
		for (const unit of present)
			for (let link = firstIn[unit]!; link !== NONE; link = nextIn[link]!) {
				roles[link] = roleOf(link) ?? LEFT_OUT;
				if (roles[link] !== LEFT_OUT) links++;
			}
		let place = 0;
		new Components(graph).each(
			present,
			(link) => roles[link] !== LEFT_OUT,
			(members, start, end) => {
				const after = place + end - start;
				for (let at = start; at < end; at++) {
					this.unit[place] = members[at]!;
					this.place[members[at]!] = place;
					this.end[place++] = after;
				}
			}
		);
		this.form = Uint8Array.from(this.unit, (unit) => form[unit]!);
		this.first = new Int32Array(length + 1);
		this.source = new Int32Array(links);
		this.role = new Uint8Array(links);
		this.#from = new Int32Array(links);
		let count = 0;
		for (let at = 0; at < length; at++) {
			this.first[at] = count;
			for (let link = firstIn[this.unit[at]!]!; link !== NONE; link = nextIn[link]!) {
				if (roles[link] === LEFT_OUT) continue;
				this.source[count] = this.place[from[link]!]!;
				this.role[count] = roles[link]!;
				this.#from[count++] = link;
			}
		}
		this.first[length] = count;
	}

	/** The number in the plan of a link of the graph that leads to `unit`; `NONE` if it was left out. */
	linkOf(unit: number, link: number): number {
		const at = this.place[unit]!;
		for (let own = this.first[at]!; own < this.first[at + 1]!; own++)
			if (this.#from[own] === link) return own;
		return NONE;
	}
}
