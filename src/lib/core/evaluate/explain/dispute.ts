import type { Id } from '../../model/item.ts';

/** A question to a search: a search that ran out of its budget has no answer, and never guesses one. */
export type Answer = 'yes' | 'no' | 'not decided';

/** One way to settle a dispute: what stands and what falls then. What is in neither stays open. */
export interface Alternative {
	readonly stand: readonly Id[];
	readonly fall: readonly Id[];
}

/** Something open that hangs together, and is independent of whatever else is open. */
export interface Dispute {
	/** All that is open in it: claims, arguments, relations and evidence, in order of their ids. */
	readonly items: readonly Id[];
	readonly alternatives: readonly Alternative[];
	/** Whether these are all alternatives there are. */
	readonly isComplete: boolean;
}
