import type { Dispute } from '#lib/core/evaluate/explain/dispute.ts';
import type { Id, Item } from '#lib/core/model/item.ts';

/** `preferred`: as much as possible is settled. `stable`: everything is, or it is no position. */
export const SEMANTICS = ['preferred', 'stable'] as const;
export type Semantics = (typeof SEMANTICS)[number];

/** A debate whose positions are looked for, as if what is supposed were so. */
export interface Request {
	readonly items: readonly Item[];
	readonly supposed: readonly (readonly [id: Id, holds: boolean])[];
	readonly semantics: Semantics;
	/** How long may be looked, in ms. */
	readonly budget: number;
}

/** One dispute after the other, with what was found about it in time. */
export type News =
	| { readonly is: 'begun'; readonly disputes: number }
	| { readonly is: 'dispute'; readonly dispute: Dispute }
	| { readonly is: 'over' };
