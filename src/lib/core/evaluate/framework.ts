import type { Debate } from '../model/debate.ts';
import type { Id, Premise, Relation } from '../model/item.ts';
import { NONE, POINT, type Graph } from './graph.ts';
import type { Strata } from './strata.ts';
import { asUnit, Units, type UnitItem } from './units.ts';

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
		for (const item of debate.items()) {
			const unit = asUnit(item);
			if (unit) this.#units.add(unit);
		}
		const { units } = this.graph;
		for (let unit = 0; unit < units; unit++) this.#draw(unit);
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
		return this.#units.get(id);
	}

	/** The item whose own a unit is; nothing for what else is said of an item, such as an inference. */
	item(unit: number): UnitItem | undefined {
		return this.#units.item(unit);
	}

	/** The point that the relation's premises bear on its target, where anything was said about that. */
	inference(id: Id): number | undefined {
		const unit = this.#units.get(id);
		const inference = unit === undefined ? NONE : this.#units.inference(unit);
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
			const unit = before.get(id) === supposed.get(id) ? undefined : units.get(id);
			if (unit !== undefined) units.become(unit, units.item(unit)!);
		}
		return units.changed;
	}

	/** Takes over what is now true of the items `touched`, and answers with the units whose evaluation may differ. */
	take(touched: readonly Id[]): ReadonlySet<number> {
		const units = this.#units;
		units.changed.clear();
		if (touched.length > MANY) this.strata.isStale = true;
		const anew = new Set<number>();
		const moved: Id[] = [];
		for (const id of touched) {
			const [unit, item] = [units.get(id), asUnit(this.#debate.get(id))];
			const before = unit === undefined ? undefined : units.item(unit);
			if (before === item) continue;
			const isSame = before?.kind === item?.kind;
			if (unit !== undefined) this.#dismiss(unit);
			if (unit !== undefined && !isSame) units.drop(unit);
			if (!item) continue;
			// Where a reason hits an argument depends on its steps; an id that changed its kind has a new unit.
			if (before && (item.kind === 'argument' || !isSame)) moved.push(id);
			if (unit === undefined || !isSame) anew.add(units.add(item));
			else {
				units.become(unit, item);
				anew.add(unit);
			}
		}
		for (const id of moved) for (const other of this.#referring(id)) anew.add(other);
		for (const unit of anew) this.#dismiss(unit);
		for (const unit of anew) this.#draw(unit);
		return units.changed;
	}

	#referring(id: Id): number[] {
		const roles = ['target', 'premise', 'step'] as const;
		const ids = roles.flatMap((role) => [...this.#debate.referrers(id, role)]);
		return ids.flatMap((other) => this.#units.get(other) ?? []);
	}

	/** Makes the links that an item means. */
	#draw(unit: number): void {
		const units = this.#units;
		const item = units.item(unit);
		switch (item?.kind) {
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
		const { sense, premises, target } = item;
		this.#assume(unit, unit, item, null);
		if (target === null || sense === 'rephrase') return;
		units.link(unit, units.hit(target), sense === 'support' || sense === 'entails');
		if (sense !== 'contrary' && sense !== 'contradictory') return;
		for (const premise of premises) {
			if (premise.negated) continue;
			const reverse = units.reverse(unit);
			this.#assume(reverse, unit, item, premise);
			units.link(units.of(target), reverse, true);
			units.link(reverse, units.hit(premise.id), false);
		}
	}

	/** Lets `unit` rest on the inference of the relation `of` and on its premises, one of them left out. */
	#assume(unit: number, of: number, { premises }: Relation, leftOut: Premise | null): void {
		const units = this.#units;
		const inference = units.inference(of);
		if (inference !== NONE && !this.#isLinked(inference, unit)) units.link(inference, unit, true);
		for (const premise of premises)
			if (premise !== leftOut) units.link(units.of(premise.id), unit, !premise.negated);
	}

	/** Whoever spoke of an inference first may have linked it already. */
	#isLinked(inference: number, unit: number): boolean {
		return this.graph.linksInto(unit).some((link) => this.graph.from[link] === inference);
	}

	/** Takes away the links that an item made. What others made to it stays, but for an argument: they are drawn anew. */
	#dismiss(unit: number): void {
		const { graph } = this;
		const kind = this.#units.item(unit)?.kind;
		if (kind === 'claim') return;
		if (kind !== 'evidence') graph.clear(unit);
		if (kind === 'argument') return;
		for (let link = graph.firstOut[unit]!; link !== NONE;) {
			const next = graph.nextOut[link]!;
			// Into an inference, the links are those of the relations and arguments that rest on this one.
			if (graph.form[graph.to[link]!] === POINT) this.#units.unlink(link);
			link = next;
		}
		if (kind === 'relation') this.#units.dropReverses(unit);
	}
}
