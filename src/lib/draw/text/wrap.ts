import { isIdeograph, widthOf, type Style } from './measure.ts';

export interface Wrapped {
	readonly lines: readonly string[];
	/** More words than fit in `most` lines: the last line ends in an ellipsis. */
	readonly isCut: boolean;
}

const ELLIPSIS = '…';

/**
 * Breaks `text` into lines no wider than `width` pixels, at most `most` of them. Lines break at spaces, between
 * ideographs, and inside a word that is wider than a line by itself; never between a letter and its marks.
 */
export function wrap(text: string, style: Style, width: number, most: number): Wrapped {
	const lines: string[] = [];
	for (const paragraph of text.split('\n')) {
		for (const line of broken(paragraph, style, width, most + 1 - lines.length)) lines.push(line);
		if (lines.length > most) return { lines: cut(lines, style, width, most), isCut: true };
	}
	return { lines, isCut: false };
}

/** The lines of one paragraph; no more than `most` are worked out. */
function broken(paragraph: string, style: Style, width: number, most: number): string[] {
	const lines: string[] = [];
	let line = '';
	let lineWidth = 0;
	for (const piece of pieces(paragraph)) {
		if (lines.length >= most) return lines;
		const isSpace = piece.trim() === '';
		const pieceWidth = widthOf(piece, style);
		if (lineWidth + pieceWidth <= width || (isSpace && line !== '')) {
			line += piece;
			lineWidth += pieceWidth;
			continue;
		}
		if (line.trim() !== '') lines.push(line.trimEnd());
		[line, lineWidth] = isSpace ? ['', 0] : [piece, pieceWidth];
		while (lineWidth > width && lines.length < most) {
			const head = headOf(line, style, width);
			if (head.length === line.length) break;
			lines.push(head);
			line = line.slice(head.length);
			lineWidth = widthOf(line, style);
		}
	}
	lines.push(line.trimEnd());
	return lines;
}

/** Words, the spaces between them, and ideographs one by one. */
function pieces(paragraph: string): string[] {
	const found: string[] = [];
	for (const word of paragraph.split(/(\s+)/)) {
		if (word === '') continue;
		let run = '';
		for (const character of word) {
			if (isIdeograph(character)) {
				if (run !== '') found.push(run);
				found.push(character);
				run = '';
			} else run += character;
		}
		if (run !== '') found.push(run);
	}
	return found;
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
/** A line holds far fewer characters than this: no need to look at the rest of an endless word. */
const HORIZON = 512;

/** As much of a word as fits, at least one character as a reader sees it. */
function headOf(word: string, style: Style, width: number): string {
	let head = '';
	let used = 0;
	for (const { segment } of graphemes.segment(word.slice(0, HORIZON))) {
		used += widthOf(segment, style);
		if (head !== '' && used > width) break;
		head += segment;
	}
	return head;
}

function cut(lines: readonly string[], style: Style, width: number, most: number): string[] {
	const kept = lines.slice(0, most);
	const letters = [...graphemes.segment(kept.pop() ?? '')].map(({ segment }) => segment);
	while (letters.length > 0 && widthOf(letters.join('') + ELLIPSIS, style) > width) letters.pop();
	const last = letters.join('').trimEnd();
	return [...kept, last + ELLIPSIS];
}
