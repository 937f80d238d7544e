import { fail, ok, type Result } from '#lib/core/result.ts';
import { BOUNDS, refusal, type Refusal } from '../format.ts';
import { Places } from '../places.ts';

/** The value of a JSON text; refused, with the place, where it is none or nested more than 256 deep. */
export function readJson(text: string): Result<unknown, Refusal> {
	const deep = tooDeep(text);
	if (deep >= 0) return fail(at(text, deep, 'too-deep', `Nested more than ${BOUNDS.depth} deep.`));
	try {
		return ok(JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text) as unknown);
	} catch (error) {
		const message = error instanceof Error ? error.message : String(error);
		const position = Number(/position (\d+)/.exec(message)?.[1] ?? text.length);
		return fail(at(text, position, 'not-json', 'This is where the JSON breaks off or goes wrong.'));
	}
}

/**
 * As `readJson`, but control characters inside strings, which JSON forbids and some tools write, are taken for
 * themselves; `mended` holds where they stand.
 */
export function readLooseJson(
	text: string
): Result<{ readonly value: unknown; readonly mended: readonly number[] }, Refusal> {
	const strict = readJson(text);
	if (strict.ok) return ok({ value: strict.value, mended: [] });
	const mended = controlsIn(text);
	if (mended.length === 0 || strict.error.errors[0]?.code === 'too-deep') return strict;
	const pieces: string[] = [];
	let from = 0;
	for (const each of mended) {
		pieces.push(text.slice(from, each), `\\u${text.charCodeAt(each).toString(16).padStart(4, '0')}`);
		from = each + 1;
	}
	const loose = readJson(pieces.join('') + text.slice(from));
	return loose.ok ? ok({ value: loose.value, mended }) : strict;
}

/** Where control characters stand inside the strings of a JSON text. */
function controlsIn(text: string): number[] {
	const found: number[] = [];
	let isString = false;
	for (let at = 0; at < text.length; at++) {
		const unit = text.charCodeAt(at);
		if (unit === 0x22) isString = !isString;
		else if (isString && unit === 0x5c) at++;
		else if (isString && unit < 0x20) found.push(at);
	}
	return found;
}

function at(text: string, offset: number, code: string, message: string): Refusal {
	const { line, column } = new Places(text).at(Math.min(offset, text.length));
	return refusal(code, message, line, column);
}

/** Where `text` is nested too deep; -1 where it is not. */
function tooDeep(text: string): number {
	let depth = 0;
	for (let at = 0; at < text.length; at++) {
		const unit = text.charCodeAt(at);
		if (unit === 0x22) at = quoteAfter(text, at + 1);
		else if (unit === 0x7b || unit === 0x5b) {
			if (++depth > BOUNDS.depth) return at;
		} else if (unit === 0x7d || unit === 0x5d) depth--;
	}
	return -1;
}

/** The quote that closes a string which begins at `from`; the end of the text where none does. */
function quoteAfter(text: string, from: number): number {
	for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 1)) {
		let slashes = 0;
		while (at - slashes > from && text.charCodeAt(at - slashes - 1) === 0x5c) slashes++;
		if (slashes % 2 === 0) return at;
	}
	return text.length;
}

/**
 * Where in a JSON text the value at `path` stands, such as `items[3].text`; the deepest value on the way to it where
 * the text has no such path. The text must be JSON.
 */
export function placeInJson(text: string, path: string): { readonly line: number; readonly column: number } {
	return new Places(text).at(offsetAt(text, path.match(/[^.[\]]+/g) ?? []));
}

/** Where the entries of the list under `keys` begin in a JSON text, in one pass; none where there is no such list. */
export function entriesInJson(text: string, keys: readonly string[]): number[] {
	const open = offsetAt(text, keys);
	const starts: number[] = [];
	if (text[open] !== '[') return starts;
	for (let at = skipBlank(text, open + 1); at < text.length && text[at] !== ']';) {
		starts.push(at);
		at = skipBlank(text, valueEnd(text, at));
		if (text[at] !== ',') break;
		at = skipBlank(text, at + 1);
	}
	return starts;
}

function offsetAt(text: string, keys: readonly string[]): number {
	let at = skipBlank(text, text.startsWith('\uFEFF') ? 1 : 0);
	for (const key of keys) {
		const next =
			text[at] === '[' ? entryAt(text, at, Number(key)) : text[at] === '{' ? valueAt(text, at, key) : -1;
		if (next < 0) break;
		at = next;
	}
	return at;
}

function valueAt(text: string, open: number, key: string): number {
	let at = skipBlank(text, open + 1);
	while (at < text.length && text[at] === '"') {
		const end = valueEnd(text, at);
		const value = skipBlank(text, skipBlank(text, end) + 1);
		if (text.slice(at + 1, end - 1) === key) return value;
		at = skipBlank(text, valueEnd(text, value));
		if (text[at] !== ',') return -1;
		at = skipBlank(text, at + 1);
	}
	return -1;
}

function entryAt(text: string, open: number, wanted: number): number {
	let at = skipBlank(text, open + 1);
	for (let index = 0; at < text.length && text[at] !== ']'; index++) {
		if (index === wanted) return at;
		at = skipBlank(text, valueEnd(text, at));
		if (text[at] !== ',') return -1;
		at = skipBlank(text, at + 1);
	}
	return -1;
}

function valueEnd(text: string, from: number): number {
	let [at, depth] = [from, 0];
	do {
		const sign = text[at];
		if (sign === '"') at = stringEnd(text, at);
		else if (sign === '{' || sign === '[') [at, depth] = [at + 1, depth + 1];
		else if (sign === '}' || sign === ']') [at, depth] = [at + 1, depth - 1];
		else if (depth > 0) at++;
		else while (at < text.length && !/[\s,}\]]/.test(text[at]!)) at++;
	} while (depth > 0 && at < text.length);
	return at;
}

function stringEnd(text: string, from: number): number {
	let at = from + 1;
	while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
	return at + 1;
}

function skipBlank(text: string, from: number): number {
	let at = from;
	while (at < text.length && /\s/.test(text[at]!)) at++;
	return at;
}
