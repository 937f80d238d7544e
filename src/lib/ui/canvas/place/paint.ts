import type { Standing } from '#lib/core/evaluate/standings.ts';
import type { Id } from '#lib/core/model/item.ts';
import { CARD } from '#lib/draw/card.ts';
import type { CardBox, JointBox, Line, Sense } from '#lib/draw/layout/types.ts';
import { STROKES } from '#lib/draw/theme.ts';
import type { Shot, Size } from './camera.ts';
import type { Plan } from './plan.ts';
import { tilesOf, type Tiles } from './visible.ts';

/** How something on the map stands; `null` where that is hidden. */
export type Judge = (id: Id) => Judgement | null;
type Judgement = Standing['standing'];

/** Colours of the page, as the canvas needs them. */
export type Palette = Readonly<
	Record<Sense | Judgement | 'ground' | 'surface' | 'line' | 'ink' | 'ink-2' | 'accent', string>
>;

/** Below this zoom words are bars: nobody could read them. */
const READABLE = 0.28;
/** Below this one cards are blocks in the colour of how they stand: no mark would have room on them. */
const BLOCKS = 0.035;
/** How much is seen of a line that a reason no longer carries, and of lines between blocks, which would cover them. */
const [LOST, THIN] = [0.7, 0.5];
/** From afar so many strips are painted one after the other, in all; near, few cards fill a screen. */
const STRIPS = { far: 16, near: 4 } as const;
/** So far, in pixels, a mark may stand out over its card. */
const OVER = 8;

/**
 * Paints what a shot shows of a map that is too far away for cards of the page: a strip after the other from the top
 * down, so that whoever paints can pause between them.
 */
export function* paint(
	context: CanvasRenderingContext2D,
	plan: Plan,
	shot: Shot,
	size: Size,
	palette: Palette,
	judge: Judge
): Generator<void> {
	const count = shot.zoom < READABLE ? STRIPS.far : STRIPS.near;
	const height = Math.ceil(size.height / count);
	for (let top = 0; top < size.height; top += height) {
		const seen = { ...shot, y: shot.y - top + OVER };
		const tiles = tilesOf(seen, { width: size.width, height: height + 2 * OVER });
		context.save();
		context.beginPath();
		context.rect(0, top, size.width, height);
		context.clip();
		context.translate(shot.x, shot.y);
		context.scale(shot.zoom, shot.zoom);
		paintTiles(context, plan, tiles, shot.zoom, palette, judge);
		context.restore();
		yield;
	}
}

/** Paints an edge around these cards, as above what `paint` painted. */
export function paintSelected(
	context: CanvasRenderingContext2D,
	plan: Plan,
	{ x, y, zoom }: Shot,
	selected: Iterable<Id>,
	palette: Palette
): void {
	context.beginPath();
	for (const id of selected) {
		const card = plan.cards.get(id);
		if (!card) continue;
		const { width, height } = card;
		context.roundRect(card.x * zoom + x, card.y * zoom + y, width * zoom, height * zoom, CARD.radius * zoom);
	}
	context.strokeStyle = palette.accent;
	context.lineWidth = 2.5;
	context.stroke();
}

function paintTiles(
	context: CanvasRenderingContext2D,
	plan: Plan,
	tiles: Tiles,
	zoom: number,
	palette: Palette,
	judge: Judge
): void {
	const lines = plan.linesWithin(tiles);
	const isLost = ({ relation }: Line) => judge(relation) === 'falls';
	const areThin = zoom < BLOCKS;
	context.globalAlpha = areThin ? THIN * LOST : LOST;
	paintLines(context, lines.filter(isLost), zoom, palette);
	context.globalAlpha = areThin ? THIN : 1;
	paintLines(
		context,
		lines.filter((line) => !isLost(line)),
		zoom,
		palette
	);
	context.globalAlpha = 1;
	for (const stop of plan.stopsWithin(tiles)) {
		if (!('lines' in stop)) {
			if (!areThin) paintJoint(context, stop, palette);
		} else if (areThin) paintBlock(context, stop, zoom, judge(stop.id), palette);
		else {
			paintCard(context, stop, zoom, palette);
			paintStanding(context, stop, zoom, judge(stop.id), palette);
		}
	}
}

function paintLines(
	context: CanvasRenderingContext2D,
	lines: readonly Line[],
	zoom: number,
	palette: Palette
): void {
	for (const sense of ['support', 'attack', 'undercut'] as const) {
		context.beginPath();
		for (const line of lines)
			if (line.sense === sense)
				for (const [at, { x, y }] of line.points.entries()) {
					if (at === 0) context.moveTo(x, y);
					else context.lineTo(x, y);
				}
		context.strokeStyle = palette[sense];
		context.lineWidth = Math.max(2, 1 / zoom);
		const { dash } = STROKES[sense];
		// Dashes that nobody can tell apart cost most of all.
		context.setLineDash(dash === '' || zoom < BLOCKS ? [] : dash.split(' ').map(Number));
		context.stroke();
	}
	context.setLineDash([]);
}

function paintCard(
	context: CanvasRenderingContext2D,
	{ x, y, width, height, lines, isRoot }: CardBox,
	zoom: number,
	palette: Palette
): void {
	context.fillStyle = palette.surface;
	context.strokeStyle = palette.line;
	context.lineWidth = 1 / zoom;
	context.beginPath();
	context.roundRect(x, y, width, height, CARD.radius);
	context.fill();
	context.stroke();
	const { size, weight } = isRoot ? CARD.rootText : CARD.text;
	const step = isRoot ? CARD.rootLineHeight : CARD.lineHeight;
	context.fillStyle = zoom < READABLE ? palette['ink-2'] : palette.ink;
	context.font = `${weight} ${size}px "Noto Sans", sans-serif`;
	context.textBaseline = 'middle';
	for (const [at, line] of lines.entries()) {
		const middle = y + CARD.padding + step * (at + 0.5);
		if (zoom >= READABLE) context.fillText(line, x + CARD.padding, middle);
		else context.fillRect(x + CARD.padding, middle - 3, Math.min(line.length * size * 0.5, width - 24), 6);
	}
}

/** However small it is, it has a pixel of its own. */
function paintBlock(
	context: CanvasRenderingContext2D,
	{ x, y, width, height }: CardBox,
	zoom: number,
	standing: Judgement | null,
	palette: Palette
): void {
	context.fillStyle = palette[standing ?? 'ink-2'];
	context.fillRect(x, y, Math.max(width, 1 / zoom), Math.max(height, 1 / zoom));
}

/** A disc where it stands, a square where it falls, a ring where it is open: at the corner, as on the cards themselves. */
function paintStanding(
	context: CanvasRenderingContext2D,
	{ x, y, width }: CardBox,
	zoom: number,
	standing: Judgement | null,
	palette: Palette
): void {
	if (standing === null) return;
	const half = Math.max(8, 3.5 / zoom);
	context.beginPath();
	if (standing === 'falls') context.rect(x + width - half, y - half, 2 * half, 2 * half);
	else context.arc(x + width, y, half, 0, 2 * Math.PI);
	context.fillStyle = standing === 'open' ? palette.surface : palette[standing];
	context.fill();
	context.strokeStyle = palette[standing];
	context.lineWidth = half / 3;
	context.stroke();
}

function paintJoint(
	context: CanvasRenderingContext2D,
	{ x, y, width, height }: JointBox,
	palette: Palette
): void {
	context.beginPath();
	context.arc(x + width / 2, y + height / 2, width / 2 - 1, 0, 2 * Math.PI);
	context.fillStyle = palette.surface;
	context.strokeStyle = palette.support;
	context.lineWidth = 2;
	context.fill();
	context.stroke();
}
