import type { Debate } from '../model/debate.ts';
import type { Id, Premise, Relation } from '../model/item.ts';
import { NONE, POINT, type Graph } from './graph.ts';
import type { Strata } from './strata.ts';
import { asUnit, Units, type Entry } from './units.ts';

/** With more items than this changed at once, the order of evaluation is made anew. */
const MANY = 400;

/**
 * A debate as a graph (RULES.md says how it compiles), kept up with the debate item by item.
 * Claims, arguments, relations and evidence have a unit each; a relation on which something bears has a second one,
 * the point that its premises bear on its target.
 */
export class Framework {
	readonly #debate: Debate;
	readonly #units = new Units();

	constructor(debate: Debate, supposed: ReadonlyMap<Id, boolean> = new Map()) {
		this.#debate = debate;
		this.#units.supposed = supposed;
		const anew: Entry[] = [];
		for (const item of debate.items()) {
			const unit = asUnit(item);
			if (unit) anew.push(this.#units.add(unit));
		}
		this.#compile(anew);
	}

	get graph(): Graph {
		return this.#units.graph;
	}

	get strata(): Strata {
		return this.#units.strata;
	}

	/** The items that units stand for. */
	get ids(): readonly Id[] {
		return this.#units.ids;
	}

	/** The unit of an item: for a relation, whether it carries. */
	unit(id: Id): number | undefined {
		return this.#units.get(id)?.unit;
	}

	/** The point that the relation's premises bear on its target, where anything was said about that. */
	inference(id: Id): number | undefined {
		const inference = this.#units.get(id)?.inference;
		return inference === NONE ? undefined : inference;
	}

	/** Whether it is supposed that the item holds, or that it does not, whatever leads to it. */
	supposed(id: Id): boolean | undefined {
		return this.#units.supposed.get(id);
	}

	/** Supposes just this from now on, and answers with the units whose evaluation may differ. */
	suppose(supposed: ReadonlyMap<Id, boolean>): ReadonlySet<number> {
		const units = this.#units;
		const before = units.supposed;
		units.changed.clear();
		units.supposed = supposed;
		for (const id of new Set([...before.keys(), ...supposed.keys()])) {
			const entry = before.get(id) === supposed.get(id) ? undefined : units.get(id);
			if (entry) units.shape(entry);
		}
		return units.changed;
	}

	/** Takes over what is now true of the items `touched`, and answers with the units whose evaluation may differ. */
	take(touched: readonly Id[]): ReadonlySet<number> {
		this.#units.changed.clear();
		if (touched.length > MANY) this.strata.isStale = true;
		const anew = new Set<Entry>();
		const moved: Id[] = [];
		for (const id of touched) {
			const [entry, item] = [this.#units.get(id), asUnit(this.#debate.get(id))];
			if (entry?.item === item) continue;
			if (entry) this.#dismiss(entry);
			if (entry && entry.item.kind !== item?.kind) this.#units.drop(entry);
			if (!item) continue;
			// Where a reason hits an argument depends on its steps; an id that changed its kind has a new unit.
			if (entry && (item.kind === 'argument' || entry.item.kind !== item.kind)) moved.push(id);
			if (entry?.item.kind === item.kind) {
				entry.item = item;
				anew.add(entry);
			} else anew.add(this.#units.add(item));
		}
		for (const id of moved) for (const other of this.#referring(id)) anew.add(other);
		this.#compile(anew);
		return this.#units.changed;
	}

	#referring(id: Id): Entry[] {
		const roles = ['target', 'premise', 'step'] as const;
		const ids = roles.flatMap((role) => [...this.#debate.referrers(id, role)]);
		return ids.flatMap((other) => this.#units.get(other) ?? []);
	}

	#compile(entries: Iterable<Entry>): void {
		for (const entry of entries) {
			this.#dismiss(entry);
			this.#units.shape(entry);
		}
		for (const entry of entries) this.#draw(entry);
	}

	/** Makes the links that an item means. */
	#draw(entry: Entry): void {
		const units = this.#units;
		const { item, unit } = entry;
		switch (item.kind) {
			case 'claim':
				return;
			case 'argument':
				for (const step of item.steps) units.link(units.of(step).unit, unit, true);
				return;
			case 'evidence':
				return units.link(unit, units.hit(item.target), item.bearing === 'for');
			case 'relation':
				return this.#relate(entry, item);
		}
	}

	#relate(entry: Entry, item: Relation): void {
		const units = this.#units;
		const { sense, premises, target } = item;
		this.#assume(entry.unit, entry, item, null);
		if (target === null || sense === 'rephrase') return;
		units.link(entry.unit, units.hit(target), sense === 'support' || sense === 'entails');
		if (sense !== 'contrary' && sense !== 'contradictory') return;
		for (const premise of premises) {
			if (premise.negated) continue;
			const reverse = units.reverse(entry);
			this.#assume(reverse, entry, item, premise);
			units.link(units.of(target).unit, reverse, true);
			units.link(reverse, units.hit(premise.id), false);
		}
	}

	/** Lets `unit` rest on the inference and the premises of a relation, one of them left out. */
	#assume(unit: number, { inference }: Entry, { premises }: Relation, leftOut: Premise | null): void {
		const units = this.#units;
		// Whoever spoke of the inference first may have linked it already.
		const isKnown = this.graph.linksInto(unit).some((link) => this.graph.from[link] === inference);
		if (inference !== NONE && !isKnown) units.link(inference, unit, true);
		for (const premise of premises)
			if (premise !== leftOut) units.link(units.of(premise.id).unit, unit, !premise.negated);
	}

	/** Takes away the links that an item made. What others made to it stays, but for an argument: they are drawn anew. */
	#dismiss(entry: Entry): void {
		const { graph } = this;
		const { unit, item } = entry;
		if (item.kind === 'claim') return;
		if (item.kind !== 'evidence') graph.clear(unit);
		if (item.kind === 'argument') return;
		for (let link = graph.firstOut[unit]!; link !== NONE;) {
			const next = graph.nextOut[link]!;
			// Into an inference, the links are those of the relations and arguments that rest on this one.
			if (graph.form[graph.to[link]!] === POINT) this.#units.unlink(link);
			link = next;
		}
		if (item.kind === 'relation') this.#units.dropReverses(entry);
	}
}
