import type { Box } from './layout/types.ts';
import { WORD, type Scene } from './scene.ts';
import { widthOf, type Style } from './text/measure.ts';
import { wrap } from './text/wrap.ts';

/** Space around what a picture holds. */
export const MARGIN = 32;
export const LEGEND = { row: 24, sample: 44, gap: 32 } as const;
export const HEADING = {
	title: { size: 24, weight: 600 } as Style,
	titleStep: 32,
	date: { size: 13, weight: 400 } as Style,
	dateStep: 24,
	/** The narrowest that a heading is set, and the most lines of a title. */
	least: 480,
	lines: 4
} as const;

/** Where a picture has its heading and its legend, around the cards and lines of a scene. */
export interface Frame {
	/** All of it, with its margins, in whole pixels. */
	readonly box: Box;
	readonly title: readonly string[];
	/** The upper edge of the heading. */
	readonly top: number;
	/** Where each entry of the legend begins, by its order. */
	readonly legend: readonly { readonly x: number; readonly y: number }[];
}

/** Puts heading and legend around a scene. */
export function frameOf({ bounds, heading, legend }: Scene): Frame {
	const entries = legend.map(
		({ word, meaning }) => LEGEND.sample + 8 + widthOf(`${word} · ${meaning}`, WORD)
	);
	const widest = Math.max(bounds.width, ...entries);
	const hasHeading = heading.title !== null || heading.date !== null;
	const inner = hasHeading ? Math.max(widest, HEADING.least) : widest;
	const title = heading.title === null ? [] : wrap(heading.title, HEADING.title, inner, HEADING.lines).lines;
	const date = heading.date === null ? 0 : HEADING.dateStep;
	const head = hasHeading ? title.length * HEADING.titleStep + date + MARGIN / 2 : 0;
	const foot = rowsOf(entries, inner, bounds);
	const rows = new Set(foot.map(({ y }) => y)).size;
	const height = head + bounds.height + (rows > 0 ? rows * LEGEND.row + MARGIN / 2 : 0);
	const box = {
		x: bounds.x - MARGIN,
		y: bounds.y - head - MARGIN,
		width: Math.ceil(inner + 2 * MARGIN),
		height: Math.ceil(height + 2 * MARGIN)
	};
	return { box, title, top: bounds.y - head, legend: foot };
}

/** The legend in rows below the cards, as many entries in each as fit. */
function rowsOf(widths: readonly number[], inner: number, { x, y, height }: Box): { x: number; y: number }[] {
	let [left, top] = [0, y + height + MARGIN];
	return widths.map((width) => {
		if (left > 0 && left + width > inner) [left, top] = [0, top + LEGEND.row];
		const place = { x: x + left, y: top };
		left += width + LEGEND.gap;
		return place;
	});
}
