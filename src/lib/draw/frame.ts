import type { Box } from './layout/types.ts';
import { WORD, type Scene } from './scene.ts';
import { widthOf, type Style } from './text/measure.ts';
import { wrap } from './text/wrap.ts';

/** Space around what a picture holds, in one that is no wider than `plain`; wider ones have more. */
const MARGIN = 32;
const GROWTH = { plain: 2_000, most: 4 } as const;
export const LEGEND = { row: 24, sample: 44, gap: 32 } as const;
const HEADING = {
	title: { size: 24, weight: 600, step: 32 },
	date: { size: 13, weight: 400, step: 24 },
	/** A title of many words makes a picture as wide as this, and goes on in the next line, of so many. */
	least: 480,
	lines: 4
} as const;

/** How a line of the heading is set, and how far it is from the one above. */
export interface HeadingStyle extends Style {
	readonly step: number;
}

/** Where a picture has its heading and its legend, around the cards and lines of a scene. */
export interface Frame {
	/** All of it, with its margins, in whole pixels. */
	readonly box: Box;
	readonly margin: number;
	readonly title: { readonly lines: readonly string[]; readonly style: HeadingStyle };
	readonly date: HeadingStyle;
	/** The upper edge of the heading. */
	readonly top: number;
	/** Where each entry of the legend begins, by its order. */
	readonly legend: readonly { readonly x: number; readonly y: number }[];
}

/** Puts heading and legend around a scene. What is wide has a large title and wide margins: it is seen from afar. */
export function frameOf({ bounds, heading, legend }: Scene): Frame {
	const entries = legend.map(
		({ word, meaning }) => LEGEND.sample + 8 + widthOf(`${word} · ${meaning}`, WORD)
	);
	const inner = Math.max(bounds.width, ...entries, headingWidth(heading));
	const scale = Math.min(GROWTH.most, Math.max(1, inner / GROWTH.plain));
	const margin = Math.round(MARGIN * scale);
	const [style, small] = [enlarged(HEADING.title, scale), enlarged(HEADING.date, scale)];
	const title = heading.title === null ? [] : wrap(heading.title, style, inner, HEADING.lines).lines;
	const date = heading.date === null ? 0 : small.step;
	const head = title.length + date > 0 ? title.length * style.step + date + margin / 2 : 0;
	const foot = rowsOf(entries, inner, bounds);
	const rows = new Set(foot.map(({ y }) => y)).size;
	const height = head + bounds.height + (rows > 0 ? rows * LEGEND.row + MARGIN / 2 : 0);
	const box = {
		x: bounds.x - margin,
		y: bounds.y - head - margin,
		width: Math.ceil(inner + 2 * margin),
		height: Math.ceil(height + 2 * margin)
	};
	return { box, margin, title: { lines: title, style }, date: small, top: bounds.y - head, legend: foot };
}

/** How wide a heading is by itself, within bounds. */
function headingWidth({ title, date }: Scene['heading']): number {
	const lines = title?.split('\n').map((line) => widthOf(line, HEADING.title)) ?? [];
	const longest = Math.max(0, ...lines, date === null ? 0 : widthOf(date, HEADING.date));
	return Math.min(HEADING.least, Math.ceil(longest));
}

function enlarged({ size, weight, step }: HeadingStyle, scale: number): HeadingStyle {
	return { size: Math.round(size * scale), weight, step: Math.round(step * scale) };
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
