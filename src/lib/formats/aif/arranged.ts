/** Something that stood at a place once, or at none (`Infinity`), among siblings whose order is known. */
export interface Arrangeable<T> {
	readonly value: T;
	readonly at: number;
	/** Those with the same one come in the order in which they are given; `null` is nobody's sibling. */
	readonly sibling: string | null;
}

/**
 * All values as they stood, what is new at the end; where that would put siblings in another order than the one
 * given, they change places with each other.
 */
export function arranged<T>(entries: readonly Arrangeable<T>[]): T[] {
	const queues = new Map<string, T[]>();
	for (const { sibling, value } of [...entries].reverse())
		if (sibling !== null) {
			const known = queues.get(sibling);
			if (known) known.push(value);
			else queues.set(sibling, [value]);
		}
	const places = [...entries].sort((a, b) => (a.at === b.at ? 0 : a.at - b.at));
	return places.map(({ sibling, value }) => (sibling === null ? value : queues.get(sibling)!.pop()!));
}
