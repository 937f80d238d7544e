import { agreeing } from '#lib/core/evaluate/flatten.ts';
import { Framework } from '#lib/core/evaluate/framework.ts';
import { ALL, GONE, NEVER, POINT, SCINTILLA, STRICT } from '#lib/core/evaluate/graph.ts';
import type { Debate } from '#lib/core/model/debate.ts';
import { spokenIn, type Said } from '../plain.ts';

/** Sentences by their places in the list: which are assumed, what speaks against those, and what follows from what. */
export interface Assumptions {
	readonly atoms: readonly Said[];
	readonly assumptions: readonly number[];
	readonly contraries: readonly (readonly [of: number, is: number])[];
	readonly rules: readonly { readonly head: number; readonly body: readonly number[] }[];
}

/**
 * The debate as flat assumption-based argumentation (Bondarenko and others 1997). The program that a debate means
 * (RULES.md of evaluation) has a sentence for every point; what it denies is an assumption whose contrary is what is
 * denied. So every debate can be said exactly, support in circles included.
 */
export function assumed(debate: Debate): Assumptions {
	return new Assuming(debate).made();
}

class Assuming {
	readonly #debate: Debate;
	readonly #framework: Framework;
	readonly #atoms: Said[] = [];
	readonly #assumptions: number[] = [];
	readonly #contraries: [number, number][] = [];
	readonly #rules: { head: number; body: number[] }[] = [];
	readonly #own = new Map<number, number>();
	readonly #denied = new Map<number, number>();

	constructor(debate: Debate) {
		this.#debate = debate;
		this.#framework = new Framework(debate);
	}

	made(): Assumptions {
		const { graph } = this.#framework;
		const spoken = spokenIn(this.#debate).map(({ id }) => this.#framework.unit(id)!);
		const all = Array.from({ length: graph.units }, (_, unit) => unit);
		for (const unit of [...spoken, ...all])
			if (graph.form[unit] !== GONE && agreeing(graph, unit) === unit) this.#atom(unit);
		for (const [unit, own] of this.#own) {
			if (graph.form[unit] === POINT) this.#weigh(unit, own);
			else if (graph.form[unit] === ALL) this.#infer(unit, own);
			else if (graph.form[unit] !== NEVER) this.#rule(own);
		}
		return {
			atoms: this.#atoms,
			assumptions: this.#assumptions,
			contraries: this.#contraries,
			rules: this.#rules
		};
	}

	#infer(unit: number, own: number): void {
		const denied = this.#leading(unit, false).map((con) => this.#not(con));
		this.#rule(own, ...this.#leading(unit, true), ...denied);
	}

	#weigh(unit: number, own: number): void {
		const { graph } = this.#framework;
		const isGiven = graph.isGiven(unit);
		const [pros, cons] = [this.#leading(unit, true), this.#leading(unit, false)];
		if (pros.length === 0) {
			if (!isGiven) return;
			if (cons.length === 0) this.#rule(own);
			else this.#assume(own, this.#any(unit, 'opposed', cons));
			return;
		}
		const winning = isGiven ? this.#say(unit, 'winning') : own;
		const opposed = cons.length > 0 ? this.#any(unit, 'opposed', cons) : null;
		const standard = opposed === null ? SCINTILLA : graph.standard[unit];
		if (opposed === null || standard === SCINTILLA) for (const pro of pros) this.#rule(winning, pro);
		else if (standard === STRICT) for (const pro of pros) this.#rule(winning, pro, this.#not(opposed));
		else {
			const losing = this.#say(unit, 'losing');
			for (const pro of pros) this.#rule(winning, pro, this.#not(losing));
			this.#rule(losing, opposed, this.#not(winning));
		}
		if (!isGiven) return;
		this.#rule(own, winning);
		if (opposed === null) this.#rule(own);
		else this.#rule(own, this.#not(opposed));
	}

	/** A sentence that follows from each of `others`; itself one of them where there is only one. */
	#any(unit: number, says: string, others: readonly number[]): number {
		if (others.length === 1) return others[0]!;
		const made = this.#say(unit, says);
		for (const other of others) this.#rule(made, other);
		return made;
	}

	/** The assumption that `atom` does not follow. */
	#not(atom: number): number {
		const known = this.#denied.get(atom);
		if (known !== undefined) return known;
		const { id, says } = this.#atoms[atom]!;
		const made = this.#atoms.push({ id, says: says === 'item' ? 'not' : `not_${says}` }) - 1;
		this.#denied.set(atom, made);
		this.#assume(made, atom);
		return made;
	}

	#assume(atom: number, contrary: number): void {
		this.#assumptions.push(atom);
		this.#contraries.push([atom, contrary]);
	}

	#rule(head: number, ...body: number[]): void {
		this.#rules.push({ head, body });
	}

	#leading(unit: number, isPro: boolean): number[] {
		const { graph } = this.#framework;
		const links = graph.linksInto(unit).filter((link) => (graph.isPro[link] === 1) === isPro);
		return [...new Set(links.map((link) => this.#atom(agreeing(graph, graph.from[link]!))))].reverse();
	}

	#atom(unit: number): number {
		const known = this.#own.get(unit);
		if (known !== undefined) return known;
		const { ids } = this.#framework;
		const id = ids[unit]!;
		const isItem = this.#framework.unit(id) === unit;
		const says = isItem ? 'item' : this.#framework.inference(id) === unit ? 'inference' : 'reverse';
		const made = this.#say(unit, says);
		this.#own.set(unit, made);
		return made;
	}

	#say(unit: number, says: string): number {
		return this.#atoms.push({ id: this.#framework.ids[unit]!, says }) - 1;
	}
}
