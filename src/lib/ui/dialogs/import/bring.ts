import { graft } from '#lib/core/edit/branch.ts';
import { plant } from '#lib/core/edit/plant.ts';
import type { Step } from '#lib/core/edit/step.ts';
import type { Debate } from '#lib/core/model/debate.ts';
import type { Id } from '#lib/core/model/item.ts';
import type { Reading } from '#lib/formats/format.ts';

/** Where what was read goes. */
export interface Destination {
	/** What it shall bear on; `null` for beside everything else. */
	readonly target: Id | null;
	readonly sense: 'support' | 'attack';
	readonly newId: () => Id;
}

/**
 * Steps that bring what was read into a debate, as one change. An empty debate becomes just what was read, ids, pins
 * and title included; another gets copies of the items under new ids, and a work that it has an entry for
 * is cited, not entered twice.
 */
export function bring(
	debate: Debate,
	{ about, items }: Pick<Reading, 'about' | 'items'>,
	destination: Destination
): Step[] {
	if (debate.size > 0) return graft(debate, items, destination);
	const isNamed = debate.about.title !== '' || debate.about.summary !== '';
	const to = isNamed ? { imported: about.imported ?? null } : about;
	return [{ do: 'describe', to }, ...plant(items)];
}
