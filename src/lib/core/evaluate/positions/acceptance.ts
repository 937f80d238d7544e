import { IN, OUT } from '../label.ts';
import type { Answer, Stop } from './answer.ts';
import { counted, type Count } from './counted.ts';
import type { Enumeration, Semantics } from './enumerated.ts';
import { Search, type Ground } from './search.ts';
import { denied } from './sat/clauses.ts';

/** So many rounds of looking for a counterexample come before counting. */
const SOON = 50;

/**
 * Which units of a dispute are in in some position, and in every one. Each position that comes up on the way answers
 * for many units at once: it has as much decided as can be, so it is a preferred one.
 */
export class Acceptance {
	readonly #semantics: Semantics;
	readonly #search: Search;
	/** By place, from the positions seen: in or out in one of them, and not in in one of them. */
	readonly #isIn: Uint8Array;
	readonly #isOut: Uint8Array;
	readonly #isMissing: Uint8Array;
	readonly #ground: Ground;
	/** Whether what was seen is all there is. */
	#isKnown = false;
	#count: Count | 'too many' | null = null;

	/** `members` must hold all open units that lead to one of them; for `stable`, a whole dispute. */
	constructor(ground: Ground, members: Int32Array, semantics: Semantics) {
		this.#ground = ground;
		this.#semantics = semantics;
		this.#search = new Search(ground, members, semantics === 'stable');
		this.#isIn = new Uint8Array(members.length);
		this.#isOut = new Uint8Array(members.length);
		this.#isMissing = new Uint8Array(members.length);
	}

	/** Takes in positions that are known already, and whether there are no others. */
	learn({ found, isAll }: Enumeration): void {
		for (const labels of found) this.#see(labels);
		if (isAll) this.#isKnown = true;
	}

	/** How many positions there are; `null` when that was not found out. */
	count(stop: Stop): bigint | null {
		this.#count ??= counted(this.#ground, this.#search.members, this.#semantics, stop);
		return this.#count === null || this.#count === 'too many' ? null : this.#count.count;
	}

	/** Whether there is a position at all. */
	exists(stop: Stop): Answer {
		return this.#semantics === 'stable' ? this.#ask([], stop) : 'yes';
	}

	/** Whether the unit at a place is in in some position. */
	inSome(at: number, stop: Stop): Answer {
		if (this.#isIn[at] === 1) return 'yes';
		const counted = this.#tally();
		if (counted) return counted.isIn.has(this.#search.members[at]!) ? 'yes' : 'no';
		return this.#isKnown ? 'no' : this.#ask([this.#search.says(at, IN)], stop);
	}

	/** Whether the unit at a place is out in some position. */
	outSome(at: number, stop: Stop): Answer {
		if (this.#isOut[at] === 1) return 'yes';
		return this.#isKnown ? 'no' : this.#ask([this.#search.says(at, OUT)], stop);
	}

	/** Whether the unit at a place is in in every position. Where there is none, it is. */
	inEvery(at: number, stop: Stop): Answer {
		// What the verdict leaves open, a complete position leaves open: the verdict itself.
		if (this.#semantics === 'complete') return 'no';
		if (this.#isMissing[at] === 1) return 'no';
		if (this.#isKnown) return 'yes';
		const counted = this.#tally();
		if (counted) return counted.isMissing.has(this.#search.members[at]!) ? 'no' : 'yes';
		const isOut = this.outSome(at, stop);
		if (isOut === 'yes') return 'no';
		if (isOut === 'not decided' || this.#semantics === 'stable') return isOut === 'no' ? 'yes' : isOut;
		const soon = this.#isUnavoidable(at, SOON, stop);
		if (soon !== 'not decided') return soon;
		// Where components are small, counting answers for all units at once.
		this.count(stop);
		return this.#tally() ? this.inEvery(at, stop) : this.#isUnavoidable(at, Infinity, stop);
	}

	/** The largest position that contradicts no other: what is in is never out, what is out is never in. */
	ideal(stop: Stop): Uint8Array | null {
		const assumed: number[] = [];
		for (let at = 0; at < this.#isIn.length; at++) {
			const [isIn, isOut] = [this.inSome(at, stop), this.outSome(at, stop)];
			if (isIn === 'not decided' || isOut === 'not decided') return null;
			if (isIn === 'yes') assumed.push(denied(this.#search.says(at, OUT)));
			if (isOut === 'yes') assumed.push(denied(this.#search.says(at, IN)));
		}
		return this.#search.next(assumed, stop) === 'yes' ? this.#search.labels() : null;
	}

	/**
	 * Looks for a preferred position without the unit: a largest one among those without it, that none with it
	 * extends. Where one does, nothing within that one need be tried again.
	 */
	#isUnavoidable(at: number, rounds: number, stop: Stop): Answer {
		const search = this.#search;
		const condition = search.condition();
		const isIn = search.says(at, IN);
		for (let round = 0; round < rounds; round++) {
			const without = search.next([condition, denied(isIn)], stop);
			if (without !== 'yes') return without === 'no' ? 'yes' : without;
			const assumed = [isIn];
			for (const [place, label] of search.labels().entries())
				if (label === IN || label === OUT) assumed.push(search.says(place, label));
			const extended = this.#ask(assumed, stop);
			if (extended !== 'yes') return extended;
			search.refuseWithin(search.labels(), condition);
		}
		return 'not decided';
	}

	/** Whether there is a position with what is assumed, which must be something that holds in larger ones too. */
	#ask(assumed: readonly number[], stop: Stop): Answer {
		const answer = this.#search.next(assumed, stop);
		if (answer !== 'yes') return answer;
		this.#see(this.#search.labels());
		return answer;
	}

	/** What counting saw, if that says everything. */
	#tally(): Count | null {
		const isUseful = this.#semantics !== 'stable' && this.#count !== 'too many';
		return isUseful ? (this.#count as Count | null) : null;
	}

	#see(labels: Uint8Array): void {
		for (const [at, label] of labels.entries()) {
			if (label === IN) this.#isIn[at] = 1;
			else this.#isMissing[at] = 1;
			if (label === OUT) this.#isOut[at] = 1;
		}
	}
}
