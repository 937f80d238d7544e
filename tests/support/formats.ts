import type { About, Debate } from '#lib/core/model/debate.ts';
import type { Item } from '#lib/core/model/item.ts';
import { debateOf as made } from '#lib/formats/debateOf.ts';

/** A debate of these items; a refusal throws, since every reader promises items that can stand together. */
export function debateOf(items: readonly Item[], about: About): Debate {
	return made({ items: [...items], about });
}
