import { grown } from '../../graph.ts';

/**
 * The variables that wait for a decision, in a binary heap: those of the lowest tier first, among them those
 * that took part in conflicts lately (VSIDS), among them the first made.
 */
export class Order {
	#activity: Float64Array = new Float64Array(16);
	#tier: Uint8Array = new Uint8Array(16);
	#heap: Int32Array = new Int32Array(16);
	/** Where in the heap a variable is; -1 while it is not there. */
	#place: Int32Array = new Int32Array(16);
	#size = 0;
	#bump = 1;

	/** Takes in a new variable; they are numbered from 0, one after the other. */
	add(variable: number, tier: number): void {
		if (variable === this.#heap.length) this.#grow(variable * 2);
		this.#tier[variable] = tier;
		this.#place[variable] = -1;
		this.put(variable);
	}

	/** Lets a variable wait, unless it does. */
	put(variable: number): void {
		if (this.#place[variable]! >= 0) return;
		this.#rise(variable, this.#size++);
	}

	/** Takes the first variable out; -1 when none waits. */
	next(): number {
		if (this.#size === 0) return -1;
		const [heap, place] = [this.#heap, this.#place];
		const first = heap[0]!;
		place[first] = -1;
		const last = heap[--this.#size]!;
		if (this.#size > 0) this.#sink(last);
		return first;
	}

	/** A variable took part in a conflict. */
	bump(variable: number): void {
		const activity = (this.#activity[variable]! += this.#bump);
		if (activity > 1e100) this.#rescale();
		if (this.#place[variable]! >= 0) this.#rise(variable, this.#place[variable]!);
	}

	/** Lets older conflicts count for less. */
	decay(): void {
		this.#bump /= 0.95;
	}

	#isBefore(a: number, b: number): boolean {
		const tier = this.#tier[a]! - this.#tier[b]!;
		if (tier !== 0) return tier < 0;
		const difference = this.#activity[a]! - this.#activity[b]!;
		return difference === 0 ? a < b : difference > 0;
	}

	#rise(variable: number, from: number): void {
		const [heap, place] = [this.#heap, this.#place];
		let at = from;
		while (at > 0) {
			const above = (at - 1) >> 1;
			if (!this.#isBefore(variable, heap[above]!)) break;
			heap[at] = heap[above]!;
			place[heap[at]!] = at;
			at = above;
		}
		heap[at] = variable;
		place[variable] = at;
	}

	#sink(variable: number): void {
		const [heap, place] = [this.#heap, this.#place];
		let at = 0;
		for (;;) {
			let below = 2 * at + 1;
			if (below >= this.#size) break;
			if (below + 1 < this.#size && this.#isBefore(heap[below + 1]!, heap[below]!)) below++;
			if (!this.#isBefore(heap[below]!, variable)) break;
			heap[at] = heap[below]!;
			place[heap[at]!] = at;
			at = below;
		}
		heap[at] = variable;
		place[variable] = at;
	}

	#rescale(): void {
		for (let at = 0; at < this.#activity.length; at++) this.#activity[at]! *= 1e-100;
		this.#bump *= 1e-100;
	}

	#grow(size: number): void {
		this.#activity = grown(this.#activity, size);
		this.#tier = grown(this.#tier, size);
		this.#heap = grown(this.#heap, size);
		this.#place = grown(this.#place, size);
	}
}
