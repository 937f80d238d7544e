import { GONE, NONE, type Graph } from './graph.ts';
import { bitOf, labelOf, OPEN } from './label.ts';

/** So far left in a number that counts what a unit waits for, so that below it there is room for what it heard. */
const WAITS = 64;

/** The units of a graph from the outside in. */
export interface Peeled {
	/** Units that no circle leads to, each after all that lead to it. */
	readonly order: Int32Array;
	/** The others. */
	readonly rest: Int32Array;
	/** Whether a link comes from one of the others. */
	readonly isWithin: (link: number) => boolean;
}

/**
 * Labels what no circle leads to, each unit as soon as all that leads to it is labelled (Kahn 1962), and answers with
 * what is left. A unit hears of each label once, so that one pass over the links does.
 */
export function peel(graph: Graph, label: Uint8Array = new Uint8Array(graph.units)): Peeled {
	const { units, form, standard, fixed, pros, cons, firstOut, nextOut, from, to, isPro } = graph;
	const state = new Int32Array(units);
	const order = new Int32Array(units);
	let [end, present] = [0, 0];
	for (let unit = 0; unit < units; unit++) {
		state[unit] = (pros[unit]! + cons[unit]!) * WAITS;
		if (form[unit] === GONE) continue;
		present++;
		if (state[unit] === 0) order[end++] = unit;
	}
	for (let at = 0; at < end; at++) {
		const unit = order[at]!;
		const own =
			fixed[unit] === OPEN
				? labelOf(form[unit]!, standard[unit]!, graph.isGiven(unit), state[unit]!)
				: fixed[unit]!;
		label[unit] = own;
		for (let link = firstOut[unit]!; link !== NONE; link = nextOut[link]!) {
			const target = to[link]!;
			const left = (state[target]! | bitOf(isPro[link]!, own)) - WAITS;
			state[target] = left;
			if (left < WAITS) order[end++] = target;
		}
	}
	const rest = new Int32Array(present - end);
	let count = 0;
	for (let unit = 0; count < rest.length; unit++) if (state[unit]! >= WAITS) rest[count++] = unit;
	return { order: order.subarray(0, end), rest, isWithin: (link) => state[from[link]!]! >= WAITS };
}
