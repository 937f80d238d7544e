import type { Debate } from '#lib/core/model/debate.ts';
import { CARD } from './card.ts';
import { layout } from './layout/layout.ts';
import type { CardBox, Sense, Size } from './layout/types.ts';
import { baseline } from './scene.ts';
import { element, type Markup } from './markup.ts';
import { STROKES, THEMES, type Theme } from './theme.ts';

const MARGIN = 12;
/** More than a small picture can show; so its cost does not follow the debate. */
const MOST = 40;
const SENSES = ['support', 'attack', 'undercut'] as const;

/**
 * A small picture of the upper part of a debate, for lists: cards, lines and the lengths of words, nothing to read.
 * It follows the reader's light or dark theme by itself.
 */
export function miniature(debate: Debate, { width, height }: Size): string {
	const { cards, lines, bounds } = layout(debate, { most: MOST, ratio: width / height });
	const box = bounds ?? { x: 0, y: 0, width: 1, height: 1 };
	const scale = Math.min((width - 2 * MARGIN) / box.width, (height - 2 * MARGIN) / box.height, 0.35);
	const left = (width - box.width * scale) / 2 - box.x * scale;
	const top = MARGIN - box.y * scale;
	const strokes = SENSES.map((sense) =>
		element('path', {
			class: sense,
			d: lines
				.filter((line) => line.sense === sense)
				.map(({ path }) => path)
				.join(''),
			'stroke-dasharray': STROKES[sense].dash || null
		})
	);
	return element(
		'svg',
		{ xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${width} ${height}`, width, height },
		[
			element('style', {}, [STYLE]),
			element('rect', { class: 'ground', width, height }),
			element(
				'g',
				{
					transform: `translate(${round(left)} ${round(top)}) scale(${Math.round(scale * 1e4) / 1e4})`,
					fill: 'none'
				},
				[
					element('g', { 'stroke-width': round(1.5 / scale) }, strokes),
					...[...cards.values()].map((card) =>
						element('rect', {
							class: 'card',
							x: round(card.x),
							y: round(card.y),
							width: card.width,
							height: card.height,
							rx: CARD.radius,
							'stroke-width': round(1 / scale)
						})
					),
					element('path', { class: 'words', d: [...cards.values()].map(wordsOf).join(''), 'stroke-width': 7 })
				]
			)
		]
	);
}

/** The words of a card as strokes of their length. */
function wordsOf(card: CardBox): Markup {
	const { first, step } = baseline(card);
	return card.lines
		.map((line, row) => {
			const length = Math.min(card.width - 2 * CARD.padding, line.length * step * 0.37);
			return `M${round(card.x + CARD.padding)},${round(card.y + first - 5 + row * step)}h${round(length)}`;
		})
		.join('');
}

const STYLE = `${rules(THEMES.light)}@media(prefers-color-scheme:dark){${rules(THEMES.dark)}}`;

function rules({ ground, card, border, faint, sense }: Theme): string {
	const line = (name: Sense) => `.${name}{stroke:${sense[name]}}`;
	return `.ground{fill:${ground}}.card{fill:${card};stroke:${border}}.words{stroke:${faint};opacity:.5}${SENSES.map(line).join('')}`;
}

function round(value: number): number {
	return Math.round(value * 10) / 10;
}
