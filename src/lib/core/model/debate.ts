import type { Id, Item, Kind } from './item.ts';

/** How one item refers to another; each role has its own index, so that every question is one look-up. */
export type Role = 'target' | 'premise' | 'source' | 'step' | 'member';

export interface Reference {
	readonly role: Role;
	readonly id: Id;
}

/** What is true of the debate as a whole. */
export interface About {
	readonly title: string;
	readonly summary: string;
	/** The text that it was read from, if that is kept. */
	readonly imported?: Imported | null;
}

/** A text in one of the formats, so that what nobody changes can be written again as it was. */
export interface Imported {
	/** The name of the format. */
	readonly format: string;
	readonly text: string;
}

/**
 * One debate: its items by id, and who refers to whom. It is changed in place, by `apply` only; the cost of a
 * change depends on the item, not on the debate.
 */
export class Debate {
	about: About = NAMELESS;
	/** How many items of each kind there are. */
	readonly count: Record<Kind, number> = {
		claim: 0,
		argument: 0,
		relation: 0,
		evidence: 0,
		source: 0,
		group: 0
	};
	readonly #items = new Map<Id, Item>();
	readonly #referrers: Record<Role, Map<Id, Set<Id>>> = {
		target: new Map(),
		premise: new Map(),
		source: new Map(),
		step: new Map(),
		member: new Map()
	};

	get size(): number {
		return this.#items.size;
	}

	has(id: Id): boolean {
		return this.#items.has(id);
	}

	get(id: Id): Item | undefined {
		return this.#items.get(id);
	}

	items(): IterableIterator<Item> {
		return this.#items.values();
	}

	/** Ids of the items that refer to `id` in `role`, in no order that means anything. */
	referrers(id: Id, role: Role): ReadonlySet<Id> {
		return this.#referrers[role].get(id) ?? NOBODY;
	}

	/** Puts `item` in the place of whatever had its id. Does not check: that is `apply`'s part. */
	set(item: Item): void {
		const before = this.#items.get(item.id);
		if (before) {
			this.#unlink(before);
			this.count[before.kind]--;
		}
		this.count[item.kind]++;
		this.#items.set(item.id, item);
		for (const { role, id } of references(item)) {
			const index = this.#referrers[role];
			const known = index.get(id);
			if (known) known.add(item.id);
			else index.set(id, new Set([item.id]));
		}
	}

	/** Takes the item away, if it is there. Does not check: that is `apply`'s part. */
	delete(id: Id): void {
		const item = this.#items.get(id);
		if (!item) return;
		this.#unlink(item);
		this.#items.delete(id);
		this.count[item.kind]--;
	}

	#unlink(item: Item): void {
		for (const { role, id } of references(item)) {
			const index = this.#referrers[role];
			const known = index.get(id);
			known?.delete(item.id);
			if (known?.size === 0) index.delete(id);
		}
	}
}

/** A debate of which nothing is said yet. */
export const NAMELESS: About = { title: '', summary: '', imported: null };

const NOBODY: ReadonlySet<Id> = new Set();

/** Everything that `item` refers to; an id can occur more than once. */
export function references(item: Item): Reference[] {
	switch (item.kind) {
		case 'claim':
			return item.group === null ? [] : [{ role: 'member', id: item.group }];
		case 'argument': {
			const steps = item.steps.map((id) => ({ role: 'step', id }) as const);
			return item.group === null ? steps : [...steps, { role: 'member', id: item.group }];
		}
		case 'relation': {
			const premises = item.premises.map(({ id }) => ({ role: 'premise', id }) as const);
			return item.target === null ? premises : [...premises, { role: 'target', id: item.target }];
		}
		case 'evidence':
			return item.source === null
				? [{ role: 'target', id: item.target }]
				: [
						{ role: 'target', id: item.target },
						{ role: 'source', id: item.source }
					];
		case 'source':
			return [];
		case 'group':
			return item.parent === null ? [] : [{ role: 'member', id: item.parent }];
	}
}

const ROLES: readonly Role[] = ['target', 'premise', 'source', 'step', 'member'];

/** Whether anything refers to `id`. */
export function isReferred(debate: Debate, id: Id): boolean {
	return ROLES.some((role) => debate.referrers(id, role).size > 0);
}
