import { getContext, setContext, tick, untrack } from 'svelte';

export type DialogName = 'import' | 'export' | 'share' | 'sources' | 'keys' | 'palette';

/** Something that a person can do, as the list of all commands shows it. */
export interface Offer {
	readonly id: string;
	readonly label: string;
	/** Names of its keys, the first to be shown; `Ctrl+K`. */
	readonly keys: readonly string[];
	/** Why it cannot be done now, in words; `null` when it can. */
	readonly whyNot: () => string | null;
	readonly run: () => void;
}

/** Commands of one place under its name: the map, the outline, the page. */
export interface Offers {
	readonly place: string;
	readonly offers: readonly Offer[];
}

/** The keys that open a dialog from everywhere. */
export const DIALOG_KEYS: Readonly<Partial<Record<DialogName, readonly string[]>>> = {
	keys: ['?'],
	palette: ['Ctrl+K']
};

/** Which dialog is open, and which commands the parts of the page offer. One dialog at a time. */
export class Dialogs {
	offered = $state.raw<readonly Offers[]>([]);
	/** Files or a text that the dialog of imports shall begin with. */
	dropped = $state.raw<readonly File[] | string | null>(null);
	#open = $state<DialogName | null>(null);
	/** What had the focus before the first of them opened. */
	#opener: Element | null = null;

	get open(): DialogName | null {
		return this.#open;
	}

	/** Opens a dialog in the place of any other. */
	show(name: DialogName): void {
		if (this.#open === null) this.#opener = document.activeElement;
		this.#open = name;
	}

	/** Opens the dialog of imports with files or a text. */
	bringIn(dropped: readonly File[] | string): void {
		this.dropped = dropped;
		this.show('import');
	}

	/** Closes it; done when it is gone and the focus is where it was before. */
	async close(): Promise<void> {
		this.#open = null;
		await tick();
		if (this.#opener instanceof HTMLElement && this.#opener.isConnected) this.#opener.focus();
	}

	/** Adds commands to the palette and the list of keys; the answer takes them away again (return it from an effect). */
	offer(offers: Offers): () => void {
		const change = (to: (offered: readonly Offers[]) => readonly Offers[]) => {
			this.offered = to(untrack(() => this.offered));
		};
		change((offered) => [...offered, offers]);
		return () => change((offered) => offered.filter((other) => other !== offers));
	}
}

const KEY = Symbol('dialogs');

/** Makes the dialogs known to all components below. */
export function setDialogs(dialogs: Dialogs): void {
	setContext(KEY, dialogs);
}

/** The dialogs of the page; throws where there are none. */
export function getDialogs(): Dialogs {
	const dialogs = getContext<Dialogs | undefined>(KEY);
	if (!dialogs) throw new TypeError('there are no dialogs here');
	return dialogs;
}
