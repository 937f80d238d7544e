import { NONE } from './graph.ts';

/** Components that wait to be evaluated, the lowest rank first, each once: a binary heap. */
export class Queue {
	readonly #rank: Float64Array;
	readonly #heap: number[] = [];
	readonly #waiting = new Set<number>();

	constructor(rank: Float64Array) {
		this.#rank = rank;
	}

	/** Adds a component unless it waits already. */
	add(component: number): void {
		if (this.#waiting.has(component)) return;
		this.#waiting.add(component);
		const [heap, rank] = [this.#heap, this.#rank];
		let at = heap.push(component) - 1;
		while (at > 0) {
			const above = (at - 1) >> 1;
			if (rank[heap[above]!]! <= rank[component]!) break;
			heap[at] = heap[above]!;
			at = above;
		}
		heap[at] = component;
	}

	/** Takes out the lowest; `NONE` when none waits. */
	next(): number {
		const [heap, rank] = [this.#heap, this.#rank];
		const lowest = heap[0];
		const last = heap.pop();
		if (lowest === undefined || last === undefined) return NONE;
		this.#waiting.delete(lowest);
		if (heap.length === 0) return lowest;
		let at = 0;
		for (;;) {
			let below = 2 * at + 1;
			if (below >= heap.length) break;
			if (below + 1 < heap.length && rank[heap[below + 1]!]! < rank[heap[below]!]!) below++;
			if (rank[heap[below]!]! >= rank[last]!) break;
			heap[at] = heap[below]!;
			at = below;
		}
		heap[at] = last;
		return lowest;
	}
}
