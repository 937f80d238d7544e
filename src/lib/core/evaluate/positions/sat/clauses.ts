import { grown, NONE } from '../../graph.ts';

/** A literal is twice the number of its variable, plus one where the variable is denied. */
export function denied(literal: number): number {
	return literal ^ 1;
}

export const TRUE = 1;
export const FALSE = -1;

/** Before its literals, a clause has its size, and how many levels met in it (0: it was given). */
const [SIZE, MIXED, HEAD] = [0, 1, 2];

/**
 * Clauses in one array, each watched by its first two literals. Who watches keeps another literal of the clause at
 * hand: while that one is true, or there is no third, the clause itself need not be looked at. With them the
 * assignment, whose trail keeps what was set, when and why.
 */
export class Clauses {
	variables = 0;
	/** By literal: `TRUE`, `FALSE`, or 0 while nothing is known. */
	value: Int8Array = new Int8Array(32);
	/** By variable: at which level it was set, and by which clause (`NONE`: decided). */
	level: Int32Array = new Int32Array(16);
	reason: Int32Array = new Int32Array(16);
	trail: Int32Array = new Int32Array(16);
	height = 0;
	/** How many literals have been propagated, ever. */
	propagated = 0;
	learned = 0;
	/** By literal, pairs of another literal and the clause, `~` the clause where it has no third. */
	readonly #watchers: number[][] = [];
	#store: Int32Array = new Int32Array(256);
	#used = 1;
	#done = 0;

	/** A new variable; its number. */
	add(): number {
		const variable = this.variables++;
		if (variable === this.level.length) this.#grow(variable * 2);
		this.#watchers.push([], []);
		return variable;
	}

	/** Sets a literal that has no value yet. */
	set(literal: number, level: number, reason: number): void {
		const variable = literal >> 1;
		this.value[literal] = TRUE;
		this.value[literal ^ 1] = FALSE;
		this.level[variable] = level;
		this.reason[variable] = reason;
		this.trail[this.height++] = literal;
	}

	/** Takes the latest literal back. */
	unset(): number {
		const literal = this.trail[--this.height]!;
		this.value[literal] = 0;
		this.value[literal ^ 1] = 0;
		if (this.#done > this.height) this.#done = this.height;
		return literal;
	}

	/** Takes in a clause of two literals or more; the first two must be those set last, if any are. Answers with its place. */
	put(literals: ArrayLike<number>, count: number, mixed: number): number {
		const [clause, end] = [this.#used, this.#used + HEAD + count];
		if (end > this.#store.length) this.#store = grown(this.#store, Math.max(end, this.#store.length * 2));
		const store = this.#store;
		store[clause + SIZE] = count;
		store[clause + MIXED] = mixed;
		for (let at = 0; at < count; at++) store[clause + HEAD + at] = literals[at]!;
		this.#used = end;
		if (mixed > 0) this.learned++;
		this.#watch(clause);
		return clause;
	}

	/** Where the literals of a clause begin in `store`, and where they end. */
	first(clause: number): number {
		return clause + HEAD;
	}

	end(clause: number): number {
		return clause + HEAD + this.#store[clause + SIZE]!;
	}

	get store(): Int32Array {
		return this.#store;
	}

	/** Draws all consequences of what was set; a clause that fails by it, or `NONE`. */
	propagate(level: number): number {
		const { trail } = this;
		while (this.#done < this.height) {
			const clause = this.#fail(trail[this.#done++]! ^ 1, level);
			this.propagated++;
			if (clause !== NONE) return clause;
		}
		return NONE;
	}

	/** Draws the consequences of a literal that is false now. */
	#fail(failed: number, level: number): number {
		const { value } = this;
		const store = this.#store;
		const watching = this.#watchers[failed]!;
		const { length } = watching;
		let kept = 0;
		for (let at = 0; at < length; at += 2) {
			let other = watching[at]!;
			const clause = watching[at + 1]!;
			if (value[other] !== TRUE && clause >= 0) {
				const own = store[clause + HEAD] === failed ? 0 : 1;
				other = store[clause + HEAD + 1 - own]!;
				if (value[other] !== TRUE) {
					const end = clause + HEAD + store[clause + SIZE]!;
					let place = clause + HEAD + 2;
					while (place < end && value[store[place]!] === FALSE) place++;
					if (place < end) {
						const found = store[place]!;
						store[place] = failed;
						store[clause + HEAD + own] = found;
						this.#watchers[found]!.push(other, clause);
						continue;
					}
				}
			}
			watching[kept++] = other;
			watching[kept++] = clause;
			if (value[other] === TRUE) continue;
			const reason = clause < 0 ? ~clause : clause;
			if (value[other] !== FALSE) this.set(other, level, reason);
			else {
				for (at += 2; at < length; at++) watching[kept++] = watching[at]!;
				watching.length = kept;
				return reason;
			}
		}
		watching.length = kept;
		return NONE;
	}

	/** Forgets the learned half in which most levels met. Only while nothing is decided and all is propagated. */
	forget(): void {
		const store = this.#store;
		const met: number[] = [];
		for (let clause = 1; clause < this.#used; clause = this.end(clause))
			if (store[clause + MIXED]! > 0) met.push(store[clause + MIXED]!);
		met.sort((a, b) => a - b);
		const most = Math.max(met[met.length >> 1] ?? 0, 2);
		const end = this.#used;
		this.#used = 1;
		this.learned = 0;
		for (const watching of this.#watchers) watching.length = 0;
		for (let clause = 1; clause < end;) {
			const [mixed, size] = [store[clause + MIXED]!, HEAD + store[clause + SIZE]!];
			if (mixed <= most) {
				store.copyWithin(this.#used, clause, clause + size);
				this.#watch(this.#used);
				this.#used += size;
				if (mixed > 0) this.learned++;
			}
			clause += size;
		}
	}

	#watch(clause: number): void {
		const store = this.#store;
		const [one, other] = [store[clause + HEAD]!, store[clause + HEAD + 1]!];
		const known = store[clause + SIZE] === 2 ? ~clause : clause;
		this.#watchers[one]!.push(other, known);
		this.#watchers[other]!.push(one, known);
	}

	#grow(size: number): void {
		this.value = grown(this.value, size * 2);
		this.level = grown(this.level, size);
		this.reason = grown(this.reason, size);
		this.trail = grown(this.trail, size);
	}
}
