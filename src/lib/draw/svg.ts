import type { Id, Point } from '#lib/core/model/item.ts';
import type { Box, Line, Sense } from './layout/types.ts';
import { LEGEND, frameOf, type Frame } from './frame.ts';
import { LOOP, WORD, type Scene, type SceneJoint } from './scene.ts';
import { element, words, type Markup } from './markup.ts';
import { drawCard, drawLoop } from './svgCard.ts';
import { anchor, isRightToLeft, measured, parted, round, written, type Writing } from './writing.ts';
import { STROKES, THEMES, type Theme, type ThemeName } from './theme.ts';
import { widthOf } from './text/measure.ts';

/** After our own, families whose letters are no wider, so that words stay in their cards in programs without it. */
const FAMILY = [
	"'Noto Sans', 'Open Sans', 'Segoe UI', 'Helvetica Neue', Arial",
	"'Noto Sans Arabic', 'Noto Sans SC', sans-serif"
].join(', ');

export interface SvgOptions {
	readonly theme: ThemeName;
	/** Without a ground, for pages that have one. */
	readonly isTransparent?: boolean;
	/** For renderers that do not know the attribute `direction`: the characters say it. */
	readonly isPlain?: boolean;
	/** What of it is shown: all unless it is said. */
	readonly view?: Box;
}

/**
 * A scene as a file of its own: vector, words as words, a title and a description for screen readers, nothing that
 * a browser would fetch or run. Every string from a person goes through `words` or an attribute, which escape it.
 */
export function svg(
	scene: Scene,
	{ theme: name, isTransparent = false, isPlain = false, view }: SvgOptions
): string {
	const theme = THEMES[name];
	const writing: Writing = isPlain ? 'by characters' : 'by attribute';
	const frame = frameOf(scene);
	const { x, y, width, height } = view ?? frame.box;
	const meetings = meetingsOf(scene.lines);
	return `<?xml version="1.0" encoding="UTF-8"?>\n${element(
		'svg',
		{
			xmlns: 'http://www.w3.org/2000/svg',
			viewBox: [x, y, width, height].map(round).join(' '),
			width,
			height,
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
				: element('rect', { 'data-ground': '', x: round(x), y: round(y), width, height, fill: theme.ground }),
			drawHeading(scene, frame, theme, writing),
			element(
				'g',
				STROKE,
				scene.lines.map((line) => drawLine(line, theme))
			),
			...scene.joints.map((joint) => drawJoint(joint, meetings.get(joint.id) ?? [], theme)),
			...scene.cards.map((card) => drawCard(card, theme, writing)),
			drawWords(scene, theme, isTransparent),
			...scene.legend.map((entry, at) => drawLegend(entry, frame.legend[at]!, theme))
		]
	)}\n`;
}

function drawHeading({ heading, bounds }: Scene, frame: Frame, theme: Theme, writing: Writing): Markup {
	const isRight = isRightToLeft(heading.title ?? '');
	const at = round(isRight ? frame.box.x + frame.box.width - frame.margin : bounds.x);
	const { title, date, top } = frame;
	const { style } = title;
	const lines = title.lines.map((line, row) =>
		element(
			'tspan',
			{ x: at, y: round(top + style.size + row * style.step), ...measured(line, style, writing) },
			[written(line, isRight, writing)]
		)
	);
	const fields = { 'data-heading': '', 'font-size': style.size, 'font-weight': style.weight };
	const below = {
		'data-date': '',
		x: at,
		y: round(top + title.lines.length * style.step + date.step * (2 / 3)),
		'font-size': date.size,
		fill: theme.faint,
		'text-anchor': isRight ? 'end' : null
	};
	return [
		lines.length === 0
			? ''
			: element(
					'text',
					{ ...fields, ...anchor(isRight, writing) },
					parted(lines, title.lines, heading.title ?? '', writing)
				),
		heading.date === null ? '' : element('text', below, [words(heading.date)])
	].join('');
}

/** Said once for all lines: there are thousands of them. */
const STROKE = { fill: 'none', 'stroke-width': 2 } as const;

type Stroke = Pick<Line, 'path' | 'sense' | 'end'> & { readonly relation: string | null };

function drawLine({ path, sense, end, relation }: Stroke, theme: Theme): Markup {
	const color = theme.sense[sense];
	const { dash } = STROKES[sense];
	return element('g', { 'data-relation': relation, 'data-sense': sense, stroke: color }, [
		element('path', { d: path, 'stroke-dasharray': dash || null }),
		end ? drawEnd(sense, end, color) : ''
	]);
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

/** The words of lines, set off from them by the ground; where there is none, by a plate like a card. */
function drawWords({ lines, word }: Scene, theme: Theme, isTransparent: boolean): Markup {
	const under = isTransparent ? theme.card : theme.ground;
	const halo = { stroke: under, 'stroke-width': 5, 'stroke-linejoin': 'round', 'paint-order': 'stroke' };
	const style = { 'font-size': WORD.size, 'font-weight': WORD.weight, ...(isTransparent ? {} : halo) };
	const plates = isTransparent ? lines.map((line) => drawPlate(line, word[line.sense], under)) : [];
	const loops = lines.map(({ label, sense, isInLoop }) => {
		if (!label || !isInLoop) return '';
		return drawLoop(label.x + widthOf(word[sense], WORD) / 2 + LOOP.at, label.y, theme.sense[sense], under);
	});
	const texts = lines.map(({ label, sense }) => {
		if (!label) return '';
		const place = { x: round(label.x), y: round(label.y + 4), 'text-anchor': 'middle' };
		return element('text', { ...place, fill: theme.sense[sense] }, [words(word[sense])]);
	});
	return [...plates, element('g', style, texts), ...loops].join('');
}

function drawPlate({ label }: Line, word: string, fill: string): Markup {
	if (!label) return '';
	const width = widthOf(word, WORD) + 10;
	const place = { x: round(label.x - width / 2), y: round(label.y - 9), width: round(width), height: 18 };
	return element('rect', { ...place, rx: 9, fill });
}

/** Where lines run into joints, by the joint; what bears on an inference ends beside it. */
function meetingsOf(lines: readonly Line[]): Map<Id, Point[]> {
	const found = new Map<Id, Point[]>();
	for (const { part, from, to, points } of lines) {
		if (part === 'undercut') continue;
		for (const [id, point] of [
			[from, points[0]!],
			[to, points.at(-1)!]
		] as const)
			if (found.has(id)) found.get(id)!.push(point);
			else found.set(id, [point]);
	}
	return found;
}

function drawJoint(
	{ id, x, y, width, height, sense, isJoined }: SceneJoint,
	ends: readonly Point[],
	theme: Theme
): Markup {
	const [cx, cy] = [round(x + width / 2), round(y + height / 2)];
	const stroke = theme.sense[sense];
	// A dot is smaller than the place that is kept for it: the lines run on to it.
	const on = isJoined ? '' : ends.map((end) => `M${round(end.x)},${round(end.y)}L${cx},${cy}`).join('');
	return element('g', { 'data-joint': id, stroke, 'stroke-width': 2 }, [
		on === '' ? '' : element('path', { d: on }),
		element('circle', { cx, cy, r: isJoined ? width / 2 - 1 : width / 4, fill: theme.card }),
		isJoined ? element('path', { d: `M${cx - 5},${cy}H${cx + 5}M${cx},${cy - 5}V${cy + 5}` }) : ''
	]);
}

function drawLegend(
	{ sense, word, meaning }: Scene['legend'][number],
	{ x, y }: { x: number; y: number },
	theme: Theme
): Markup {
	const path = `M${round(x)},${round(y)}H${round(x + LEGEND.sample)}`;
	const line = { path, sense, relation: null, end: { x: x + LEGEND.sample, y, angle: 0 } };
	return element('g', { 'data-legend': sense }, [
		element('g', STROKE, [drawLine(line, theme)]),
		element('text', { x: round(x + LEGEND.sample + 8), y: round(y + 4), 'font-size': WORD.size }, [
			words(`${word} · ${meaning}`)
		])
	]);
}
