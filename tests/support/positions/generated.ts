import { Graph, POINT } from '#lib/core/evaluate/graph.ts';
import { seeded } from '../grown.ts';

const SEED = 7;

function points(count: number): Graph {
	const graph = new Graph();
	for (let at = 0; at < count; at++) graph.add(POINT);
	return graph;
}

/** Arguments that attack each other in fives, each five attacked by the one before. */
export function fives(count: number): Graph {
	const random = seeded(SEED);
	const graph = points(5 * count);
	for (let five = 0; five < 5 * count; five += 5) {
		const own = () => five + Math.floor(random() * 5);
		for (let at = 0; at < 5; at++) graph.link(five + at, five + ((at + 1) % 5), false);
		for (let more = 0; more < 4; more++) graph.link(own(), own(), false);
		if (five > 0) graph.link(own() - 5, own(), false);
	}
	return graph;
}

/** Arguments of which each attacks an earlier one or two, and is often attacked back. */
export function quarrel(count: number): Graph {
	const random = seeded(SEED);
	const graph = points(count);
	for (let at = 1; at < count; at++)
		for (let more = 0; more < 1 + random(); more++) {
			const target = Math.floor(at * random());
			graph.link(at, target, false);
			if (random() < 0.4) graph.link(target, at, false);
		}
	return graph;
}

/** Arguments of which any attacks any, `each` attacks for each of them (after Erdős and Rényi). */
export function tangle(count: number, each: number): Graph {
	const random = seeded(SEED);
	const graph = points(count);
	const any = () => Math.floor(random() * count);
	for (let attack = 0; attack < count * each; attack++) graph.link(any(), any(), false);
	return graph;
}
