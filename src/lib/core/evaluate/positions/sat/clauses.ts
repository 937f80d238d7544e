import { grown, NONE } from '../../graph.ts';

/** A literal is twice the number of its variable, plus one where the variable is denied. */
export function denied(literal: number): number {
	return literal ^ 1;
}

export const TRUE = 1;
export const FALSE = -1;

/** Before its literals, a clause has its size, how many levels met in it (0: it was given), and two links. */
const [SIZE, MIXED, LINK, HEAD] = [0, 1, 2, 4];
const NOTHING = 0;

/**
 * Clauses in one array, each watched by its first two literals: lists of those that watch a literal are chained
 * through the clauses themselves. With them the assignment, whose trail keeps what was set, when and why.
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
	#watchers: Int32Array = new Int32Array(32);
	#store: Int32Array = new Int32Array(256);
	#used = 1;
	#done = 0;

	/** A new variable; its number. */
	add(): number {
		const variable = this.variables++;
		if (variable === this.level.length) this.#grow(variable * 2);
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
		const { value, trail } = this;
		const [store, watchers] = [this.#store, this.#watchers];
		while (this.#done < this.height) {
			const failed = trail[this.#done++]! ^ 1;
			this.propagated++;
			let from = NONE;
			for (let clause = watchers[failed]!; clause !== NOTHING;) {
				const own = store[clause + HEAD] === failed ? 0 : 1;
				const other = store[clause + HEAD + 1 - own]!;
				const link = clause + LINK + own;
				const next = store[link]!;
				if (value[other] !== TRUE) {
					const end = clause + HEAD + store[clause + SIZE]!;
					let at = clause + HEAD + 2;
					while (at < end && value[store[at]!] === FALSE) at++;
					if (at < end) {
						const found = store[at]!;
						store[at] = failed;
						store[clause + HEAD + own] = found;
						if (from === NONE) watchers[failed] = next;
						else store[from] = next;
						store[link] = watchers[found]!;
						watchers[found] = clause;
						clause = next;
						continue;
					}
					if (value[other] === FALSE) return clause;
					this.set(other, level, clause);
				}
				from = link;
				clause = next;
			}
		}
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
		this.#watchers.fill(NOTHING);
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
		for (const own of [0, 1]) {
			const literal = this.#store[clause + HEAD + own]!;
			this.#store[clause + LINK + own] = this.#watchers[literal]!;
			this.#watchers[literal] = clause;
		}
	}

	#grow(size: number): void {
		this.value = grown(this.value, size * 2);
		this.#watchers = grown(this.#watchers, size * 2);
		this.level = grown(this.level, size);
		this.reason = grown(this.reason, size);
		this.trail = grown(this.trail, size);
	}
}
