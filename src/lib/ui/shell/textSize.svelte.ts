import { TEXT } from '#lib/draw/text/size.ts';

/** What a reader can ask for, in percent of the size that the browser is set to. `app.css` has a rule for each. */
export const TEXT_SIZES = [100, 125, 150, 200] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

/** The font size of the root element where nothing is set, in pixels. */
const USUAL = 16;
/** On a page of so many `rem` there is no room for panels beside the map. */
const NARROW = 56.25;

/**
 * The size of text that a person chose in this browser, and how large text is with what the browser itself is set
 * to. The interface is measured in `rem`; the map is laid out for `scale`.
 */
class Text {
	#size = $state<TextSize>(kept());
	#rem = $state(rootSize());

	get size(): TextSize {
		return this.#size;
	}

	set size(size: TextSize) {
		this.#size = size;
		const { dataset } = document.documentElement;
		if (size === 100) delete dataset['text'];
		else dataset['text'] = String(size);
		try {
			if (size === 100) localStorage.removeItem('text');
			else localStorage.setItem('text', String(size));
		} catch {
			// A browser that keeps nothing still shows the size until the page is closed.
		}
	}

	/** How long a `rem` is, in pixels. */
	get rem(): number {
		return this.#rem;
	}

	/** How large the words of the map are, 1 for 100 %. In hundredths: it is laid out anew only where one would see it. */
	get scale(): number {
		const scale = Math.round((this.#rem / USUAL) * 100) / 100;
		return Math.min(Math.max(scale, TEXT.least), TEXT.most);
	}

	/** Whether panels lie over the map, as `Editor.svelte` has it. */
	get isNarrow(): boolean {
		return innerWidth <= NARROW * this.#rem;
	}

	/** Measures again whenever a length in `rem` changes, whatever has changed it: `probe` is as wide as one. */
	watch(probe: HTMLElement): () => void {
		const observer = new ResizeObserver(() => (this.#rem = rootSize()));
		observer.observe(probe);
		return () => observer.disconnect();
	}
}

function kept(): TextSize {
	if (typeof document === 'undefined') return 100;
	const set = Number(document.documentElement.dataset['text']);
	return TEXT_SIZES.find((size) => size === set) ?? 100;
}

function rootSize(): number {
	if (typeof document === 'undefined') return USUAL;
	return parseFloat(getComputedStyle(document.documentElement).fontSize);
}

export const textSize = new Text();
