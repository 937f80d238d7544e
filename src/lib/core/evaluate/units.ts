import type { Argument, Claim, Evidence, Id, Item, Relation } from '../model/item.ts';
import { ALL, AUTO, BALANCED, GIVEN, Graph, MUST, NEVER, NONE, POINT, SCINTILLA, STRICT } from './graph.ts';
import { IN, OPEN, OUT } from './label.ts';
import { Strata } from './strata.ts';

/** What has a unit of its own. */
export type UnitItem = Claim | Argument | Relation | Evidence;

const BASIS = { auto: AUTO, given: GIVEN, open: MUST } as const;
const STANDARD = { balanced: BALANCED, strict: STRICT, scintilla: SCINTILLA } as const;

/** The units of a debate's items, and which of them may be evaluated otherwise since `changed` was emptied. */
export class Units {
	readonly graph = new Graph();
	readonly strata = new Strata(this.graph);
	/** The item that a unit stands for. */
	readonly ids: Id[] = [];
	readonly changed = new Set<number>();
	/** What is supposed to hold, or not to, whatever leads to it. */
	supposed: ReadonlyMap<Id, boolean> = new Map();
	/** The item whose own a unit is; nothing for the other units that an item can have. */
	readonly #items: (UnitItem | undefined)[] = [];
	readonly #own = new Map<Id, number>();
	/** The point that a relation's premises bear on its target, by the relation's unit; none while nobody spoke of it. */
	readonly #inferences = new Map<number, number>();
	/** What contrary relations say the other way round, by their units. */
	readonly #reverses = new Map<number, readonly number[]>();

	/** The unit of an item, if it has one. */
	get(id: Id): number | undefined {
		return this.#own.get(id);
	}

	/** The unit of an item that is known to have one. */
	of(id: Id): number {
		const unit = this.#own.get(id);
		if (unit === undefined) throw new RangeError(`no unit for ${id}`);
		return unit;
	}

	/** The item whose own the unit is. */
	item(unit: number): UnitItem | undefined {
		return this.#items[unit];
	}

	/** The point that a relation's premises bear on its target; `NONE` while nobody spoke of it. */
	inference(unit: number): number {
		return this.#inferences.get(unit) ?? NONE;
	}

	/** A unit for a new item, with no links yet. */
	add(item: UnitItem): number {
		const unit = this.graph.add(POINT);
		this.ids[unit] = item.id;
		this.#items[unit] = item;
		this.#own.set(item.id, unit);
		if (!this.strata.isStale) {
			const [low, high] = item.kind === 'relation' ? this.#between(item) : [];
			this.strata.add(unit, low, high);
		}
		this.#shape(unit, item);
		this.#touch(unit);
		return unit;
	}

	/** Takes over what an item is now. Its links stay. */
	become(unit: number, item: UnitItem): void {
		const before = this.#nature(unit);
		this.#items[unit] = item;
		this.#shape(unit, item);
		if (this.#nature(unit) !== before) this.#touch(unit);
	}

	/** Where a reason for or against an item lands. */
	hit(id: Id): number {
		const unit = this.of(id);
		if (this.graph.form[unit] === POINT) return unit;
		const item = this.#items[unit];
		const last = item?.kind === 'argument' ? item.steps.at(-1) : undefined;
		return this.#inferenceOf(last === undefined ? unit : this.of(last));
	}

	/** One more unit for what a contrary relation says the other way round. */
	reverse(unit: number): number {
		const made = this.#extra(this.ids[unit]!, ALL);
		this.#reverses.set(unit, [...(this.#reverses.get(unit) ?? []), made]);
		return made;
	}

	/** Takes away what a contrary relation says the other way round. */
	dropReverses(unit: number): void {
		for (const reverse of this.#reverses.get(unit) ?? []) this.#drop(reverse);
		this.#reverses.delete(unit);
	}

	/** Links two units. */
	link(from: number, to: number, isPro: boolean): void {
		this.graph.link(from, to, isPro);
		this.strata.link(from, to);
		this.#touch(to);
	}

	/** Takes a link away. */
	unlink(link: number): void {
		this.#touch(this.graph.to[link]!);
		this.graph.unlink(link);
	}

	/** Takes the unit of an item away, and all others that it has. */
	drop(unit: number): void {
		const inference = this.inference(unit);
		this.#drop(unit);
		if (inference !== NONE) this.#drop(inference);
		this.dropReverses(unit);
		this.#inferences.delete(unit);
		this.#own.delete(this.ids[unit]!);
		this.#items[unit] = undefined;
	}

	/** Gives a unit the form that its item has now. */
	#shape(unit: number, item: UnitItem): void {
		const { form, basis, standard, fixed } = this.graph;
		if (item.kind === 'claim') {
			basis[unit] = BASIS[item.basis];
			standard[unit] = STANDARD[item.standard];
		} else {
			basis[unit] = GIVEN;
			standard[unit] = BALANCED;
		}
		if (item.kind === 'relation') form[unit] = item.premises.length === 0 ? NEVER : ALL;
		else form[unit] = item.kind === 'argument' && item.steps.length > 0 ? ALL : POINT;
		const holds = this.supposed.get(item.id);
		fixed[unit] = holds === undefined ? OPEN : holds ? IN : OUT;
	}

	/** What a unit is apart from its links, as a number: words are no part of it. */
	#nature(unit: number): number {
		const { form, basis, standard, fixed } = this.graph;
		return form[unit]! + 4 * (basis[unit]! + 4 * (standard[unit]! + 4 * fixed[unit]!));
	}

	/** While the order is to be made anew, everything will be. */
	#touch(unit: number): void {
		if (!this.strata.isStale) this.changed.add(unit);
	}

	#drop(unit: number): void {
		const { graph } = this;
		for (let link = graph.firstOut[unit]!; link !== NONE; link = graph.firstOut[unit]!) this.unlink(link);
		graph.remove(unit);
		this.#touch(unit);
	}

	#inferenceOf(unit: number): number {
		const known = this.#inferences.get(unit);
		if (known !== undefined) return known;
		const { graph, strata } = this;
		const isOrdered = !strata.isStale;
		const low = isOrdered
			? Math.max(...graph.linksInto(unit).map((link) => strata.rankOf(graph.from[link]!)))
			: 0;
		const made = this.#extra(this.ids[unit]!, POINT, low, isOrdered ? strata.rankOf(unit) : 0);
		this.#inferences.set(unit, made);
		this.link(made, unit, true);
		for (const reverse of this.#reverses.get(unit) ?? []) this.link(made, reverse, true);
		return made;
	}

	#extra(id: Id, form: typeof ALL | typeof POINT, low?: number, high?: number): number {
		const unit = this.graph.add(form);
		this.ids[unit] = id;
		this.#items[unit] = undefined;
		if (!this.strata.isStale) this.strata.add(unit, low, high);
		this.#touch(unit);
		return unit;
	}

	/** The ranks between which a new relation belongs, as far as they are known. */
	#between({ premises, target }: Relation): [low: number, high: number | undefined] {
		let low = -Infinity;
		for (const { id } of premises) low = Math.max(low, this.#rank(id) ?? low);
		return [low, target === null ? undefined : this.#rank(target)];
	}

	#rank(id: Id): number | undefined {
		const unit = this.#own.get(id);
		return unit === undefined ? undefined : this.strata.rankOf(unit);
	}
}

/** The item if it is one that has a unit. */
export function asUnit(item: Item | undefined): UnitItem | undefined {
	return item === undefined || item.kind === 'source' || item.kind === 'group' ? undefined : item;
}
