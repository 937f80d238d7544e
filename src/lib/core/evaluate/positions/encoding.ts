import { ALL, NONE, POINT, SCINTILLA, STRICT, type Graph } from '../graph.ts';
import { OUT } from '../label.ts';
import { denied } from './sat/clauses.ts';
import { Solver } from './sat/solver.ts';

/** What is decided first: that units are in; then, that they are out; then all that only helps to say it. */
const [WANTED, RULED_OUT, AUXILIARY] = [0, 1, 2];

/** Two literals about one thing: that it is in, and that it is not out. */
interface Pair {
	readonly isIn: number;
	readonly isPossible: number;
}

/**
 * Part of a graph as clauses whose models are the positions that its units can take together, while all other units
 * have the labels that they have: what is in, and what is possible (not out), each as the program of the map says.
 * That support does not rest on itself is not said here; `Foundation` adds it where it is needed.
 */
export class Encoding {
	readonly solver = new Solver();
	/** By place in `members`. */
	readonly pairs: Pair[] = [];
	/** That the unit is in, or possible, though no reason for it is: nothing hits it and it is given. */
	readonly unbidden: Pair[] = [];
	/** The members at which either side can win where both hold: by place. */
	readonly contestable: number[] = [];
	readonly #graph: Graph;
	readonly #label: Uint8Array;
	/** The place of a unit in `members`, for those that are. */
	readonly #place: Int32Array;
	readonly #isTotal: boolean;
	readonly #true: number;
	readonly #known: Readonly<Record<number, Pair>>;

	/** Where `isTotal`, nothing may be left open. `place` says of every unit where among `members` it is, or `NONE`. */
	constructor(graph: Graph, label: Uint8Array, members: Int32Array, place: Int32Array, isTotal: boolean) {
		this.#graph = graph;
		this.#label = label;
		this.#place = place;
		this.#isTotal = isTotal;
		const { solver } = this;
		this.#true = solver.add(false, AUXILIARY);
		solver.require(this.#true);
		const [yes, no] = [this.#true, denied(this.#true)];
		this.#known = [
			{ isIn: no, isPossible: yes },
			{ isIn: yes, isPossible: yes },
			{ isIn: no, isPossible: no }
		];
		for (let at = 0; at < members.length; at++) {
			const isIn = solver.add(true, WANTED);
			const isPossible = isTotal ? isIn : solver.add(false, RULED_OUT);
			if (!isTotal) solver.require(denied(isIn), isPossible);
			this.pairs.push({ isIn, isPossible });
			this.unbidden.push({ isIn: no, isPossible: no });
		}
		for (const [at, unit] of members.entries()) this.#say(unit, at);
	}

	/** What is said of any unit: of members in variables, of others as it is known. */
	pair(unit: number): Pair {
		const place = this.#place[unit]!;
		return place === NONE ? this.#known[this.#label[unit]!]! : this.pairs[place]!;
	}

	#say(unit: number, at: number): void {
		const own = this.pairs[at]!;
		const { form } = this.#graph;
		if (form[unit] === POINT) this.#weigh(unit, at);
		else if (form[unit] === ALL) {
			const [all, none] = this.#leading(unit);
			this.#allOf([...all.map(isIn), ...none.map(isImpossible)], own.isIn);
			this.#allOf([...all.map(isPossible), ...none.map(isNotIn)], own.isPossible);
		} else this.solver.require(denied(own.isPossible));
	}

	#weigh(unit: number, at: number): void {
		const { isIn: own, isPossible: ownPossible } = this.pairs[at]!;
		const [pros, cons] = this.#leading(unit);
		const isGiven = this.#graph.isGiven(unit);
		if (isGiven && pros.length === 0) return this.#oppose(at, cons);
		const [hit, mayHit] = [this.#anyOf(cons.map(isIn)), this.#anyOf(cons.map(isPossible))];
		const won = this.#won(unit, at, pros, hit, mayHit);
		if (isGiven) this.unbidden[at] = { isIn: denied(mayHit), isPossible: denied(hit) };
		const { unbidden } = this;
		this.#anyOf([won.isIn, unbidden[at]!.isIn], own);
		this.#anyOf([won.isPossible, unbidden[at]!.isPossible], ownPossible);
	}

	/** That a given point, for which nothing speaks, is in where nothing may hit it, and possible where nothing hits it. */
	#oppose(at: number, cons: readonly Pair[]): void {
		const own = this.pairs[at]!;
		this.unbidden[at] = own;
		this.#anyOf(cons.map(isPossible), denied(own.isIn));
		if (!this.#isTotal) this.#anyOf(cons.map(isIn), denied(own.isPossible));
	}

	/** That the reasons for a point carry the day. Where both sides hold in a balanced one, either may, or neither. */
	#won(unit: number, at: number, pros: readonly Pair[], hit: number, mayHit: number): Pair {
		const { standard } = this.#graph;
		const { solver } = this;
		const [pro, mayPro] = [this.#anyOf(pros.map(isIn)), this.#anyOf(pros.map(isPossible))];
		if (standard[unit] === SCINTILLA || mayHit === this.#known[OUT]!.isIn)
			return { isIn: pro, isPossible: mayPro };
		if (standard[unit] === STRICT)
			return {
				isIn: this.#allOf([pro, denied(mayHit)]),
				isPossible: this.#allOf([mayPro, denied(hit)])
			};
		this.contestable.push(at);
		const won = solver.add(false, AUXILIARY);
		const mayWin = this.#isTotal ? won : solver.add(false, AUXILIARY);
		solver.require(denied(won), pro);
		solver.require(denied(mayWin), mayPro);
		solver.require(won, denied(pro), mayHit);
		solver.require(mayWin, denied(mayPro), hit);
		solver.require(denied(won), mayWin);
		return { isIn: won, isPossible: mayWin };
	}

	#leading(unit: number): [pros: Pair[], cons: Pair[]] {
		const { firstIn, nextIn, from, isPro } = this.#graph;
		const [pros, cons]: [Pair[], Pair[]] = [[], []];
		for (let link = firstIn[unit]!; link !== NONE; link = nextIn[link]!)
			(isPro[link] === 1 ? pros : cons).push(this.pair(from[link]!));
		return [pros, cons];
	}

	/** A literal that says the same as that one of `literals` holds: `same` where it is given. */
	#anyOf(literals: readonly number[], same?: number): number {
		const [yes, no] = [this.#true, denied(this.#true)];
		const open = literals.includes(yes) ? [yes] : literals.filter((literal) => literal !== no);
		if (same === undefined && open.length < 2) return open[0] ?? no;
		const said = same ?? this.solver.add(false, AUXILIARY);
		for (const literal of open) this.solver.require(denied(literal), said);
		this.solver.requireAny([...open, denied(said)]);
		return said;
	}

	#allOf(literals: readonly number[], same?: number): number {
		return denied(this.#anyOf(literals.map(denied), same === undefined ? undefined : denied(same)));
	}
}

const isIn = (pair: Pair) => pair.isIn;
const isPossible = (pair: Pair) => pair.isPossible;
const isNotIn = (pair: Pair) => denied(pair.isIn);
const isImpossible = (pair: Pair) => denied(pair.isPossible);
