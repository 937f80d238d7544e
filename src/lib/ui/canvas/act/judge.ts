import type { Id } from '#lib/core/model/item.ts';
import type { Board } from './board.svelte.ts';

/** Selects an item, and has the inspector say why it stands or falls. */
export function openWhy({ verdicts, view }: Board, id: Id | null): void {
	if (id === null) return;
	view.select(id);
	view.isInspectorOpen = true;
	verdicts.isWhyOpen = true;
	verdicts.asked = 'why';
}

/** Supposes of what is selected the opposite of how it stands; or takes it as it is again. */
export function supposeOtherwise({ verdicts, view }: Board): void {
	const id = view.current;
	if (id === null) return;
	verdicts.suppose(id, verdicts.supposed.has(id) ? null : verdicts.get(id) !== 'stands');
}

/** Leaves the selection for the debate as a whole, which the inspector sums up. */
export function showSummary({ verdicts, view }: Board): void {
	view.select(null);
	view.isInspectorOpen = true;
	verdicts.asked = 'summary';
}
