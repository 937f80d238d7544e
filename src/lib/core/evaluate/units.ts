import type { Argument, Claim, Evidence, Id, Item, Relation } from '../model/item.ts';
import { ALL, AUTO, BALANCED, GIVEN, Graph, MUST, NEVER, NONE, POINT, SCINTILLA, STRICT } from './graph.ts';
import { IN, OPEN, OUT } from './label.ts';
import { Strata } from './strata.ts';

/** What has a unit of its own. */
export type UnitItem = Claim | Argument | Relation | Evidence;

/** The units of one item. */
export interface Entry {
	item: UnitItem;
	readonly unit: number;
	/** The point that a relation's premises bear on its target; `NONE` while nobody spoke of it. */
	inference: number;
	/** What a contrary relation says the other way round. */
	reverses: readonly number[];
}

const BASIS = { auto: AUTO, given: GIVEN, open: MUST } as const;
const STANDARD = { balanced: BALANCED, strict: STRICT, scintilla: SCINTILLA } as const;
const NOTHING: readonly number[] = [];

/** The units of a debate's items, and which of them may be evaluated otherwise since `changed` was emptied. */
export class Units {
	readonly graph = new Graph();
	readonly strata = new Strata(this.graph);
	/** The item that a unit stands for. */
	readonly ids: Id[] = [];
	readonly changed = new Set<number>();
	/** What is supposed to hold, or not to, whatever leads to it. */
	supposed: ReadonlyMap<Id, boolean> = new Map();
	readonly #entries = new Map<Id, Entry>();

	/** The units of an item, if it has any. */
	get(id: Id): Entry | undefined {
		return this.#entries.get(id);
	}

	/** The units of an item that is known to have them. */
	of(id: Id): Entry {
		const entry = this.#entries.get(id);
		if (!entry) throw new RangeError(`no unit for ${id}`);
		return entry;
	}

	/** A unit for a new item, with no links yet. */
	add(item: UnitItem): Entry {
		const unit = this.graph.add(POINT);
		this.ids[unit] = item.id;
		if (!this.strata.isStale) {
			const [low, high] = item.kind === 'relation' ? this.#between(item) : [];
			this.strata.add(unit, low, high);
		}
		const entry: Entry = { item, unit, inference: NONE, reverses: NOTHING };
		this.#entries.set(item.id, entry);
		this.shape(entry);
		return entry;
	}

	/** Gives a unit the form that its item has now. */
	shape({ unit, item }: Entry): void {
		const { form, basis, standard } = this.graph;
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
		this.graph.fixed[unit] = holds === undefined ? OPEN : holds ? IN : OUT;
		this.#touch(unit);
	}

	/** Where a reason for or against an item lands. */
	hit(id: Id): number {
		const entry = this.of(id);
		const { item, unit } = entry;
		if (item.kind === 'relation') return this.#inferenceOf(entry);
		const last = item.kind === 'argument' ? item.steps.at(-1) : undefined;
		return last === undefined ? unit : this.#inferenceOf(this.of(last));
	}

	/** One more unit for what a contrary relation says the other way round. */
	reverse(entry: Entry): number {
		const unit = this.#extra(entry.item.id, ALL);
		entry.reverses = [...entry.reverses, unit];
		return unit;
	}

	/** Takes away what contrary relations say the other way round. */
	dropReverses(entry: Entry): void {
		for (const unit of entry.reverses) this.#drop(unit);
		entry.reverses = NOTHING;
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

	/** Takes all units of an item away. */
	drop(entry: Entry): void {
		this.#drop(entry.unit);
		if (entry.inference !== NONE) this.#drop(entry.inference);
		this.dropReverses(entry);
		this.#entries.delete(entry.item.id);
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

	#inferenceOf(entry: Entry): number {
		if (entry.inference !== NONE) return entry.inference;
		const { graph, strata } = this;
		const isOrdered = !strata.isStale;
		const low = isOrdered
			? Math.max(...graph.linksInto(entry.unit).map((link) => strata.rankOf(graph.from[link]!)))
			: 0;
		const made = this.#extra(entry.item.id, POINT, low, isOrdered ? strata.rankOf(entry.unit) : 0);
		entry.inference = made;
		this.link(made, entry.unit, true);
		for (const reverse of entry.reverses) this.link(made, reverse, true);
		return made;
	}

	#extra(id: Id, form: typeof ALL | typeof POINT, low?: number, high?: number): number {
		const unit = this.graph.add(form);
		this.ids[unit] = id;
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
		const entry = this.#entries.get(id);
		return entry && this.strata.rankOf(entry.unit);
	}
}

/** The item if it is one that has a unit. */
export function asUnit(item: Item | undefined): UnitItem | undefined {
	return item === undefined || item.kind === 'source' || item.kind === 'group' ? undefined : item;
}
