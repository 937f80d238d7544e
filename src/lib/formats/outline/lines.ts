/** A block of an outline: a list item, a heading or a paragraph, with the lines that go on with it. */
export interface Block {
	readonly kind: 'item' | 'heading' | 'text';
	/** Where it begins, from 0; for headings their level. */
	readonly depth: number;
	/** `-`, `*`, `+` or a number of a list item; `''` for others. */
	readonly bullet: string;
	text: string;
	/** From 1. */
	readonly line: number;
	readonly column: number;
}

const ITEM = /^([-+*\u2022\u2013\u2014]|(?:\d{1,9}|[a-zA-Z])[.)])(?:[ \t]+|$)/;
const HEADING = /^(#{1,6})(?:[ \t]+|$)/;
const RULE = /^(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|={3,})$/;

/**
 * The blocks of a text. An indented line without a bullet goes on with the block above it, unless there are no
 * bullets in the text at all: then each line is a block, and its indentation says what it is below.
 */
export function blocksOf(text: string): Block[] {
	const lines = text.split(/\r\n|\n|\r/);
	const isList = lines.some((line) => ITEM.test(line.trimStart()) && !RULE.test(line.trim()));
	const blocks: Block[] = [];
	let blank = 0;
	let isFenced = false;
	let isComment = false;
	for (const [at, raw] of lines.entries()) {
		const line = raw.trimEnd();
		const said = line.trimStart();
		const last = blocks.at(-1);
		if (isComment || (said.startsWith('<!--') && !isFenced)) {
			isComment = !said.includes('-->');
			continue;
		}
		if (/^(?:```|~~~)/.test(said)) isFenced = !isFenced;
		if (said === '' || (RULE.test(said) && !isFenced)) {
			blank = said === '' ? blank + 1 : 0;
			continue;
		}
		const block = isFenced && last ? null : blockOf(said, columnOf(line), at + 1);
		const goesOn = last !== undefined && goesOnWith(last, block, columnOf(line), blank, isList);
		if (block && !goesOn) blocks.push(block);
		else if (last) last.text += '\n'.repeat(blank + 1) + said;
		blank = 0;
	}
	return blocks;
}

function blockOf(said: string, depth: number, line: number): Block {
	const place = { line, column: depth + 1 };
	const heading = HEADING.exec(said);
	if (heading)
		return {
			kind: 'heading',
			depth: heading[1]!.length,
			bullet: '',
			text: said.slice(heading[0].length).replace(/[ \t]+#+$/, ''),
			...place
		};
	const item = ITEM.exec(said);
	if (item) return { kind: 'item', depth, bullet: item[1]!, text: said.slice(item[0].length), ...place };
	return { kind: 'text', depth, bullet: '', text: said.replace(/^>[ \t]?/, ''), ...place };
}

function goesOnWith(
	last: Block,
	block: Block | null,
	depth: number,
	blank: number,
	isList: boolean
): boolean {
	if (block === null) return true;
	if (block.kind !== 'text' || !isList) return false;
	if (last.kind === 'item') return depth > last.depth || blank === 0;
	return last.kind === 'text' && (blank === 0 || depth > last.depth);
}

/** Where a line begins, from 0; a tab goes on to the next fourth place. */
function columnOf(line: string): number {
	let column = 0;
	for (const sign of line) {
		if (sign === '\t') column += 4 - (column % 4);
		else if (/\s/.test(sign)) column++;
		else break;
	}
	return column;
}
