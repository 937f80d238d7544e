import type { Id } from '#lib/core/model/item.ts';
import { CARD } from './card.ts';
import type { Box, CardBox, Line, Sense, Size } from './layout/types.ts';
import { element, type Markup } from './markup.ts';
import { baseline } from './scene.ts';
import { widthOf } from './text/measure.ts';
import { STROKES, THEMES, type Theme } from './theme.ts';
import { round } from './writing.ts';

/** What a sketch is made of: a layout has it, and a scene. */
export interface Sketchable {
	readonly cards: ReadonlyMap<Id, CardBox> | readonly CardBox[];
	readonly lines: readonly Line[];
	/** Words that stand beside the cards. */
	readonly bars?: readonly Box[];
}

/** Where a sketch shows what. */
export interface Cutting {
	/** What is shown of the map. */
	readonly box: Box;
	/** The picture that it is shown in, in the middle. */
	readonly size: Size;
	readonly margin: number;
	/** The smallest and the largest that it is drawn; what is too large then is cut off below and at both sides. */
	readonly least: number;
	readonly most: number;
}

const SENSES = ['support', 'attack', 'undercut'] as const;
/** Drawn smaller than this, words are a haze and dashes a line. */
const FINE = 0.04;

/**
 * A map drawn small: cards, lines and the lengths of words, nothing to read. It takes as long as the map has cards, far
 * less than a whole drawing, and has few elements, so that a browser shows it at once. `style` gives the colours.
 */
export function sketch(
	{ cards, lines, bars = [] }: Sketchable,
	{ box, size, margin, least, most }: Cutting,
	style: string
): string {
	const { width, height } = size;
	const fitting = Math.min((width - 2 * margin) / box.width, (height - 2 * margin) / box.height);
	const scale = Math.min(most, Math.max(least, fitting));
	const top = Math.max(margin, (height - box.height * scale) / 2);
	const at = {
		x: (value: number) => round((value - box.x - box.width / 2) * scale + width / 2),
		y: (value: number) => round((value - box.y) * scale + top)
	};
	const boxes = [...('values' in cards ? cards.values() : cards)];
	const strokes = SENSES.map((sense) => {
		const paths = lines.filter((line) => line.sense === sense).map(({ points }) => pathOf(points, at));
		const dash = scale < FINE ? '' : STROKES[sense].dash;
		const dashed = dash.split(' ').map((length) => round(Number(length) * scale * 1.5));
		return element('path', {
			class: sense,
			d: merged(paths),
			'stroke-dasharray': (dash && dashed.join(' ')) || null
		});
	});
	const shapes = boxes.map((card) => shapeOf(card, at, scale));
	const words = scale < FINE ? [] : boxes.map((card) => wordsOf(card, at, scale));
	const thickness = Math.max(0.5, round(7 * scale));
	const plain = bars.map(({ x, y, width: length, height: depth }) => {
		const [left, right, middle] = [at.x(x), at.x(x + length), at.y(y + depth / 2)];
		return { d: `M${left},${middle}H${right}`, depth: Math.max(0.5, round(depth * scale)) };
	});
	return element(
		'svg',
		{ xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${width} ${height}`, width, height, fill: 'none' },
		[
			element('style', {}, [style]),
			element('rect', { class: 'ground', width, height }),
			element('g', { 'stroke-width': Math.min(1.5, Math.max(0.4, round(40 * scale))) }, strokes),
			element('path', { class: 'card', d: merged(shapes) }),
			element('path', { class: 'words', d: merged(words), 'stroke-width': thickness }),
			...plain.map(({ d, depth }) => element('path', { class: 'words', d, 'stroke-width': depth }))
		]
	);
}

/** The colours of one theme, or those of light that give way to dark where the reader wants it so. */
export function coloursOf(theme: Theme | 'as the reader wants it', hasGround = true): string {
	if (theme !== 'as the reader wants it') return rules(theme, hasGround);
	return `${rules(THEMES.light, true)}@media(prefers-color-scheme:dark){${rules(THEMES.dark, true)}}`;
}

function rules({ ground, card, border, faint, sense }: Theme, hasGround: boolean): string {
	const line = (name: Sense) => `.${name}{stroke:${sense[name]}}`;
	const under = hasGround ? ground : 'none';
	return `.ground{fill:${under}}.card{fill:${card};stroke:${border}}.words{stroke:${faint};opacity:.5}${SENSES.map(line).join('')}`;
}

interface Axes {
	readonly x: (value: number) => number;
	readonly y: (value: number) => number;
}

/** It begins at its end, so that dashes on a shared trunk fall together. */
function pathOf(points: Line['points'], { x, y }: Axes): Markup {
	return points
		.toReversed()
		.map((point, turn) => `${turn === 0 ? 'M' : 'L'}${x(point.x)},${y(point.y)}`)
		.join('');
}

function shapeOf({ x, y, width, height }: CardBox, at: Axes, scale: number): Markup {
	const radius = round(CARD.radius * scale);
	const [left, top, right, bottom] = [at.x(x), at.y(y), at.x(x + width), at.y(y + height)];
	if (radius < 0.5) return `M${left},${top}H${right}V${bottom}H${left}Z`;
	const corner = (toX: number, toY: number) => `a${radius},${radius} 0 0 1 ${toX},${toY}`;
	return [
		`M${round(left + radius)},${top}H${round(right - radius)}${corner(radius, radius)}`,
		`V${round(bottom - radius)}${corner(-radius, radius)}`,
		`H${round(left + radius)}${corner(-radius, -radius)}`,
		`V${round(top + radius)}${corner(radius, -radius)}Z`
	].join('');
}

/** The words of a card as strokes of their length. */
function wordsOf(card: CardBox, at: Axes, scale: number): Markup {
	const { first, step } = baseline(card);
	const style = card.isRoot ? CARD.rootText : CARD.text;
	return card.lines
		.map((line, row) => {
			const left = at.x(card.x + CARD.padding);
			return `M${left},${at.y(card.y + first - 5 + row * step)}h${round(widthOf(line, style) * scale)}`;
		})
		.join('');
}

/** In a small picture much falls together. */
function merged(paths: readonly Markup[]): Markup {
	return [...new Set(paths)].join('');
}
