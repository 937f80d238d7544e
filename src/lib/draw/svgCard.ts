import { CARD } from './card.ts';
import { element, words, type Markup } from './markup.ts';
import { baseline, LOOP, WORD, type SceneCard } from './scene.ts';
import { widthOf } from './text/measure.ts';
import type { Theme } from './theme.ts';
import { anchor, isRightToLeft, measured, parted, round, written, type Writing } from './writing.ts';

/** A card with its words and marks. */
export function drawCard(card: SceneCard, theme: Theme, writing: Writing): Markup {
	const { x, y, width, height, lines, isRoot, isUnstated } = card;
	const { first, step } = baseline(card);
	const style = isRoot ? CARD.rootText : CARD.text;
	const isRight = isRightToLeft(card.words);
	const at = isRight ? x + width - CARD.padding : x + CARD.padding;
	const tspans = lines.map((line, row) =>
		element('tspan', { x: round(at), y: round(y + first + row * step), ...measured(line, style, writing) }, [
			written(line, isRight, writing)
		])
	);
	return element('g', { 'data-item': card.id }, [
		element('title', {}, [words(card.words)]),
		element('rect', {
			x: round(x),
			y: round(y),
			width: round(width),
			height: round(height),
			rx: CARD.radius,
			fill: theme.card,
			stroke: isUnstated ? theme.faint : theme.border,
			'stroke-width': isUnstated ? 1.5 : 1,
			'stroke-dasharray': isUnstated ? '5 4' : null
		}),
		element(
			'text',
			{
				'font-size': style.size,
				'font-weight': style.weight,
				...anchor(isRight, writing),
				'xml:space': 'preserve'
			},
			parted(tspans, lines, card.words, writing)
		),
		card.more === null
			? ''
			: element(
					'text',
					{
						x: round(at),
						y: round(y + first + lines.length * step),
						'font-size': WORD.size,
						fill: theme.faint,
						'text-anchor': isRight ? 'end' : null
					},
					[words(card.more)]
				),
		drawFooter(card, theme),
		card.isInLoop
			? drawLoop(x + width - CARD.padding - 4, y + height - CARD.padding - 2, theme.faint, theme.card)
			: ''
	]);
}

function drawFooter({ x, y, width, height, counts, badges, isInLoop }: SceneCard, theme: Theme): Markup {
	const bottom = round(y + height - CARD.padding + 2);
	let left = x + CARD.padding;
	const marks = counts.map(({ sense, text, words: meaning }) => {
		const mark = element(
			'text',
			{
				x: round(left),
				y: bottom,
				'font-size': WORD.size,
				'font-weight': WORD.weight,
				fill: theme.sense[sense]
			},
			[element('title', {}, [words(meaning)]), words(text)]
		);
		left += widthOf(text, WORD) + 10;
		return mark;
	});
	if (badges.length > 0)
		marks.push(
			element(
				'text',
				{
					x: round(x + width - CARD.padding - (isInLoop ? 18 : 0)),
					y: bottom,
					'text-anchor': 'end',
					'font-size': WORD.size,
					fill: theme.faint
				},
				[words(badges.join(' · '))]
			)
		);
	return marks.join('');
}
/** The mark of a circle of reasons. */
export function drawLoop(x: number, y: number, color: string, ground: string): Markup {
	return element('g', { transform: `translate(${round(x)} ${round(y)})`, fill: 'none', 'data-loop': '' }, [
		element('circle', { r: LOOP.radius, fill: ground }),
		element('path', { d: LOOP.sign, stroke: color, 'stroke-width': 1.6 })
	]);
}
