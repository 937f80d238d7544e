import { getContext, setContext } from 'svelte';

/** A few words that appear, say what happened, and go. */
export interface Toast {
	readonly words: string;
	/** What can be done about it, such as to undo it. */
	readonly act?: { readonly label: string; readonly run: () => void };
	/** Whether it still holds: once it is undone, or something else was done, it is told no more. */
	readonly isCurrent?: () => boolean;
}

const MOST = 3;

/** What is being told at the moment, oldest first. How long each stays is the affair of who shows them. */
export class Toasts {
	shown = $state.raw<readonly Toast[]>([]);

	/** Tells something; of many only the last few stay. */
	tell(toast: Toast): void {
		this.shown = [...this.shown, toast].slice(-MOST);
	}

	/** Takes all away: what comes next needs the room. */
	clear(): void {
		this.shown = [];
	}

	/** Takes it away; nothing happens if it is gone already. */
	dismiss(toast: Toast): void {
		this.shown = this.shown.filter((other) => other !== toast);
	}
}

const KEY = Symbol('toasts');

/** Makes the toasts known to all components below. */
export function setToasts(toasts: Toasts): void {
	setContext(KEY, toasts);
}

/** The toasts of the page; throws where nobody shows any. */
export function getToasts(): Toasts {
	const toasts = getContext<Toasts | undefined>(KEY);
	if (!toasts) throw new TypeError('nobody shows toasts here');
	return toasts;
}
