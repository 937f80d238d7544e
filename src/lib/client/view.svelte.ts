import { getContext, setContext } from 'svelte';
import { SvelteSet } from 'svelte/reactivity';
import type { Id } from '#lib/core/model/item.ts';

/**
 * What one person looks at: shared by map, outline and inspector, never stored in the debate.
 * `selected` holds ids of claims, arguments, evidence cards and relations (their joints or lines).
 */
export class View {
	/** The last one selected comes last: the inspector shows it. */
	readonly selected = new SvelteSet<Id>();
	/** The item whose words are being edited in place on the map, if any. */
	editing = $state<Id | null>(null);
	/** Cards whose branch is folded to "+7". */
	readonly folded = new SvelteSet<Id>();
	/** What is pointed at elsewhere, such as a step of an explanation: it lights up on the map. */
	lit = $state<Id | null>(null);
	/** Asks the map to bring an item into view; grows so that the same item can be asked for again. */
	sought = $state.raw<{ readonly id: Id } | null>(null);
	isOutlineOpen = $state(true);
	isInspectorOpen = $state(true);

	/** The one item that keys and the inspector are about. */
	get current(): Id | null {
		return [...this.selected].at(-1) ?? null;
	}

	/** Selects just this item, or nothing. */
	select(id: Id | null): void {
		this.selected.clear();
		if (id !== null) this.selected.add(id);
	}

	/** Adds the item to the selection or takes it out. */
	toggle(id: Id): void {
		if (!this.selected.delete(id)) this.selected.add(id);
	}

	/** Selects the item and brings it into view. */
	seek(id: Id): void {
		this.select(id);
		this.sought = { id };
	}

	/** Selects the item and begins to edit its words in place. */
	edit(id: Id): void {
		this.select(id);
		this.editing = id;
	}
}

const KEY = Symbol('view');

/** Makes the view known to all components below. */
export function setView(view: View): void {
	setContext(KEY, view);
}

/** The view of the page; throws outside of an open debate. */
export function getView(): View {
	const view = getContext<View | undefined>(KEY);
	if (!view) throw new TypeError('no debate is open here');
	return view;
}
