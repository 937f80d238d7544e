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
	/** What stood at the last break: nothing where a word was parted. */
	let gap = '';
	for (const piece of pieces(paragraph)) {
		if (lines.length >= most) return lines;
		const isSpace = piece.trim() === '';
		const pieceWidth = widthOf(piece, style);
		if (lineWidth + pieceWidth <= width || (isSpace && line !== '')) {
			line += piece;
			lineWidth += pieceWidth;
			continue;
		}
		const whole = line.trimEnd();
		gap = line.slice(whole.length);
		if (whole !== '') lines.push(whole);
		[line, lineWidth] = isSpace ? ['', 0] : [piece, pieceWidth];
		while (lineWidth > width && lines.length < most) {
			const head = headOf(line, style, width);
			if (head.length === line.length) break;
			lines.push(head);
			gap = '';
			line = line.slice(head.length);
			lineWidth = widthOf(line, style);
		}
	}
	lines.push(line.trimEnd());
	return gap === '' ? lines : accompanied(lines, gap, style, width);
}

/** The last line, where it is all but empty, with one more word from the line above, unless that is then short itself. */
function accompanied(lines: string[], gap: string, style: Style, width: number): string[] {
	const [above = '', last = ''] = lines.slice(-2);
	const at = above.search(/\s\S*$/);
	if (lines.length < 2 || at <= 0 || widthOf(last, style) > width / 4) return lines;
	const [rest, joined] = [above.slice(0, at).trimEnd(), above.slice(at + 1) + gap + last];
	const [room, used] = [widthOf(rest, style), widthOf(joined, style)];
	return room < used || room < width / 3 ? lines : [...lines.slice(0, -2), rest, joined];
}

/** Signs that no line begins with, and signs that none ends with. */
const CLOSING = /[\p{Pe}\p{Pf}、。，．：；？！％…·ー々〻ぁぃぅぇぉっゃゅょァィゥェォッャュョ)\]},.;:!?%”’]/u;
const OPENING = /[\p{Ps}\p{Pi}“‘]/u;

/** Words, the spaces between them, and ideographs one by one, with the signs that belong to them. */
function pieces(paragraph: string): string[] {
	const found: string[] = [];
	for (const word of paragraph.split(/(\s+)/)) {
		if (!isIdeograph(word)) {
			if (word !== '') found.push(word);
			continue;
		}
		let run = '';
		let isAfterIdeograph = false;
		const end = (upTo = run.length) => {
			if (upTo > 0) found.push(run.slice(0, upTo));
			run = run.slice(upTo);
		};
		for (const character of word) {
			const isOne = isIdeograph(character);
			const isClosing = CLOSING.test(character) && (run !== '' || isAfterIdeograph);
			if (isClosing && run === '') run = found.pop() ?? '';
			if (isOne && !isClosing) end(run.length - openingAt(run).length);
			run += character;
			if (isOne && !OPENING.test(character)) end();
			isAfterIdeograph = run === '';
		}
		end();
	}
	return found;
}

/** The signs at the end of a run that open what follows. */
function openingAt(run: string): string {
	const signs = [...run];
	const from = signs.findLastIndex((sign) => !OPENING.test(sign)) + 1;
	return signs.slice(from).join('');
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
