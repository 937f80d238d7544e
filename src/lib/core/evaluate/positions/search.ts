import type { Components } from '../components.ts';
import type { Graph } from '../graph.ts';
import { NONE } from '../graph.ts';
import { IN, OPEN, OUT } from '../label.ts';
import type { Answer, Stop } from './answer.ts';
import { Encoding } from './encoding.ts';
import { Foundation } from './foundation.ts';
import { denied } from './sat/clauses.ts';

/** What a search works on: a graph, and labels for all that is decided; `place` is `NONE` everywhere, between uses. */
export interface Ground {
	readonly graph: Graph;
	readonly label: Uint8Array;
	readonly components: Components;
	readonly place: Int32Array;
}

/**
 * The positions that some units of a graph can take while all others keep their labels, found one by one. What is
 * found has as much decided as can be: no position has all that it has, and more.
 */
export class Search {
	readonly members: Int32Array;
	readonly #ground: Ground;
	readonly #encoding: Encoding;
	readonly #foundation: Foundation;

	/** Where `isTotal`, only positions that leave nothing open. */
	constructor(ground: Ground, members: Int32Array, isTotal: boolean) {
		const { graph, label, place, components } = ground;
		this.#ground = ground;
		this.members = members;
		this.#mark();
		this.#encoding = new Encoding(graph, label, members, place, isTotal);
		this.#foundation = new Foundation(graph, this.#encoding, members, place, components);
		this.#unmark();
	}

	/** Whether there is a position in which what is assumed holds; `labels` reads it. */
	next(assumed: readonly number[], stop: Stop): Answer {
		// Small searches may end before the solver asks.
		if (stop()) return 'not decided';
		this.#mark();
		let answer: Answer;
		do answer = this.#encoding.solver.solve(assumed, stop);
		while (answer === 'yes' && !this.#foundation.isLaid());
		this.#unmark();
		return answer;
	}

	/** The position that was found, by place in `members`. Only right after it was. */
	labels(): Uint8Array {
		const { solver, pairs } = this.#encoding;
		return Uint8Array.from(pairs, ({ isIn, isPossible }) =>
			solver.holds(isIn) ? IN : solver.holds(isPossible) ? OPEN : OUT
		);
	}

	/** The literal that says that the unit at a place is in, or out. */
	says(at: number, label: typeof IN | typeof OUT): number {
		const { isIn, isPossible } = this.#encoding.pairs[at]!;
		return label === IN ? isIn : denied(isPossible);
	}

	/** A literal to assume; what is refused under it is refused only then. */
	condition(): number {
		return this.#encoding.solver.add(false, 0);
	}

	/** From now on (or under a condition) every position must have something decided that `labels` has not, or otherwise. */
	refuseWithin(labels: Uint8Array, condition: number = NONE): void {
		const clause = condition === NONE ? [] : [denied(condition)];
		for (const [at, label] of labels.entries()) if (label !== IN) clause.push(this.says(at, IN));
		for (const at of this.#encoding.contestable) if (labels[at] !== OUT) clause.push(this.says(at, OUT));
		this.#encoding.solver.requireAny(clause);
	}

	/** From now on no position is `labels`. */
	refuse(labels: Uint8Array): void {
		const clause: number[] = [];
		for (const [at, label] of labels.entries()) {
			const isIn = this.says(at, IN);
			clause.push(label === IN ? denied(isIn) : isIn);
		}
		for (const at of this.#encoding.contestable) {
			const isOut = this.says(at, OUT);
			clause.push(labels[at] === OUT ? denied(isOut) : isOut);
		}
		this.#encoding.solver.requireAny(clause);
	}

	#mark(): void {
		const { place } = this.#ground;
		for (const [at, unit] of this.members.entries()) place[unit] = at;
	}

	#unmark(): void {
		const { place } = this.#ground;
		for (const unit of this.members) place[unit] = NONE;
	}
}
