import type { Standing } from '#lib/core/evaluate/standings.ts';
import type { Id } from '#lib/core/model/item.ts';
import { CARD } from '#lib/draw/card.ts';
import type { CardBox, JointBox, Line, Sense } from '#lib/draw/layout/types.ts';
import { STROKES } from '#lib/draw/theme.ts';
import type { Shot, Size } from './camera.ts';
import type { Plan } from './plan.ts';
import { tilesOf } from './visible.ts';

/** How something on the map stands; `null` where that is hidden. */
export type Judge = (id: Id) => Judgement | null;
type Judgement = Standing['standing'];

/** Colours of the page, as the canvas needs them. */
export type Palette = Readonly<
	Record<Sense | Judgement | 'ground' | 'surface' | 'line' | 'ink' | 'ink-2' | 'accent', string>
>;

/** Below this zoom words are bars: nobody could read them. */
const READABLE = 0.28;
/** How much of a line is seen that a reason no longer carries. */
const LOST = 0.7;

/** Paints what a shot shows of a map that is too far away for cards of the page; `selected` stands out. */
export function paint(
	context: CanvasRenderingContext2D,
	plan: Plan,
	shot: Shot,
	size: Size,
	selected: ReadonlySet<Id>,
	palette: Palette,
	judge: Judge
): void {
	const tiles = tilesOf(shot, size);
	context.translate(shot.x, shot.y);
	context.scale(shot.zoom, shot.zoom);
	const lines = plan.linesWithin(tiles);
	const isLost = ({ relation }: Line) => judge(relation) === 'falls';
	context.globalAlpha = LOST;
	paintLines(context, lines.filter(isLost), shot.zoom, palette);
	context.globalAlpha = 1;
	paintLines(
		context,
		lines.filter((line) => !isLost(line)),
		shot.zoom,
		palette
	);
	for (const stop of plan.stopsWithin(tiles)) {
		if ('lines' in stop) {
			paintCard(context, stop, shot.zoom, selected.has(stop.id), palette);
			paintStanding(context, stop, shot.zoom, judge(stop.id), palette);
		} else paintJoint(context, stop, palette);
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
		context.setLineDash(dash === '' ? [] : dash.split(' ').map(Number));
		context.stroke();
	}
	context.setLineDash([]);
}

function paintCard(
	context: CanvasRenderingContext2D,
	{ x, y, width, height, lines, isRoot }: CardBox,
	zoom: number,
	isSelected: boolean,
	palette: Palette
): void {
	context.fillStyle = palette.surface;
	context.strokeStyle = isSelected ? palette.accent : palette.line;
	context.lineWidth = (isSelected ? 2.5 : 1) / zoom;
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
