import { ADVANCES } from '../font/metrics.generated.ts';

/** How words are set: size in pixels at 100 %, and one of the shipped weights. */
export interface Style {
	readonly size: number;
	readonly weight: 400 | 600;
}

/** Widths in thousandths of the size for what the shipped font lacks: cautious, so that nothing is cut off. */
const FULL = 1000;
const PICTURE = 1312;
const LETTER = 700;
/** Letters that are joined to their neighbours, or are narrow in every font. */
const NARROW = 600;

/** Nobody sees it, though fonts have a sign for it. */
const SOFT_HYPHEN = 0xad;

const tables = new Map<Style['weight'], Map<number, number>>();

/** How wide `text` is in one line, in pixels: from the metrics of the shipped font, the same on every machine. */
export function widthOf(text: string, { size, weight }: Style): number {
	const table = tableOf(weight);
	let sum = 0;
	for (const character of text) {
		const codePoint = character.codePointAt(0)!;
		const known = table.get(codePoint);
		sum += known ?? guess(codePoint, character);
	}
	return (sum * size) / 1000;
}

/** Whether the shipped font can draw the character. */
export function hasGlyph(character: string): boolean {
	return tableOf(400).has(character.codePointAt(0)!);
}

function tableOf(weight: Style['weight']): Map<number, number> {
	let table = tables.get(weight);
	if (!table) {
		table = new Map();
		for (const [from, widths] of ADVANCES[weight])
			for (const [at, width] of widths.entries()) if (width >= 0) table.set(from + at, width);
		table.set(SOFT_HYPHEN, 0);
		tables.set(weight, table);
	}
	return table;
}

function guess(codePoint: number, character: string): number {
	if (/[\p{Mn}\p{Me}\p{Cf}]/u.test(character)) return 0;
	if (isIdeograph(character)) return FULL;
	if (codePoint >= 0x1f000) return PICTURE;
	if (!/[\p{L}\p{Mc}\p{Nd}\s]/u.test(character)) return FULL;
	return /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(character) ? NARROW : LETTER;
}

/** Whether there is a Chinese, Japanese or Korean character: they are as wide as high, and lines may break between any two. */
export function isIdeograph(text: string): boolean {
	return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uffef]/u.test(
		text
	);
}
