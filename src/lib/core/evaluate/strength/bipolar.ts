import type { Debate } from '../../model/debate.ts';
import type { Id } from '../../model/item.ts';
import { agreeing } from '../flatten.ts';
import { Framework } from '../framework.ts';
import { GONE, NEVER, POINT } from '../graph.ts';
import { baseOf, circularInferences, circularSupport, type BaseScore } from './base.ts';

/**
 * What an argument of a weighted framework says: that an item holds, that a relation's premises bear on its target,
 * what a contrary says the other way round, or that one of those does not hold.
 */
export type WeightedSaying = 'item' | 'inference' | 'reverse' | 'denied';

export interface WeightedArgument {
	readonly id: Id;
	readonly says: WeightedSaying;
	/** From 0 to 1. */
	readonly base: number;
}

/** Arguments with base scores, and who attacks and supports whom by their places in the list. */
export interface WeightedFramework {
	readonly arguments: readonly WeightedArgument[];
	readonly attacks: readonly (readonly [from: number, to: number])[];
	readonly supports: readonly (readonly [from: number, to: number])[];
	/** The argument that says that an item holds; a relation with one premise shares that of its premise. */
	readonly of: ReadonlyMap<Id, number>;
	/** Whether DF-QuAD gives its arguments the strengths of the debate: not, where premises are joined, which it multiplies. */
	readonly isExact: boolean;
}

/**
 * The debate as a quantitative bipolar framework (Baroni and others 2015). A reason with one premise is an edge from
 * it; any other is an argument with base score 1 that is attacked by the denial of each premise and of the inference.
 * Support in a circle is left out, as it is everywhere.
 */
export function bipolar(debate: Debate, said: BaseScore = () => undefined): WeightedFramework {
	return new Weighing(debate, said).made();
}

class Weighing {
	readonly #said: BaseScore;
	readonly #framework: Framework;
	readonly #arguments: WeightedArgument[] = [];
	readonly #attacks: [number, number][] = [];
	readonly #supports: [number, number][] = [];
	/** The argument for a unit, and that against it. */
	readonly #own = new Map<number, number>();
	readonly #denied = new Map<number, number>();
	/** Edges that there are, as text. */
	readonly #edges = new Set<string>();
	readonly #circular: ReadonlySet<number>;
	#isExact = true;

	constructor(debate: Debate, said: BaseScore) {
		this.#said = said;
		this.#framework = new Framework(debate);
		this.#circular = circularInferences(this.#framework.graph);
	}

	made(): WeightedFramework {
		const { graph, ids } = this.#framework;
		const units = Array.from({ length: graph.units }, (_, unit) => unit);
		const points = units.filter((unit) => graph.form[unit] === POINT);
		const circular = circularSupport(graph);
		for (const unit of points) this.#argument(unit);
		for (const unit of points) {
			const links = graph.linksInto(unit).reverse();
			const isOwn = (link: number) => agreeing(graph, graph.from[link]!) === graph.from[link];
			for (const link of [...links.filter(isOwn), ...links.filter((each) => !isOwn(each))])
				if (!circular.has(link)) this.#bear(link);
		}
		const of = new Map<Id, number>();
		for (const unit of units) {
			const id = ids[unit]!;
			if (graph.form[unit] === GONE || this.#framework.unit(id) !== unit) continue;
			of.set(id, this.#own.get(unit) ?? this.#argument(agreeing(graph, unit)));
		}
		for (const [unit, at] of this.#own) if (graph.form[unit] !== POINT) this.#rest(unit, at);
		return {
			arguments: this.#arguments,
			attacks: this.#attacks,
			supports: this.#supports,
			of,
			isExact: this.#isExact
		};
	}

	/** Draws a link into a point. */
	#bear(link: number): void {
		const { graph } = this.#framework;
		const [source, to] = [graph.from[link]!, this.#argument(graph.to[link]!)];
		const isPro = graph.isPro[link] === 1;
		const short = this.#argument(agreeing(graph, source));
		const edge = `${short} ${isPro} ${to}`;
		// Two reasons from one premise count twice; of two edges that are the same, a file would keep one.
		const from = this.#edges.has(edge) ? this.#argument(source) : short;
		this.#edges.add(edge);
		(isPro ? this.#supports : this.#attacks).push([from, to]);
	}

	/** Draws what an inference rests on. */
	#rest(unit: number, at: number): void {
		const { graph, ids } = this.#framework;
		const inference = this.#framework.inference(ids[unit]!);
		const links = graph.linksInto(unit).reverse();
		if (links.filter((link) => graph.from[link] !== inference).length > 1) this.#isExact = false;
		const against = links.map((link) => {
			const source = agreeing(graph, graph.from[link]!);
			return graph.isPro[link] === 1 ? this.#denial(source) : this.#argument(source);
		});
		for (const each of new Set(against)) this.#attacks.push([each, at]);
	}

	#argument(unit: number): number {
		const known = this.#own.get(unit);
		if (known !== undefined) return known;
		const { graph, ids } = this.#framework;
		const id = ids[unit]!;
		const isItem = this.#framework.unit(id) === unit;
		const says = isItem ? 'item' : this.#framework.inference(id) === unit ? 'inference' : 'reverse';
		const base = graph.form[unit] === POINT ? baseOf(this.#framework, unit, this.#said) : 1;
		const isVoid = graph.form[unit] === NEVER || this.#circular.has(unit);
		const at = this.#arguments.push({ id, says, base: isVoid ? 0 : base }) - 1;
		this.#own.set(unit, at);
		return at;
	}

	#denial(unit: number): number {
		const known = this.#denied.get(unit);
		if (known !== undefined) return known;
		const at = this.#arguments.push({ id: this.#framework.ids[unit]!, says: 'denied', base: 1 }) - 1;
		this.#denied.set(unit, at);
		this.#attacks.push([this.#argument(unit), at]);
		return at;
	}
}
