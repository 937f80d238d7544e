import type { Id } from '#lib/core/model/item.ts';

/**
 * A table by id in which ids that a draft made, `n1`, `n2`, …, are found by their number: most ids of a large text are
 * such, and a list is several times as quick and as small as a map.
 */
export class ById<T> {
	readonly #numbered: (T | undefined)[] = [];
	readonly #named = new Map<Id, T>();

	get(id: Id): T | undefined {
		const number = numberIn(id);
		return number > 0 ? this.#numbered[number] : this.#named.get(id);
	}

	set(id: Id, value: T): void {
		const number = numberIn(id);
		if (number > 0) this.#numbered[number] = value;
		else this.#named.set(id, value);
	}
}

/** The 12 of `n12`; 0 for an id that is not one of these. */
export function numberIn(id: Id): number {
	if (id.length < 2 || id.length > 8 || id.charCodeAt(0) !== 0x6e || id.charCodeAt(1) === 0x30) return 0;
	let number = 0;
	for (let at = 1; at < id.length; at++) {
		const digit = id.charCodeAt(at) - 0x30;
		if (digit < 0 || digit > 9) return 0;
		number = number * 10 + digit;
	}
	return number;
}
