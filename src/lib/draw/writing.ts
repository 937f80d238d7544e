import { words, type Markup } from './markup.ts';
import { hasGlyph, widthOf, type Style } from './text/measure.ts';

/** How a file says that words run from right to left: with an attribute, or with characters that nobody sees. */
export type Writing = 'by attribute' | 'by characters';

/** Whether the first strong character belongs to a script that runs from right to left. */
export function isRightToLeft(text: string): boolean {
	const strong = /\p{L}/u.exec(text)?.[0];
	return strong !== undefined && /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/.test(strong);
}

/** How a text begins at its `x`: at the right edge where it runs from there. */
export function anchor(isRight: boolean, writing: Writing): Readonly<Record<string, string | null>> {
	if (!isRight) return {};
	return writing === 'by attribute' ? { direction: 'rtl' } : { 'text-anchor': 'end' };
}

/** One line of a text; characters around it keep its signs on their side. */
export function written(line: string, isRight: boolean, writing: Writing): Markup {
	return words(isRight && writing === 'by characters' ? `\u2067${line}\u2069` : line);
}

/**
 * How wide a line is to be: where a reader has another font than the one it was broken for, that is made to fit. Not
 * said of characters whose width is a guess, nor to a renderer that is given the font.
 */
export function measured(
	line: string,
	style: Style,
	writing: Writing
): Readonly<Record<string, string | number>> {
	const width = widthOf(line, style);
	if (writing === 'by characters' || width === 0 || ![...line].every(hasGlyph)) return {};
	return { textLength: round(width), lengthAdjust: 'spacingAndGlyphs' };
}

/**
 * The lines of a text as elements with a space between them where the text has one, so that they are copied, found and
 * joined as they were written, and in no other place.
 */
export function parted(
	elements: readonly Markup[],
	lines: readonly string[],
	text: string,
	writing: Writing
): readonly Markup[] {
	if (writing === 'by characters') return elements;
	let at = 0;
	return elements.map((made, row) => {
		while (!text.startsWith(lines[row]!, at) && isSpace(text[at])) at++;
		at += lines[row]!.length;
		return row < lines.length - 1 && isSpace(text[at]) ? `${made} ` : made;
	});
}

function isSpace(sign: string | undefined): boolean {
	return sign !== undefined && sign.trim() === '';
}

/** Tenths of a pixel are enough. */
export function round(value: number): number {
	return Math.round(value * 10) / 10;
}
