import { CARD } from './card.ts';
import type { Line, Sense } from './layout/types.ts';
import { baseline, type Scene, type SceneCard, type SceneJoint } from './scene.ts';
import { element, words, type Markup } from './markup.ts';
import { STROKES, THEMES, type Theme, type ThemeName } from './theme.ts';
import { widthOf } from './text/measure.ts';

const MARGIN = 32;
const SMALL = { size: 12, weight: 600 } as const;
const FAMILY = "'Noto Sans', 'Noto Sans Arabic', 'Noto Sans SC', 'Segoe UI', system-ui, sans-serif";
const LEGEND = { row: 24, sample: 44 } as const;

export interface SvgOptions {
	readonly theme: ThemeName;
	/** Without a ground, for pages that have one. */
	readonly isTransparent?: boolean;
}

/**
 * A scene as a file of its own: vector, words as words, a title and a description for screen readers, nothing that
 * a browser would fetch or run. Every string from a person goes through `words` or an attribute, which escape it.
 */
export function svg(scene: Scene, { theme: name, isTransparent = false }: SvgOptions): string {
	const theme = THEMES[name];
	const { x, y } = scene.bounds;
	const legendWidth = Math.max(
		0,
		...scene.legend.map(({ word, meaning }) => LEGEND.sample + 8 + widthOf(`${word} · ${meaning}`, SMALL))
	);
	const width = Math.max(scene.bounds.width, legendWidth) + 2 * MARGIN;
	const legend = scene.legend.length * LEGEND.row;
	const height = scene.bounds.height + 2 * MARGIN + (legend > 0 ? legend + MARGIN / 2 : 0);
	const box = [x - MARGIN, y - MARGIN, width, height].map(round);
	return `<?xml version="1.0" encoding="UTF-8"?>\n${element(
		'svg',
		{
			xmlns: 'http://www.w3.org/2000/svg',
			viewBox: box.join(' '),
			width: box[2],
			height: box[3],
			role: 'img',
			'aria-labelledby': 'title description',
			'font-family': FAMILY,
			fill: theme.ink
		},
		[
			element('title', { id: 'title' }, [words(scene.title)]),
			element('desc', { id: 'description' }, [words(scene.description)]),
			isTransparent
				? ''
				: element('rect', { x: box[0], y: box[1], width: box[2], height: box[3], fill: theme.ground }),
			...scene.lines.map((line) => drawLine(line, theme)),
			...scene.joints.map((joint) => drawJoint(joint, theme)),
			...scene.cards.map((card) => drawCard(card, theme)),
			...scene.lines.map((line) => drawWord(line, scene.word[line.sense], theme)),
			...scene.legend.map((entry, at) =>
				drawLegend(entry, x, y + scene.bounds.height + MARGIN + at * LEGEND.row, theme)
			)
		]
	)}\n`;
}

type Stroke = Pick<Line, 'path' | 'sense' | 'end'> & { readonly relation: string | null };

function drawLine({ path, sense, end, relation }: Stroke, theme: Theme): Markup {
	const color = theme.sense[sense];
	const { dash } = STROKES[sense];
	return element(
		'g',
		{ 'data-relation': relation, 'data-sense': sense, fill: 'none', stroke: color, 'stroke-width': 2 },
		[element('path', { d: path, 'stroke-dasharray': dash || null }), end ? drawEnd(sense, end, color) : '']
	);
}

function drawEnd(
	sense: Sense,
	{ x, y, angle }: { x: number; y: number; angle: number },
	color: string
): Markup {
	const { end, isFilled } = STROKES[sense];
	const transform = `translate(${round(x)} ${round(y)}) rotate(${angle})`;
	const look = isFilled ? { fill: color, 'stroke-width': 1 } : { 'stroke-width': 3 };
	return element('path', { d: end, transform, ...look });
}

function drawWord({ label, sense, isInLoop }: Line, word: string, theme: Theme): Markup {
	if (!label) return '';
	const text = element(
		'text',
		{
			x: round(label.x),
			y: round(label.y + 4),
			'text-anchor': 'middle',
			'font-size': SMALL.size,
			'font-weight': SMALL.weight,
			fill: theme.sense[sense],
			stroke: theme.ground,
			'stroke-width': 5,
			'stroke-linejoin': 'round',
			'paint-order': 'stroke'
		},
		[words(word)]
	);
	if (!isInLoop) return text;
	return text + drawLoop(label.x + widthOf(word, SMALL) / 2 + 11, label.y, theme.sense[sense], theme.ground);
}

/** The mark of a circle of reasons: an arrow that comes back. No font needs to have it. */
function drawLoop(x: number, y: number, color: string, ground: string): Markup {
	return element('g', { transform: `translate(${round(x)} ${round(y)})`, fill: 'none', 'data-loop': '' }, [
		element('circle', { r: 8, fill: ground }),
		element('path', { d: 'M4,-2.5A4.7,4.7 0 1 0 4.6,1.5M5,-5.5V-2H1.5', stroke: color, 'stroke-width': 1.6 })
	]);
}

function drawJoint({ id, x, y, width, height, sense, isJoined }: SceneJoint, theme: Theme): Markup {
	const [cx, cy] = [round(x + width / 2), round(y + height / 2)];
	const stroke = theme.sense[sense];
	return element('g', { 'data-joint': id, stroke, 'stroke-width': 2 }, [
		element('circle', { cx, cy, r: isJoined ? width / 2 - 1 : width / 4, fill: theme.card }),
		isJoined ? element('path', { d: `M${cx - 5},${cy}H${cx + 5}M${cx},${cy - 5}V${cy + 5}` }) : ''
	]);
}

function drawCard(card: SceneCard, theme: Theme): Markup {
	const { x, y, width, height, lines, isRoot, isUnstated } = card;
	const { first, step } = baseline(card);
	const style = isRoot ? CARD.rootText : CARD.text;
	const isRight = isRightToLeft(card.words);
	const at = isRight ? x + width - CARD.padding : x + CARD.padding;
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
				direction: isRight ? 'rtl' : null,
				'xml:space': 'preserve'
			},
			lines.map((line, row) =>
				element('tspan', { x: round(at), y: round(y + first + row * step) }, [words(line)])
			)
		),
		card.more === null
			? ''
			: element(
					'text',
					{
						x: round(at),
						y: round(y + first + lines.length * step),
						'font-size': SMALL.size,
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
				'font-size': SMALL.size,
				'font-weight': SMALL.weight,
				fill: theme.sense[sense]
			},
			[element('title', {}, [words(meaning)]), words(text)]
		);
		left += widthOf(text, SMALL) + 10;
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
					'font-size': SMALL.size,
					fill: theme.faint
				},
				[words(badges.join(' · '))]
			)
		);
	return marks.join('');
}

function drawLegend(
	{ sense, word, meaning }: Scene['legend'][number],
	x: number,
	y: number,
	theme: Theme
): Markup {
	const path = `M${round(x)},${round(y)}H${round(x + LEGEND.sample)}`;
	const line = { path, sense, relation: null, end: { x: x + LEGEND.sample, y, angle: 0 } };
	return element('g', { 'data-legend': sense }, [
		drawLine(line, theme),
		element('text', { x: round(x + LEGEND.sample + 8), y: round(y + 4), 'font-size': SMALL.size }, [
			words(`${word} · ${meaning}`)
		])
	]);
}

/** Whether the first strong character belongs to a script that runs from right to left. */
function isRightToLeft(text: string): boolean {
	const strong = /\p{L}/u.exec(text)?.[0];
	return strong !== undefined && /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/.test(strong);
}

function round(value: number): number {
	return Math.round(value * 10) / 10;
}
