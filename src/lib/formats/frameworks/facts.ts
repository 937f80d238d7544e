/** A fact of a logic program, as written: `att(a, f(b))` has the arguments `a` and `f(b)`. */
export interface Fact {
	readonly name: string;
	readonly args: readonly string[];
	/** Whether its final dot is there. */
	readonly isClosed: boolean;
	readonly line: number;
	readonly column: number;
}

export interface Facts {
	readonly facts: readonly Fact[];
	/** What is no fact, to the end of its line. */
	readonly others: readonly { readonly text: string; readonly line: number; readonly column: number }[];
}

/** One or two plain arguments, as nearly all facts have. */
const PLAIN = /([A-Za-z_]\w*)\s*\(\s*([^\s()[\]{},"'%]+)\s*(?:,\s*([^\s()[\]{},"'%]+)\s*)?\)/y;
const HEAD = /([A-Za-z_]\w*)\s*\(/y;
const DOT = /\s*(\.?)\s*/y;

/** The facts of a logic program: several on a line or one, with comments after `%`, with or without final dots. */
export function factsIn(text: string): Facts {
	const facts: Fact[] = [];
	const others: Facts['others'][number][] = [];
	for (const [index, whole] of text.split(/\r\n|\n|\r/).entries()) {
		let at = whole.length - whole.trimStart().length;
		while (at < whole.length && whole[at] !== '%') {
			const found = factAt(whole, at);
			const place = { line: index + 1, column: at + 1 };
			if (!found) {
				others.push({ text: whole.slice(at).trimEnd(), ...place });
				break;
			}
			DOT.lastIndex = found.end;
			const [, dot] = DOT.exec(whole)!;
			at = DOT.lastIndex;
			facts.push({ name: found.name, args: found.args, isClosed: dot !== '', ...place });
		}
	}
	return { facts, others };
}

/** Whether a reader takes `term` for exactly one argument of a fact. */
export function isTerm(term: string): boolean {
	if (/^\w+$/.test(term)) return true;
	if (/[\r\n]/.test(term)) return false;
	const found = factAt(`f(${term})`, 0);
	return found?.end === term.length + 3 && found.args.length === 1 && found.args[0] === term;
}

interface Found {
	readonly name: string;
	readonly args: readonly string[];
	readonly end: number;
}

function factAt(line: string, at: number): Found | null {
	PLAIN.lastIndex = at;
	const plain = PLAIN.exec(line);
	if (plain) {
		const [, name, first, second] = plain;
		return { name: name!, args: second === undefined ? [first!] : [first!, second], end: PLAIN.lastIndex };
	}
	HEAD.lastIndex = at;
	const head = HEAD.exec(line);
	if (!head) return null;
	const parts = split(line, HEAD.lastIndex, ')');
	if (!parts.isClosed) return null;
	const args = parts.args.length === 1 && parts.args[0] === '' ? [] : parts.args;
	return { name: head[1]!, args, end: parts.end };
}

const OPENING = '([{';
const CLOSING = ')]}';

interface Parts {
	readonly args: readonly string[];
	/** After the closing sign. */
	readonly end: number;
	readonly isClosed: boolean;
}

/** Parts between commas from `at` to the sign `close`, or to the end; what brackets or quotes hold stays together. */
export function split(line: string, at: number, close = ''): Parts {
	const args: string[] = [];
	let [start, depth] = [at, 0];
	for (let end = at; end < line.length; end++) {
		const sign = line[end]!;
		if (depth === 0 && sign === close) {
			args.push(line.slice(start, end).trim());
			return { args, end: end + 1, isClosed: true };
		}
		if (sign === '%') break;
		if (sign === '"') {
			const quote = line.indexOf('"', end + 1);
			if (quote < 0) break;
			end = quote;
		} else if (OPENING.includes(sign)) depth++;
		else if (CLOSING.includes(sign)) depth--;
		else if (sign === ',' && depth === 0) {
			args.push(line.slice(start, end).trim());
			start = end + 1;
		}
	}
	args.push(line.slice(start).trim());
	return { args, end: line.length, isClosed: false };
}
