import type { Debate } from '../model/debate.ts';
import type { Id } from '../model/item.ts';
import { Components } from './components.ts';
import { Framework } from './framework.ts';
import { ALL, GONE, NEVER, NONE, POINT, SCINTILLA, STRICT, type Graph } from './graph.ts';

/**
 * What an argument of a plain framework says. `item`: that the item holds. `inference`: that the relation's premises
 * bear on its target. `reverse`: what a contrary says the other way round. The others are about a point or premise: `denied`, that it does not hold; `unsupported` and
 * `unopposed`, that no reason for it or against it holds; `winning` and `losing`, that the reasons for it or
 * against it carry the day; `doubted`, that nothing makes it hold; `beyond`, a fact that nothing attacks.
 */
export type Saying =
	| 'item'
	| 'inference'
	| 'reverse'
	| 'denied'
	| 'unsupported'
	| 'unopposed'
	| 'winning'
	| 'losing'
	| 'doubted'
	| 'beyond';

export interface PlainArgument {
	readonly id: Id;
	readonly says: Saying;
}

/** Arguments, and who attacks whom by their places in the list. */
export interface PlainFramework {
	readonly arguments: readonly PlainArgument[];
	readonly attacks: readonly (readonly [from: number, to: number])[];
	/** The argument that says that an item holds; a relation with one premise shares that of its premise. */
	readonly of: ReadonlyMap<Id, number>;
	/** Whether its grounded, preferred and stable extensions are those of the debate: not, where support goes in a circle. */
	readonly isExact: boolean;
}

/**
 * The debate as an abstract argumentation framework (Dung 1995), for solvers that know nothing else. One of claims
 * that attack each other one by one comes out as it is; joined premises, reasons for something and standards add
 * arguments that mean what the program of the debate does (RULES.md). It grows linearly with the debate.
 */
export function flatten(debate: Debate): PlainFramework {
	return new Flattening(new Framework(debate)).made();
}

/** The unit that a unit always agrees with: an inference from one premise is as good as that premise. */
export function agreeing(graph: Graph, unit: number): number {
	const seen = new Set<number>();
	for (let at = unit; ; at = graph.from[graph.firstIn[at]!]!) {
		if (graph.form[at] !== ALL || graph.pros[at] !== 1 || graph.cons[at] !== 0) return at;
		if (seen.has(at)) return unit;
		seen.add(at);
	}
}

/** Whether support goes round in a circle anywhere. */
export function hasCircularSupport(graph: Graph): boolean {
	const units = Int32Array.from({ length: graph.units }, (_, unit) => unit);
	const isPro = (link: number) => graph.isPro[link] === 1;
	let isFound = false;
	new Components(graph).each(units, isPro, (members, start, end) => {
		const only = members[start]!;
		const isLoop = (link: number) => isPro(link) && graph.from[link] === only;
		if (end > start + 1 || graph.linksInto(only).some(isLoop)) isFound = true;
	});
	return isFound;
}

class Flattening {
	readonly #framework: Framework;
	readonly #graph: Graph;
	readonly #arguments: PlainArgument[] = [];
	readonly #attacks: [number, number][] = [];
	/** The argument for a unit, and that against it. */
	readonly #own = new Map<number, number>();
	readonly #denied = new Map<number, number>();

	constructor(framework: Framework) {
		this.#framework = framework;
		this.#graph = framework.graph;
	}

	made(): PlainFramework {
		const graph = this.#graph;
		const units = Array.from({ length: graph.units }, (_, unit) => unit).filter(
			(unit) => graph.form[unit] !== GONE
		);
		for (const unit of units) if (agreeing(graph, unit) === unit) this.#own.set(unit, this.#name(unit));
		for (const unit of this.#own.keys()) this.#draw(unit);
		const of = new Map<Id, number>();
		for (const unit of units) {
			const id = this.#framework.ids[unit]!;
			if (this.#framework.unit(id) === unit) of.set(id, this.#argument(unit));
		}
		const isExact = !hasCircularSupport(graph);
		return { arguments: this.#arguments, attacks: this.#attacks, of, isExact };
	}

	#name(unit: number): number {
		const id = this.#framework.ids[unit]!;
		if (this.#framework.unit(id) === unit) return this.#say(unit, 'item');
		return this.#say(unit, this.#framework.inference(id) === unit ? 'inference' : 'reverse');
	}

	#draw(unit: number): void {
		const { form } = this.#graph;
		const own = this.#argument(unit);
		if (form[unit] === POINT) this.#weigh(unit, own);
		else if (form[unit] === NEVER) this.#attack(this.#say(unit, 'beyond'), own);
		else {
			for (const pro of this.#leading(unit, true)) this.#attack(this.#denial(pro), own);
			for (const con of this.#leading(unit, false)) this.#attack(this.#argument(con), own);
		}
	}

	#weigh(unit: number, own: number): void {
		const { standard } = this.#graph;
		const isGiven = this.#graph.isGiven(unit);
		const [pros, cons] = [true, false].map((isPro) =>
			this.#leading(unit, isPro).map((source) => this.#argument(source))
		) as [number[], number[]];
		if (pros.length === 0) {
			if (!isGiven) this.#attack(this.#say(unit, 'beyond'), own);
			for (const con of isGiven ? cons : []) this.#attack(con, own);
			return;
		}
		const winning = isGiven ? this.#say(unit, 'winning') : own;
		this.#attack(this.#none(unit, 'unsupported', pros), winning);
		const isWeighed = cons.length > 0 && standard[unit] !== SCINTILLA && standard[unit] !== STRICT;
		const unopposed = isWeighed || isGiven ? this.#none(unit, 'unopposed', cons) : NONE;
		if (standard[unit] === STRICT) for (const con of cons) this.#attack(con, winning);
		if (isWeighed) {
			const losing = this.#say(unit, 'losing');
			this.#attack(unopposed, losing);
			this.#attack(losing, winning);
			this.#attack(winning, losing);
		}
		if (!isGiven) return;
		const doubted = this.#say(unit, 'doubted');
		this.#attack(doubted, own);
		this.#attack(winning, doubted);
		this.#attack(unopposed, doubted);
	}

	/** An argument that holds when none of `others` does. */
	#none(unit: number, says: Saying, others: readonly number[]): number {
		const made = this.#say(unit, says);
		for (const other of others) this.#attack(other, made);
		return made;
	}

	#denial(unit: number): number {
		const agreed = agreeing(this.#graph, unit);
		const known = this.#denied.get(agreed);
		if (known !== undefined) return known;
		const made = this.#none(agreed, 'denied', [this.#argument(agreed)]);
		this.#denied.set(agreed, made);
		return made;
	}

	#argument(unit: number): number {
		return this.#own.get(agreeing(this.#graph, unit))!;
	}

	#leading(unit: number, isPro: boolean): number[] {
		const links = this.#graph.linksInto(unit).filter((link) => (this.#graph.isPro[link] === 1) === isPro);
		return [...new Set(links.map((link) => this.#graph.from[link]!))].reverse();
	}

	#say(unit: number, says: Saying): number {
		return this.#arguments.push({ id: this.#framework.ids[unit]!, says }) - 1;
	}

	#attack(from: number, to: number): void {
		this.#attacks.push([from, to]);
	}
}
