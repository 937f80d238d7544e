/** What of a long list is in view, in pixels; its rows are all as high. */
export interface Sight {
	readonly top: number;
	readonly height: number;
	readonly rowHeight: number;
}

/** So many rows above and below what is in view are ready too. */
export const MARGIN = 12;

/**
 * Which of `count` rows are on the page, in order: those in view, those around them, and those of `kept`, wherever
 * they are, so that what has the focus stays when it is scrolled away.
 */
export function windowOf(
	count: number,
	{ top, height, rowHeight }: Sight,
	kept: readonly number[]
): number[] {
	const first = Math.max(0, Math.min(Math.floor(top / rowHeight), count - 1) - MARGIN);
	const end = Math.min(count, Math.ceil((top + height) / rowHeight) + MARGIN);
	const shown = new Set(kept.filter((at) => at >= 0 && at < count));
	for (let at = first; at < end; at++) shown.add(at);
	return [...shown].sort((a, b) => a - b);
}

/** Where to scroll to so that a row is wholly in view, as little as needed; `edge` is free above and below all rows. */
export function scrolledTo(at: number, { top, height, rowHeight }: Sight, edge: number): number {
	const [above, below] = [at * rowHeight, (at + 1) * rowHeight + 2 * edge];
	if (above < top) return above;
	return below > top + height ? below - height : top;
}

/** How many rows a page is: the last of one is the first of the next. */
export function pageOf({ height, rowHeight }: Sight): number {
	return Math.max(1, Math.floor(height / rowHeight) - 1);
}
