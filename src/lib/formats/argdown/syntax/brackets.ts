import type { Find } from './find.ts';
import { isBlankAt } from './scan.ts';
import { COMMENTS, WHITE } from './signs.ts';
import type { TokenKind } from './token.ts';

/** Where a comment at `at` ends; -1 where there is none, or nothing ends it. */
export function commentEnd(text: string, at: number, find: Find): number {
	if (text.startsWith('//', at)) {
		const end = find.lineEnd(at);
		return end < text.length ? end : -1;
	}
	for (const [open, close] of COMMENTS)
		if (text.startsWith(open, at)) {
			const end = find.next(close, at + open.length);
			return end < text.length ? end + close.length : -1;
		}
	return -1;
}

/** Where front matter at `at` ends, behind the second row of `===`; else -1. */
export function frontMatterEnd(text: string, at: number, find: Find): number {
	if (!text.startsWith('===', at)) return -1;
	const close = find.next('===', pastEquals(text, at));
	return close < text.length ? pastEquals(text, close) : -1;
}

function pastEquals(text: string, at: number): number {
	let end = at;
	while (text[end] === '=') end++;
	return end;
}

/**
 * Where `{…}` at `from` ends: behind the last brace that can close it, one not followed by `,` or `}`, none passed that
 * ends a sentence. `end` is -1 where there is none up to `seen`.
 */
export function dataEnd(
	text: string,
	from: number,
	find: Find
): { readonly end: number; readonly seen: number } {
	const stop = Math.min(find.next('\r', from), find.next('\u2028', from), find.next('\u2029', from));
	let end = -1;
	let at = find.next('}', from + 1);
	for (; at < stop; at = find.next('}', at + 1)) {
		let next = at + 1;
		while (WHITE.has(text[next]!)) next++;
		const after = text[next];
		if (after === ',' || after === '}') continue;
		end = at + 1;
		if (next > end && after !== undefined) break;
	}
	return { end, seen: Math.min(at, stop) };
}

/** Where `[words](address)` at `at` ends, neither empty; else -1. */
function linkEnd(text: string, at: number, find: Find): number {
	const middle = find.next(']', at + 1);
	if (middle < at + 2 || text[middle + 1] !== '(') return -1;
	const end = find.next(')', middle + 2);
	if (end < middle + 3 || end === text.length) return -1;
	return isBlankAt(text, end + 1) ? end + 2 : end + 1;
}

interface Titled {
	readonly kind: TokenKind;
	readonly end: number;
}

/** The link, definition, reference or mention at `at`: `[a](b)`, `[a]:`, `[a]`, `@[a]`, and the latter with `<a>`. */
export function titledAt(text: string, at: number, find: Find): Titled | null {
	const isMention = text[at] === '@';
	const open = isMention ? at + 1 : at;
	const isStatement = text[open] === '[';
	if (!isStatement && text[open] !== '<') return null;
	const link = isStatement && !isMention ? linkEnd(text, at, find) : -1;
	if (link >= 0) return { kind: 'link', end: link };
	const close = isStatement ? ']' : '>';
	const line = find.lineEnd(open + 1);
	if (isMention) {
		const end = find.next(close, open + 2);
		if (end >= line) return null;
		const past = isBlankAt(text, end + 1) ? end + 2 : end + 1;
		return { kind: isStatement ? 'statementMention' : 'argumentMention', end: past };
	}
	const definition = find.next(isStatement ? ']:' : '>:', open + 2);
	if (definition < line)
		return { kind: isStatement ? 'statementDefinition' : 'argumentDefinition', end: definition + 2 };
	if (text[open + 1] === '-' || open + 1 >= text.length) return null;
	const reference = find.next(close, open + 2);
	if (reference >= find.lineEnd(open + 2)) return null;
	return { kind: isStatement ? 'statementReference' : 'argumentReference', end: reference + 1 };
}
