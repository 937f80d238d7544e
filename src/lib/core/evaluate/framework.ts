import type { Debate } from '../model/debate.ts';
import type { Id, Premise, Relation } from '../model/item.ts';
import { NONE, POINT, type Graph } from './graph.ts';
import type { Strata } from './strata.ts';
import { asUnit, Units, type Unit } from './units.ts';

/** With more items than this changed at once, the order of evaluation is made anew. */
const MANY = 400;

/**
 * A debate as a graph (RULES.md says how it compiles), kept up with the debate item by item.
 * Claims, arguments, relations and evidence have a unit each; a relation on which something bears has a second one,
 * the point that its premises bear on its target.
 */
export class Framework {
	readonly #debate: Debate;
	readonly #units: Units;
	readonly #compiled = new Map<Id, Unit>();

	constructor(debate: Debate) {
		this.#debate = debate;
		this.#units = new Units(debate);
		const ids: Id[] = [];
		for (const { id } of debate.items()) ids.push(id);
		this.take(ids);
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
		return this.#units.known(id);
	}

	/** The point that the relation's premises bear on its target, where anything was said about that. */
	inference(id: Id): number | undefined {
		return this.#units.knownInference(id);
	}

	/** Takes over what is now true of the items `touched`, and answers with the units whose evaluation may differ. */
	take(touched: Iterable<Id>): ReadonlySet<number> {
		this.#units.changed.clear();
		const anew = new Set<Unit>();
		for (const id of touched) {
			const [before, after] = [this.#compiled.get(id), asUnit(this.#debate.get(id))];
			if (before === after) continue;
			if (before) this.#dismiss(before);
			if (before && before.kind !== after?.kind) this.#units.drop(id);
			if (!after) {
				this.#compiled.delete(id);
				continue;
			}
			this.#compiled.set(id, after);
			anew.add(after);
			// Where a reason hits an argument depends on its steps; an id that changed its kind has a new unit.
			if (before && (after.kind === 'argument' || before.kind !== after.kind))
				for (const other of this.#referring(id)) anew.add(other);
		}
		if (anew.size > MANY) this.strata.isStale = true;
		// Arguments first: to compile one lets go of all that bears on it.
		for (const item of anew) if (item.kind === 'argument') this.#compile(item);
		for (const item of anew) if (item.kind !== 'argument') this.#compile(item);
		return this.#units.changed;
	}

	#referring(id: Id): Unit[] {
		const roles = ['target', 'premise', 'step'] as const;
		const ids = roles.flatMap((role) => [...this.#debate.referrers(id, role)]);
		return ids.flatMap((other) => this.#compiled.get(other) ?? []);
	}

	#compile(item: Unit): void {
		const units = this.#units;
		const unit = units.of(item.id);
		this.#dismiss(item);
		units.shape(unit, item);
		switch (item.kind) {
			case 'claim':
				return;
			case 'argument':
				for (const step of item.steps) units.link(units.of(step), unit, true);
				return;
			case 'evidence':
				return units.link(unit, units.hit(item.target), item.bearing === 'for');
			case 'relation':
				return this.#relate(unit, item);
		}
	}

	#relate(unit: number, item: Relation): void {
		const units = this.#units;
		const { id, sense, premises, target } = item;
		this.#assume(unit, item, null);
		if (target === null || sense === 'rephrase') return;
		units.link(unit, units.hit(target), sense === 'support' || sense === 'entails');
		if (sense !== 'contrary' && sense !== 'contradictory') return;
		for (const premise of premises) {
			if (premise.negated) continue;
			const reverse = units.reverse(id);
			this.#assume(reverse, item, premise);
			units.link(units.of(target), reverse, true);
			units.link(reverse, units.hit(premise.id), false);
		}
	}

	/** Lets `unit` rest on the inference and the premises of a relation, one of them left out. */
	#assume(unit: number, { id, premises }: Relation, leftOut: Premise | null): void {
		const units = this.#units;
		const inference = units.knownInference(id);
		if (inference !== undefined) units.link(inference, unit, true);
		for (const premise of premises)
			if (premise !== leftOut) units.link(units.of(premise.id), unit, !premise.negated);
	}

	/** Takes away the links that `item` made; what others made to it stays, but for an argument. */
	#dismiss(item: Unit): void {
		const { graph } = this;
		const unit = this.#units.known(item.id);
		if (unit === undefined || item.kind === 'claim') return;
		if (item.kind !== 'evidence') graph.clear(unit);
		if (item.kind === 'argument') return;
		for (let link = graph.firstOut[unit]!; link !== NONE;) {
			const next = graph.nextOut[link]!;
			// Into an inference, the links are those of the relations and arguments that rest on this one.
			if (graph.form[graph.to[link]!] === POINT) this.#units.unlink(link);
			link = next;
		}
		if (item.kind === 'relation') this.#units.dropReverses(item.id);
	}
}
