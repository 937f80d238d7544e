import type { Id, Item } from '#lib/core/model/item.ts';
import { carriedBy } from './carried.ts';

/** The ids of what is written: those that were read, and new ones that nobody has. */
export class Keys {
	readonly #taken = new Set<string>();
	readonly #of = new Map<Id, string>();
	readonly #counts = new Map<string, number>();

	/** Gives each of `items` the id that it carries, if it is the first to, else a new one. */
	constructor(items: readonly Item[]) {
		const carried = items.map((item) => ({ item, ...carriedBy(item) }));
		for (const { item, id, pieces, loose } of carried) {
			for (const { attributes } of [...pieces, ...loose]) this.#taken.add(attributes['id'] ?? '');
			if (id === '' || this.#taken.has(id)) continue;
			this.#taken.add(id);
			this.#of.set(item.id, id);
		}
		for (const { item } of carried)
			if (!this.#of.has(item.id)) this.#of.set(item.id, this.next(item.kind === 'relation' ? 'c' : 'a'));
	}

	/** The id that `item` is written with. */
	of(item: Id): string {
		return this.#of.get(item) ?? '';
	}

	/** An id that nothing has yet. */
	next(letter: string): string {
		let count = this.#counts.get(letter) ?? 0;
		let key: string;
		do key = `${letter}${++count}`;
		while (this.#taken.has(key));
		this.#counts.set(letter, count);
		this.#taken.add(key);
		return key;
	}
}
