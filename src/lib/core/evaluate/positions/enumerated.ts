import type { Stop } from './answer.ts';
import type { Search } from './search.ts';

/** The semantics that can have several positions. Under the grounded and the ideal one there is always one. */
export type Semantics = 'complete' | 'preferred' | 'stable';

/** The labels of each position by place, and whether these are all. */
export interface Enumeration {
	readonly found: readonly Uint8Array[];
	readonly isAll: boolean;
}

/** Up to `limit` positions, one after the other; that there is no other one must be known for these to be all. */
export function enumerated(search: Search, semantics: Semantics, limit: number, stop: Stop): Enumeration {
	const found: Uint8Array[] = [];
	for (;;) {
		const answer = search.next([], stop);
		if (answer !== 'yes' || found.length === limit) return { found, isAll: answer === 'no' };
		const labels = search.labels();
		found.push(labels);
		if (semantics === 'complete') search.refuse(labels);
		else search.refuseWithin(labels);
	}
}
