import { yearOf } from '#lib/core/model/citation.ts';
import type { Source } from '#lib/core/model/item.ts';

/** Keys for sources that never had one; none is given twice. */
export class Keys {
	readonly #taken: Map<string, number>;

	constructor(taken: Iterable<string>) {
		this.#taken = new Map([...taken].map((key) => [key, 1]));
	}

	/** A key that says author and year, with a number after it where that one is taken. */
	next(source: Source): string {
		const family = (source.author[0]?.family ?? '').normalize('NFD').replace(/[^A-Za-z]/g, '');
		const stem = `${family || 'source'}${yearOf(source)}`;
		let nth = (this.#taken.get(stem) ?? 0) + 1;
		const named = (): string => (nth === 1 ? stem : `${stem}-${nth}`);
		while (this.#taken.has(named())) nth++;
		const key = named();
		this.#taken.set(stem, nth).set(key, this.#taken.get(key) ?? 1);
		return key;
	}
}
