import { NONE } from '../../graph.ts';
import type { Answer, Stop } from '../answer.ts';
import { Clauses, FALSE, TRUE } from './clauses.ts';
import { Order } from './order.ts';

/** After so many conflicts, times a term of Luby's sequence, the search begins anew with what it learned. */
const PATIENCE = 50;
/** So many literals are propagated before it is asked again whether to stop. */
const BETWEEN_STOPS = 2_000;

/**
 * A satisfiability solver: conflict-driven clause learning with two watched literals (MiniSat, Eén and Sörensson
 * 2003). It decides by tiers, and each variable always for the same value, the one that is liked. So no model has all
 * that the one it found has of what is liked in the lower tiers, and more: every decision would hold in that one, too.
 */
export class Solver {
	readonly #clauses = new Clauses();
	readonly #order = new Order();
	/** By variable, the literal that a decision makes true. */
	readonly #liking: number[] = [];
	#seen: Uint8Array = new Uint8Array(16);
	/** Where on the trail each level begins. */
	readonly #levels: number[] = [];
	#learned: number[] = [0];
	#isBroken = false;
	#room = 2_000;

	/** A new variable as a literal. Decisions make it true or false as `liked`, those of lower tiers first. */
	add(liked: boolean, tier: number): number {
		this.#backTo(0);
		const variable = this.#clauses.add();
		if (variable === this.#seen.length) this.#seen = new Uint8Array(variable * 2);
		this.#liking.push(2 * variable + (liked ? 0 : 1));
		this.#order.add(variable, tier);
		return 2 * variable;
	}

	/** One of `literals` must hold. */
	require(...literals: readonly number[]): void {
		this.requireAny(literals);
	}

	/** One of `literals` must hold. */
	requireAny(literals: readonly number[]): void {
		this.#backTo(0);
		if (this.#isBroken) return;
		const { value } = this.#clauses;
		const open = new Set<number>();
		for (const literal of literals) {
			if (value[literal] === TRUE || open.has(literal ^ 1)) return;
			if (value[literal] !== FALSE) open.add(literal);
		}
		const kept = [...open];
		if (kept.length > 1) this.#clauses.put(kept, kept.length, 0);
		else if (kept.length === 1) this.#clauses.set(kept[0]!, 0, NONE);
		else this.#isBroken = true;
	}

	/** Whether there is a model in which `assumed` holds; then `holds` reads it until something is asked or added. */
	solve(assumed: readonly number[], stop: Stop): Answer {
		this.#backTo(0);
		let asked = this.#clauses.propagated;
		let [conflicts, round] = [0, 1];
		for (;;) {
			const failed = this.#isBroken ? 0 : this.#clauses.propagate(this.#levels.length);
			if (failed !== NONE) {
				if (this.#levels.length === 0) this.#isBroken = true;
				if (this.#isBroken) return 'no';
				conflicts++;
				this.#learn(failed);
			} else if (conflicts >= PATIENCE * luby(round)) {
				[conflicts, round] = [0, round + 1];
				this.#backTo(0);
				if (this.#clauses.learned > this.#room) this.#forget();
			} else {
				const decision = this.#decision(assumed);
				if (decision === FAILED) return 'no';
				if (decision === NONE) return 'yes';
				this.#levels.push(this.#clauses.height);
				if (decision !== KNOWN) this.#clauses.set(decision, this.#levels.length, NONE);
			}
			if (this.#clauses.propagated - asked < BETWEEN_STOPS) continue;
			asked = this.#clauses.propagated;
			if (stop()) return 'not decided';
		}
	}

	/** Whether a literal holds in the model that was found. */
	holds(literal: number): boolean {
		return this.#clauses.value[literal] === TRUE;
	}

	/** The literal to decide next: first what is assumed, then what is wanted. */
	#decision(assumed: readonly number[]): number {
		const { value } = this.#clauses;
		if (this.#levels.length < assumed.length) {
			const literal = assumed[this.#levels.length]!;
			if (value[literal] === FALSE) return FAILED;
			return value[literal] === TRUE ? KNOWN : literal;
		}
		for (let variable = this.#order.next(); variable !== NONE; variable = this.#order.next())
			if (value[2 * variable] === 0) return this.#liking[variable]!;
		return NONE;
	}

	/** Learns from a clause that failed what must not be decided again (first unique implication point), and goes back. */
	#learn(failed: number): void {
		const { trail, level, reason, value } = this.#clauses;
		const [seen, learned, current] = [this.#seen, this.#learned, this.#levels.length];
		learned.length = 1;
		let [open, at, clause, pivot] = [0, this.#clauses.height, failed, NONE];
		do {
			const { store } = this.#clauses;
			const end = this.#clauses.end(clause);
			for (let place = this.#clauses.first(clause); place < end; place++) {
				const variable = store[place]! >> 1;
				if (seen[variable] === 1 || level[variable] === 0 || store[place] === pivot) continue;
				seen[variable] = 1;
				this.#order.bump(variable);
				if (level[variable] === current) open++;
				else learned.push(store[place]!);
			}
			do at--;
			while (seen[trail[at]! >> 1] === 0);
			pivot = trail[at]!;
			seen[pivot >> 1] = 0;
			clause = reason[pivot >> 1]!;
		} while (--open > 0);
		learned[0] = pivot ^ 1;
		const kept = this.#shortened(learned);
		for (const literal of learned) seen[literal >> 1] = 0;
		let back = 0;
		for (let place = 1; place < kept.length; place++) {
			if (level[kept[place]! >> 1]! <= level[kept[1]! >> 1]! && place > 1) continue;
			[kept[1], kept[place]] = [kept[place]!, kept[1]!];
			back = level[kept[1] >> 1]!;
		}
		const mixed = new Set(kept.map((literal) => level[literal >> 1])).size;
		this.#backTo(back);
		const made = kept.length > 1 ? this.#clauses.put(kept, kept.length, mixed) : NONE;
		if (value[kept[0]!] === 0) this.#clauses.set(kept[0]!, back, made);
		this.#order.decay();
	}

	/** Leaves out of a learned clause what the rest of it implies anyway. */
	#shortened(learned: readonly number[]): number[] {
		const { level, reason } = this.#clauses;
		return learned.filter((literal, place) => {
			const why = reason[literal >> 1]!;
			if (place === 0 || why === NONE) return true;
			const { store } = this.#clauses;
			for (let at = this.#clauses.first(why); at < this.#clauses.end(why); at++) {
				const variable = store[at]! >> 1;
				if (variable !== literal >> 1 && this.#seen[variable] === 0 && level[variable] !== 0) return true;
			}
			return false;
		});
	}

	#backTo(level: number): void {
		if (this.#levels.length <= level) return;
		const bottom = this.#levels[level]!;
		while (this.#clauses.height > bottom) this.#order.put(this.#clauses.unset() >> 1);
		this.#levels.length = level;
	}

	#forget(): void {
		if (this.#clauses.propagate(0) !== NONE) this.#isBroken = true;
		else this.#clauses.forget();
		this.#room += 300;
	}
}

/** An assumption that holds already takes a level, but no decision; one that cannot hold ends the search. */
const [KNOWN, FAILED] = [-2, -3];

/** Luby's sequence from 1: 1, 1, 2, 1, 1, 2, 4, … */
function luby(place: number): number {
	let at = place;
	for (;;) {
		const power = 31 - Math.clz32(at + 1);
		if (at + 1 === 1 << power) return 1 << (power - 1);
		at -= (1 << power) - 1;
	}
}
