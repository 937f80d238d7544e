import type { RelationKind } from './token.ts';

/** Signs that more than words can begin with: all that end words, and what indents or numbers a line. */
const SIGNS = new Uint8Array(0x80);
for (const sign of "\\@#*_[],.:;</>-\r\n(){}' \t+=0123456789") SIGNS[sign.charCodeAt(0)] = 1;

/** Whether nothing but words can begin at `at`. */
export function isWordy(text: string, at: number): boolean {
	const code = text.charCodeAt(at);
	return code > 0x7f || SIGNS[code] === 0;
}

/** The relation that the sign or the two signs at `at` stand for; a lone `_` does so only before white space. */
export function relationAt(text: string, at: number): RelationKind | null {
	const next = text[at + 1];
	switch (text[at]) {
		case '+':
			return next === '>' ? 'incomingSupport' : 'outgoingSupport';
		case '-':
			return next === '>' ? 'incomingAttack' : 'outgoingAttack';
		case '_':
			return next === '>' ? 'incomingUndercut' : isSpaceAt(text, at + 1) ? 'outgoingUndercut' : null;
		case '<':
			if (next === '+') return 'outgoingSupport';
			return next === '-' ? 'outgoingAttack' : next === '_' ? 'outgoingUndercut' : null;
		case '>':
			return next === '<' ? 'contradiction' : null;
		default:
			return null;
	}
}

/** Where the sign or the two signs of the relation at `at` end. */
export function relationEnd(text: string, at: number): number {
	return text[at] === '<' || text[at] === '>' || text[at + 1] === '>' ? at + 2 : at + 1;
}

/** Where the number of a premise or conclusion at `at` ends, as in `(12)`; else -1. */
export function numberEnd(text: string, at: number): number {
	const end = pastDigits(text, at + 1);
	return text[at] === '(' && text[end] === ')' && end > at + 1 ? end + 1 : -1;
}

/** Where the sign of a list's item at `at` ends, `*` or as in `12.`; else -1. */
export function itemEnd(text: string, at: number): number {
	const digits = pastDigits(text, at);
	const isItem = digits > at ? text[digits] === '.' : text[at] === '*';
	return isItem && isSpaceAt(text, digits + 1) ? digits + 1 : -1;
}

function pastDigits(text: string, at: number): number {
	let end = at;
	for (let code = text.charCodeAt(end); code >= 0x30 && code <= 0x39; code = text.charCodeAt(end)) end++;
	return end;
}

/** Where `:smile:` or `.->.` at `from` ends: anything without white space between two colons or full stops; else -1. */
export function specialEnd(text: string, from: number): number {
	const sign = text[from];
	if (sign !== '.' && sign !== ':') return -1;
	for (let at = from + 1; at < text.length && !isSpaceAt(text, at); at++)
		if (text[at] === sign && at > from + 1) return isBlankAt(text, at + 1) ? at + 2 : at + 1;
	return -1;
}

/** Whether there is white space at `at`; not so at the end. */
export function isSpaceAt(text: string, at: number): boolean {
	const code = text.charCodeAt(at);
	if (code > 0x7f) return /\s/.test(text[at]!);
	return code === 0x20 || (code >= 0x09 && code <= 0x0d);
}

/** Whether there is a blank or a tab at `at`. */
export function isBlankAt(text: string, at: number): boolean {
	const code = text.charCodeAt(at);
	return code === 0x20 || code === 0x09;
}

/** Past the blanks at `at`. */
export function pastBlanks(text: string, at: number): number {
	let end = at;
	while (isBlankAt(text, end)) end++;
	return end;
}

/** Past what indents a line: blanks, and apostrophes too. */
export function pastIndent(text: string, at: number): number {
	let end = at;
	while (isBlankAt(text, end) || text[end] === "'") end++;
	return end;
}

/** Past the one line end at `at`; -1 where there is none. */
function lineEndAt(text: string, at: number): number {
	if (text[at] === '\n') return at + 1;
	if (text[at] !== '\r') return -1;
	return text[at + 1] === '\n' ? at + 2 : at + 1;
}

/** Past blanks and the one line end after them; -1 where none is there. */
export function lineEndAfter(text: string, at: number): number {
	return lineEndAt(text, pastBlanks(text, at));
}

/** Past two line ends or more with nothing but blanks around them; -1 where there are fewer. */
export function emptyEnd(text: string, at: number): number {
	let [end, lines] = [at, 0];
	for (let to = at; ; end = ++to, lines++) {
		to = pastBlanks(text, to);
		if (text[to] === '\r' && text[to + 1] === '\n') to++;
		if (text[to] !== '\n') return lines > 1 ? end : -1;
	}
}

/** Past all line ends that follow a comment, and the blanks before those of two signs. */
export function breaksEnd(text: string, at: number): number {
	for (let end = at; ;) {
		const to = pastBlanks(text, end);
		if (text[to] === '\r' && text[to + 1] === '\n') end = to + 2;
		else if (text[end] === '\n' || text[end] === '\r') end++;
		else return end;
	}
}
