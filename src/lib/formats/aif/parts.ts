import type { Json } from '#lib/core/decode.ts';
import { isRecord } from '../sample.ts';

type Table = Readonly<Record<string, Json>>;

/** An entry of a list of a document, or a stretch of a long text in it. */
export interface Part {
	/** Where the list or the text stands: `/OVA/nodes`. */
	readonly pointer: string;
	readonly at: number;
	readonly value: Json;
}

/** A document in pieces small enough to be carried by different items. */
export interface Parts {
	/** The document with its lists empty and its long texts gone. */
	readonly frame: Table;
	readonly parts: readonly Part[];
}

/** Lists and texts deeper than this stay whole, and so do more of them than this. */
const DEPTH = 3;
const MOST = 64;
const STRETCH = 12_000;

/** Takes `document` to pieces. */
export function dismantled(document: Table): Parts {
	const parts: Part[] = [];
	let count = 0;
	const emptied = (value: Json, pointer: string, depth: number): Json => {
		if (pointer.length > 200) return value;
		if (Array.isArray(value)) {
			if (++count > MOST) return value;
			for (const [at, entry] of value.entries()) parts.push({ pointer, at, value: entry as Json });
			return [];
		}
		if (typeof value === 'string' && value.length > STRETCH && ++count <= MOST) {
			for (const [at, stretch] of stretchesOf(value).entries()) parts.push({ pointer, at, value: stretch });
			return '';
		}
		if (!isTable(value) || depth === DEPTH) return value;
		const entries = Object.entries(value).map(([key, each]) => [
			key,
			emptied(each, `${pointer}/${escaped(key)}`, depth + 1)
		]);
		return Object.fromEntries(entries);
	};
	const frame = emptied(document, '', 0);
	return { frame: isTable(frame) ? frame : {}, parts };
}

/** Puts the pieces together again, entries of a list in the order of `parts`. What is a text in `frame` stays one. */
export function assembled(frame: Table, parts: readonly Part[]): Table {
	const lists = new Map<string, Json[]>();
	for (const { pointer, value } of parts) {
		const known = lists.get(pointer);
		if (known) known.push(value);
		else if (lists.size < 2 * MOST) lists.set(pointer, [value]);
	}
	let document = frame;
	for (const [pointer, entries] of lists) {
		const isText = typeof valueAt(frame, keysOf(pointer)) === 'string';
		document = withValue(document, keysOf(pointer), isText ? entries.join('') : entries);
	}
	return document;
}

/** The list at `pointer`; `null` where there is none. */
export function listAt(document: Table, pointer: string): readonly Json[] | null {
	const value = valueAt(document, keysOf(pointer));
	return Array.isArray(value) ? (value as readonly Json[]) : null;
}

/** The keys that a pointer leads along. */
export function keysOf(pointer: string): string[] {
	return pointer
		.split('/')
		.slice(1)
		.map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The value that `keys` lead to. */
export function valueAt(document: Json, keys: readonly string[]): Json | undefined {
	let value: Json | undefined = document;
	for (const key of keys) value = isTable(value) && Object.hasOwn(value, key) ? value[key] : undefined;
	return value;
}

/** `document` with `value` where `keys` lead to; tables on the way are made where they are missing. */
export function withValue(document: Table, keys: readonly string[], value: Json): Table {
	const [key, ...rest] = keys;
	if (key === undefined) return document;
	const inner = Object.hasOwn(document, key) ? document[key] : undefined;
	return {
		...document,
		[key]: rest.length === 0 ? value : withValue(isTable(inner) ? inner : {}, rest, value)
	};
}

function escaped(key: string): string {
	return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** Pieces of `text`, none of which ends within a character. */
function stretchesOf(text: string): string[] {
	const pieces: string[] = [];
	for (let from = 0; from < text.length;) {
		let to = Math.min(from + STRETCH, text.length);
		if (to < text.length && /[\uD800-\uDBFF]/.test(text[to - 1]!)) to--;
		pieces.push(text.slice(from, to));
		from = to;
	}
	return pieces;
}

function isTable(value: Json | undefined): value is Table {
	return isRecord(value);
}
