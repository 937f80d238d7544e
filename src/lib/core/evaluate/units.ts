import type { Debate } from '../model/debate.ts';
import type { Argument, Claim, Evidence, Id, Item, Relation } from '../model/item.ts';
import {
	ALL,
	AUTO,
	BALANCED,
	GIVEN,
	Graph,
	MUST,
	NEVER,
	POINT,
	SCINTILLA,
	STRICT,
	type Form
} from './graph.ts';
import { Strata } from './strata.ts';

/** What has a unit of its own. */
export type Unit = Claim | Argument | Relation | Evidence;

const BASIS = { auto: AUTO, given: GIVEN, open: MUST } as const;
const STANDARD = { balanced: BALANCED, strict: STRICT, scintilla: SCINTILLA } as const;

/** The units of a debate's items, made when they are first spoken of, and what may differ since `changed` was emptied. */
export class Units {
	readonly graph = new Graph();
	readonly strata = new Strata(this.graph);
	/** The item that a unit stands for. */
	readonly ids: Id[] = [];
	readonly changed = new Set<number>();
	readonly #debate: Debate;
	readonly #units = new Map<Id, number>();
	readonly #inferences = new Map<Id, number>();
	/** What contrary relations say the other way round. */
	readonly #reverses = new Map<Id, number[]>();

	constructor(debate: Debate) {
		this.#debate = debate;
	}

	/** The unit of an item, if it has one yet. */
	known(id: Id): number | undefined {
		return this.#units.get(id);
	}

	/** The point that a relation's premises bear on its target, if it has one yet. */
	knownInference(id: Id): number | undefined {
		return this.#inferences.get(id);
	}

	/** The unit of an item of the debate. */
	of(id: Id): number {
		const known = this.#units.get(id);
		if (known !== undefined) return known;
		const item = asUnit(this.#debate.get(id));
		if (!item) throw new RangeError(`no unit for ${id}`);
		const [low, high] = item.kind === 'relation' ? this.#between(item) : [];
		const unit = this.#add(id, POINT, low, high);
		this.#units.set(id, unit);
		this.shape(unit, item);
		return unit;
	}

	/** Where a reason for or against an item lands. */
	hit(id: Id): number {
		const item = this.#debate.get(id);
		const relation =
			item?.kind === 'argument' ? item.steps.at(-1) : item?.kind === 'relation' ? id : undefined;
		return relation === undefined ? this.of(id) : this.#inferenceOf(relation);
	}

	/** One more unit for what a contrary relation says the other way round. */
	reverse(id: Id): number {
		const unit = this.#add(id, ALL);
		this.#reverses.set(id, [...this.reverses(id), unit]);
		this.changed.add(unit);
		return unit;
	}

	reverses(id: Id): readonly number[] {
		return this.#reverses.get(id) ?? [];
	}

	/** Gives the unit the form of its item. */
	shape(unit: number, item: Unit): void {
		const { form, basis, standard } = this.graph;
		form[unit] = formOf(item);
		basis[unit] = item.kind === 'claim' ? BASIS[item.basis] : GIVEN;
		standard[unit] = item.kind === 'claim' ? STANDARD[item.standard] : BALANCED;
		this.changed.add(unit);
	}

	/** Links two units. */
	link(from: number, to: number, isPro: boolean): void {
		this.graph.link(from, to, isPro);
		this.strata.link(from, to);
		this.changed.add(to);
	}

	/** Takes a link away. */
	unlink(link: number): void {
		this.changed.add(this.graph.to[link]!);
		this.graph.unlink(link);
	}

	/** Takes all units of an item away. */
	drop(id: Id): void {
		for (const units of [this.#units, this.#inferences]) {
			const unit = units.get(id);
			if (unit !== undefined) this.#drop(unit);
			units.delete(id);
		}
		this.dropReverses(id);
	}

	dropReverses(id: Id): void {
		for (const unit of this.reverses(id)) this.#drop(unit);
		this.#reverses.delete(id);
	}

	#drop(unit: number): void {
		const { graph } = this;
		for (let link = graph.firstOut[unit]!; link !== -1; link = graph.firstOut[unit]!) this.unlink(link);
		graph.remove(unit);
		this.changed.add(unit);
	}

	#inferenceOf(id: Id): number {
		const known = this.#inferences.get(id);
		if (known !== undefined) return known;
		const { graph } = this;
		const unit = this.of(id);
		const low = Math.max(...graph.linksInto(unit).map((link) => this.#rank(graph.from[link]!)));
		const made = this.#add(id, POINT, low, this.#rank(unit));
		this.#inferences.set(id, made);
		for (const resting of [unit, ...this.reverses(id)]) this.link(made, resting, true);
		return made;
	}

	/** The ranks between which a new relation belongs, as far as they are known. */
	#between({ premises, target }: Relation): [low: number | undefined, high: number | undefined] {
		const rank = (id: Id) => (this.#units.has(id) ? this.#rank(this.#units.get(id)!) : undefined);
		const low = premises.flatMap(({ id }) => rank(id) ?? []);
		return [Math.max(...low), target === null ? undefined : rank(target)];
	}

	#rank(unit: number): number {
		return this.strata.isStale ? 0 : this.strata.rankOf(unit);
	}

	#add(id: Id, form: Form, low?: number, high?: number): number {
		const unit = this.graph.add(form);
		this.ids[unit] = id;
		if (!this.strata.isStale) this.strata.add(unit, low, high);
		return unit;
	}
}

function formOf(item: Unit): Form {
	if (item.kind === 'relation') return item.premises.length === 0 ? NEVER : ALL;
	return item.kind === 'argument' && item.steps.length > 0 ? ALL : POINT;
}

/** The item if it is one that has a unit. */
export function asUnit(item: Item | undefined): Unit | undefined {
	return item === undefined || item.kind === 'source' || item.kind === 'group' ? undefined : item;
}
