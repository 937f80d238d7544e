import { GONE, NONE, type Graph } from '../graph.ts';
import { OPEN } from '../label.ts';

/** The open units, in parts that do not bear on each other: what becomes of one says nothing about another. */
export function disputes(graph: Graph, label: Uint8Array): Int32Array[] {
	const { form, units, from, to, firstIn, nextIn, firstOut, nextOut } = graph;
	const isSeen = new Uint8Array(units);
	const found: Int32Array[] = [];
	for (let start = 0; start < units; start++) {
		if (isSeen[start] === 1 || form[start] === GONE || label[start] !== OPEN) continue;
		isSeen[start] = 1;
		const members = [start];
		const meet = (unit: number) => {
			if (isSeen[unit] === 1 || label[unit] !== OPEN) return;
			isSeen[unit] = 1;
			members.push(unit);
		};
		for (const unit of members) {
			for (let link = firstIn[unit]!; link !== NONE; link = nextIn[link]!) meet(from[link]!);
			for (let link = firstOut[unit]!; link !== NONE; link = nextOut[link]!) meet(to[link]!);
		}
		found.push(Int32Array.from(members).sort());
	}
	return found;
}

/** What of a dispute a unit's label can depend on: the open units from which it is reached, itself included. */
export function leadingTo(graph: Graph, label: Uint8Array, unit: number): Int32Array {
	const found = new Set([unit]);
	for (const each of found)
		for (const link of graph.linksInto(each))
			if (label[graph.from[link]!] === OPEN) found.add(graph.from[link]!);
	return Int32Array.from(found).sort();
}
