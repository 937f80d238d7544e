import { bytes, decode, json, mostBytes, type Json } from '#lib/core/decode.ts';

type Table = Readonly<Record<string, Json>>;

/** What of a foreign entry can be kept, and the names of what is too large, too deep or not plain. */
export interface Kept {
	readonly kept: Table;
	readonly dropped: readonly string[];
}

/** A little below what an item may carry, so that the name and other formats find room. */
const ROOM = 60 * 1024;

/**
 * `table` for an item's `ext`, at most 60 KiB of it: where it is more, the largest entries go first. The entries of a
 * table within it go one by one.
 */
export function keeping(table: Table): Kept {
	if (mostBytes(table) <= ROOM) return { kept: table, dropped: [] };
	const leaves = Object.entries(table).flatMap(([key, value]) =>
		isTable(value)
			? Object.entries(value).map(([name, entry]) => leaf([key, name], entry))
			: [leaf([key], value)]
	);
	let size = leaves.reduce((sum, each) => sum + each.size, 0);
	const gone = new Set<Leaf>();
	for (const each of [...leaves].sort((a, b) => b.size - a.size)) {
		if (each.isSound && size <= ROOM) continue;
		gone.add(each);
		size -= each.size;
	}
	if (gone.size === 0) return { kept: table, dropped: [] };
	const kept = new Map<string, Json>();
	const inner = new Map<string, Record<string, Json>>();
	for (const each of leaves) {
		const [key, name] = each.path;
		if (name === undefined) {
			if (!gone.has(each)) kept.set(key, each.value);
			continue;
		}
		const entries = inner.get(key) ?? {};
		inner.set(key, entries);
		kept.set(key, entries);
		if (!gone.has(each)) entries[name] = each.value;
	}
	return { kept: Object.fromEntries(kept), dropped: [...gone].map(({ path }) => path.at(-1)!) };
}

interface Leaf {
	readonly path: readonly [string, string?];
	readonly value: Json;
	readonly size: number;
	readonly isSound: boolean;
}

function leaf(path: Leaf['path'], value: Json): Leaf {
	const size = bytes(JSON.stringify(value)) + bytes(path.at(-1)!) + 4;
	const [key, name] = path;
	const whole = { [key]: name === undefined ? value : { [name]: value } };
	return { path, value, size, isSound: decode(json, whole).ok };
}

function isTable(value: Json): value is Table {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
