import { apply } from '#lib/core/edit/apply.ts';
import { plant } from '#lib/core/edit/plant.ts';
import { Debate, type About } from '#lib/core/model/debate.ts';
import type { Item } from '#lib/core/model/item.ts';

/** A debate of these items; a refusal throws, since every reader promises items that can stand together. */
export function debateOf(items: readonly Item[], about: About): Debate {
	const debate = new Debate();
	const done = apply(debate, [{ do: 'describe', to: about }, ...plant(items)]);
	if (!done.ok) throw new Error(`the items do not stand together: ${JSON.stringify(done.error)}`);
	return debate;
}
