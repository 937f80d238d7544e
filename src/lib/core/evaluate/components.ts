import { NONE, type Graph } from './graph.ts';

/**
 * Strongly connected components of a graph, or of a part of it, each after those that lead to it: Tarjan's
 * algorithm (1972), iterative, so that depth is no bound. One object keeps its arrays from run to run.
 */
export class Components {
	readonly #graph: Graph;
	/** The place of a unit in the order of discovery, from 1; 0 is undiscovered, -1 closed. */
	#index: Int32Array = new Int32Array(0);
	#low: Int32Array = new Int32Array(0);
	#cursor: Int32Array = new Int32Array(0);
	#open: Int32Array = new Int32Array(0);
	#path: Int32Array = new Int32Array(0);

	constructor(graph: Graph) {
		this.#graph = graph;
	}

	/**
	 * Hands each component that can be reached against the links from `units` to `found`, sources first. The array
	 * that is handed over is valid during the call only, from `start` to before `end`. `follows` says which links
	 * count; it must not lead out of `units`.
	 */
	each(
		units: Int32Array,
		follows: (link: number) => boolean,
		found: (members: Int32Array, start: number, end: number) => void
	): void {
		if (units.length === 0) return;
		if (this.#index.length < this.#graph.units) this.#grow(this.#graph.form.length);
		const index = this.#index;
		for (const unit of units) index[unit] = 0;
		let discovered = 0;
		for (const unit of units)
			if (index[unit] === 0) discovered = this.#explore(unit, discovered, follows, found);
	}

	#explore(
		root: number,
		discovered: number,
		follows: (link: number) => boolean,
		found: (members: Int32Array, start: number, end: number) => void
	): number {
		const { from, firstIn, nextIn } = this.#graph;
		const [index, low, cursor, open, path] = [this.#index, this.#low, this.#cursor, this.#open, this.#path];
		let [depth, height] = [0, 0];
		const enter = (unit: number) => {
			index[unit] = low[unit] = ++discovered;
			cursor[unit] = firstIn[unit]!;
			open[height++] = unit;
			path[depth++] = unit;
		};
		enter(root);
		while (depth > 0) {
			const unit = path[depth - 1]!;
			const link = cursor[unit]!;
			if (link !== NONE) {
				cursor[unit] = nextIn[link]!;
				if (!follows(link)) continue;
				const source = from[link]!;
				if (index[source] === 0) enter(source);
				else if (index[source]! > 0 && index[source]! < low[unit]!) low[unit] = index[source]!;
				continue;
			}
			depth--;
			if (depth > 0) {
				const above = path[depth - 1]!;
				if (low[unit]! < low[above]!) low[above] = low[unit]!;
			}
			if (low[unit] !== index[unit]) continue;
			const end = height;
			do index[open[--height]!] = -1;
			while (open[height] !== unit);
			found(open, height, end);
		}
		return discovered;
	}

	#grow(size: number): void {
		this.#index = new Int32Array(size);
		this.#low = new Int32Array(size);
		this.#cursor = new Int32Array(size);
		this.#open = new Int32Array(size);
		this.#path = new Int32Array(size);
	}
}
