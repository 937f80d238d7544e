import type { Box, Size } from './layout/types.ts';
import { LEGEND, type Frame } from './frame.ts';
import { WORD, type Scene } from './scene.ts';
import { coloursOf, sketch } from './sketch.ts';
import { svg } from './svg.ts';
import { widthOf } from './text/measure.ts';
import { THEMES, type ThemeName } from './theme.ts';

/** A picture as it is shown before it is taken, small enough to be there at once. */
export interface Preview extends Size {
	readonly svg: string;
	/** Drawn with the lengths of its words: nobody could read them so small. */
	readonly isSketch: boolean;
	/** A picture that is very long has only its beginning here. */
	readonly isWhole: boolean;
}

/** Of more cards than these nobody could read a word. */
const READABLE = 150;
/** How long for its breadth a preview may be. */
const LONGEST = 12;
/** What a sketch is drawn on. */
const PAPER = { width: 1_080, height: 960 } as const;

/** Shows a scene in its frame, in the colours that it will have. */
export function previewOf(scene: Scene, frame: Frame, theme: ThemeName, isTransparent: boolean): Preview {
	const { x, y, width, height } = frame.box;
	const box = { x, y, width: Math.min(width, height * LONGEST), height: Math.min(height, width * LONGEST) };
	const isWhole = box.width === width && box.height === height;
	const shown = { width: box.width, height: box.height, isWhole };
	if (scene.cards.length <= READABLE)
		return { ...shown, svg: svg(scene, { theme, isTransparent, view: box }), isSketch: false };
	const scale = Math.min(PAPER.width / box.width, PAPER.height / box.height);
	const size = { width: Math.ceil(box.width * scale), height: Math.ceil(box.height * scale) };
	const bars = [...headingBars(scene, frame), ...legendBars(scene, frame)];
	const cutting = { box, size, margin: 0, least: 0, most: 1 };
	const colours = coloursOf(THEMES[theme], !isTransparent);
	return { ...shown, svg: sketch({ ...scene, bars }, cutting, colours), isSketch: true };
}

function headingBars({ heading, bounds }: Scene, { title, date, top }: Frame): Box[] {
	const { lines, style } = title;
	const below = top + lines.length * style.step;
	return [
		...lines.map((line, row) => bar(bounds.x, top + row * style.step, widthOf(line, style), style.size)),
		...(heading.date === null ? [] : [bar(bounds.x, below, widthOf(heading.date, date), date.size)])
	];
}

function legendBars({ legend }: Scene, frame: Frame): Box[] {
	return legend.map(({ word, meaning }, at) => {
		const { x, y } = frame.legend[at]!;
		return bar(x + LEGEND.sample + 8, y - WORD.size / 2, widthOf(`${word} · ${meaning}`, WORD), WORD.size);
	});
}

function bar(x: number, y: number, width: number, height: number): Box {
	return { x, y: y + height * 0.2, width, height: height * 0.7 };
}
