import type { Step } from '#lib/core/edit/step.ts';
import { plant } from '#lib/core/edit/plant.ts';
import type { Bearing, Evidence, Id, Item } from '#lib/core/model/item.ts';
import { claim, evidence, premise, relation } from '#lib/core/model/make.ts';
import { between } from '#lib/core/model/order.ts';

/** Puts a debate together in reading order: each target's reasons come in the order in which they are added. */
export class Build {
	readonly #items: Item[] = [];
	readonly #last = new Map<Id, string>();

	/** A claim; `unstated` when a reason needs it and nobody says it. */
	claim(id: Id, text: string, unstated = false): this {
		this.#items.push(claim({ id, text, unstated, order: this.#next('') }));
		return this;
	}

	/** The claims, together, as one reason for `target`. */
	because(target: Id, ...premises: Id[]): this {
		return this.#relate('support', target, premises);
	}

	/** The claims, together, as one reason against `target`; against a relation it is an undercut. */
	but(target: Id, ...premises: Id[]): this {
		return this.#relate('attack', target, premises);
	}

	/** Evidence for or against `target`. */
	evidence(id: Id, bearing: Bearing, target: Id, fields: Partial<Omit<Evidence, 'kind' | 'id'>>): this {
		this.#items.push(evidence({ ...fields, id, bearing, target, order: this.#next(target) }));
		return this;
	}

	/** Anything else. */
	add(...items: Item[]): this {
		this.#items.push(...items);
		return this;
	}

	/** Steps that make the debate. */
	steps(title: string, summary: string): Step[] {
		return [{ do: 'describe', to: { title, summary } }, ...plant(this.#items)];
	}

	/** The id of the relation from the first of `premises` to `target`, for what bears on that inference. */
	static relation(target: Id, first: Id): Id {
		return `${first}-${target}`.slice(0, 64);
	}

	#relate(sense: 'support' | 'attack', target: Id, premises: readonly Id[]): this {
		const id = Build.relation(target, premises[0] ?? '');
		const order = this.#next(target);
		this.#items.push(relation({ id, sense, premises: premises.map(premise), target, order }));
		return this;
	}

	#next(target: Id): string {
		const order = between(this.#last.get(target) ?? null, null);
		this.#last.set(target, order);
		return order;
	}
}
