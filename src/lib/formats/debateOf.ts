import { apply } from '#lib/core/edit/apply.ts';
import { plant } from '#lib/core/edit/plant.ts';
import { Debate } from '#lib/core/model/debate.ts';
import type { Reading } from './format.ts';

/** A debate of what was read. Throws where the items do not stand together, which every reader promises. */
export function debateOf({ items, about }: Pick<Reading, 'items' | 'about'>): Debate {
	const debate = new Debate();
	const done = apply(debate, [{ do: 'describe', to: about }, ...plant(items)]);
	if (!done.ok)
		throw new Error(`a reader gave items that do not stand together: ${JSON.stringify(done.error)}`);
	return debate;
}
