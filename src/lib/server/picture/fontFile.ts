import { closeSync, openSync, readSync } from 'node:fs';

/** The characters of a font that has outlines to draw; `null` where it has none or cannot be read. */
export type Covers = (codePoint: number) => boolean;

const TABLE = 16;
const MOST_TABLES = 256;
const MOST_BYTES = 4 * 1024 * 1024;

/** Reads which characters a font file has (OpenType 1.9, `cmap` of format 4 or 12); of a collection the first font. */
export function coverage(file: string): Covers | null {
	let handle: number | undefined;
	try {
		handle = openSync(file, 'r');
		return read(handle);
	} catch {
		return null;
	} finally {
		if (handle !== undefined) closeSync(handle);
	}
}

function read(handle: number): Covers | null {
	const bytes = (at: number, length: number) => {
		const buffer = Buffer.alloc(Math.min(length, MOST_BYTES));
		return buffer.subarray(0, readSync(handle, buffer, 0, buffer.length, at));
	};
	const first = bytes(0, 16);
	const start = first.toString('latin1', 0, 4) === 'ttcf' ? first.readUInt32BE(12) : 0;
	const count = Math.min(bytes(start, 12).readUInt16BE(4), MOST_TABLES);
	const directory = bytes(start + 12, count * TABLE);
	const tables = new Map<string, { offset: number; length: number }>();
	for (let at = 0; at + TABLE <= directory.length; at += TABLE)
		tables.set(directory.toString('latin1', at, at + 4), {
			offset: directory.readUInt32BE(at + 8),
			length: directory.readUInt32BE(at + 12)
		});
	const map = tables.get('cmap');
	const hasOutlines = tables.has('glyf') || tables.has('CFF ') || tables.has('CFF2');
	// Glyphs of several colours are drawn as nothing.
	if (!map || !hasOutlines || tables.has('COLR') || tables.has('CBDT')) return null;
	return charactersOf(bytes(map.offset, map.length));
}

function charactersOf(map: Buffer): Covers | null {
	const found = new Map<number, number>();
	for (let at = 4, left = map.readUInt16BE(2); left > 0; left--, at += 8) {
		const platform = map.readUInt16BE(at);
		const offset = map.readUInt32BE(at + 4);
		if (platform === 0 || platform === 3) found.set(map.readUInt16BE(offset), offset);
	}
	const [all, basic] = [found.get(12), found.get(4)];
	if (all !== undefined) return (codePoint) => isIn(groupsOf(map, all), codePoint);
	return basic === undefined
		? null
		: (codePoint) => codePoint <= 0xffff && isInSegments(map, basic, codePoint);
}

interface Groups {
	readonly count: number;
	readonly end: (at: number) => number;
	readonly start: (at: number) => number;
}

function groupsOf(map: Buffer, offset: number): Groups {
	return {
		count: map.readUInt32BE(offset + 12),
		start: (at) => map.readUInt32BE(offset + 16 + 12 * at),
		end: (at) => map.readUInt32BE(offset + 20 + 12 * at)
	};
}

function isIn(groups: Groups, codePoint: number): boolean {
	const at = firstUpTo(groups, codePoint);
	return at < groups.count && groups.start(at) <= codePoint;
}

/** In format 4 a segment can have gaps, where the glyph is 0. */
function isInSegments(map: Buffer, offset: number, codePoint: number): boolean {
	const double = map.readUInt16BE(offset + 6);
	const start = offset + 16 + double;
	const segments: Groups = {
		count: double / 2,
		end: (at) => map.readUInt16BE(offset + 14 + 2 * at),
		start: (at) => map.readUInt16BE(start + 2 * at)
	};
	if (!isIn(segments, codePoint)) return false;
	const at = 2 * firstUpTo(segments, codePoint);
	const delta = map.readUInt16BE(start + double + at);
	const place = start + 2 * double + at;
	const range = map.readUInt16BE(place);
	if (range === 0) return ((codePoint + delta) & 0xffff) !== 0;
	return map.readUInt16BE(place + range + 2 * (codePoint - map.readUInt16BE(start + at))) !== 0;
}

/** The first group that ends at or after the character. */
function firstUpTo({ count, end }: Groups, codePoint: number): number {
	let [low, high] = [0, count];
	while (low < high) {
		const middle = (low + high) >> 1;
		if (end(middle) < codePoint) low = middle + 1;
		else high = middle;
	}
	return low;
}
