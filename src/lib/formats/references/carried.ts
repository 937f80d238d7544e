import type { Json } from '#lib/core/decode.ts';
import { compare } from '#lib/core/model/order.ts';
import type { Source } from '#lib/core/model/item.ts';
import { isRecord } from '../sample.ts';

/** What a source keeps of the file that it was read from. */
export interface Carried {
	readonly id: string;
	/** Its own entry; `null` where it was not read from this format. */
	readonly entry: Readonly<Record<string, unknown>> | null;
	/** Entries for the same work that were read as one with it, and words before them. */
	readonly also: readonly unknown[];
	readonly before: string;
	readonly after: string;
	/** Where among the entries of its file it stood; those that never stood in one come last. */
	readonly at: number;
}

/** What `source` carries of `format`. Nothing in it is trusted: an import of our own JSON may bring anything. */
export function carriedBy(source: Source, format: string): Carried {
	const table: Json | undefined = Object.hasOwn(source.ext, format) ? source.ext[format] : undefined;
	const known = isRecord(table) ? table : {};
	const { id, entry, also, before, after, at } = known;
	return {
		id: typeof id === 'string' ? id : typeof id === 'number' ? String(id) : '',
		entry: isRecord(entry) ? entry : null,
		also: Array.isArray(also) ? also : [],
		before: typeof before === 'string' ? before : '',
		after: typeof after === 'string' ? after : '',
		at: typeof at === 'number' ? at : Infinity
	};
}

/** `sources` as they stood in their file; those that stood in none after them, as they are given. */
export function asRead(sources: readonly Source[], format: string): Source[] {
	const placed = sources.map((source) => ({ source, at: carriedBy(source, format).at }));
	placed.sort((a, b) => (a.at === b.at ? compare(a.source.id, b.source.id) : a.at - b.at));
	return placed.map(({ source }) => source);
}
