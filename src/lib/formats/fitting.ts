import { bytes, decode, json, mostBytes, type Json } from '#lib/core/decode.ts';
import { LIMITS } from '#lib/core/model/decodeItem.ts';
import type { Item, Premise } from '#lib/core/model/item.ts';

/** `item` with every text and list cut to what a debate may hold, and the names of the fields that were cut. */
export function fitting<T extends Item>(item: T): { readonly item: T; readonly cut: readonly string[] } {
	const cut: string[] = [];
	const changed: Record<string, unknown> = {};
	for (const [field, value] of Object.entries(item)) {
		const fit = fitted(value, field, limitOf(item.kind, field));
		if (fit === value) continue;
		changed[field] = fit;
		cut.push(field);
	}
	return cut.length === 0 ? { item, cut } : { item: { ...item, ...changed }, cut };
}

/** A text of so many units takes no more bytes than any text may. */
const SHORT = 256 / 3;

/** Whether an item is so plain and short that nothing of it can have to be cut: most are. Other kinds are looked through. */
export function isShort(item: Item): boolean {
	if (!isShortText(item.id, SHORT)) return false;
	if (hasAny(item.ext) && mostBytes(item.ext) > LIMITS.ext) return false;
	switch (item.kind) {
		case 'claim':
			return (
				isShortText(item.text, LIMITS.claim / 3) &&
				isShortText(item.title, SHORT) &&
				isShortText(item.notes, SHORT) &&
				isShortText(item.order, SHORT) &&
				item.wordings.length === 0 &&
				item.tags.length === 0 &&
				(item.group === null || isShortText(item.group, SHORT))
			);
		case 'relation':
			return (
				isShortText(item.scheme, SHORT) &&
				isShortText(item.notes, SHORT) &&
				isShortText(item.order, SHORT) &&
				item.premises.length < 5 &&
				item.premises.every(isShortPremise) &&
				(item.target === null || isShortText(item.target, SHORT))
			);
		case 'evidence':
			return (
				isShortText(item.text, LIMITS.notes / 3) &&
				isShortText(item.locator, SHORT) &&
				isShortText(item.notes, SHORT) &&
				isShortText(item.order, SHORT) &&
				isShortText(item.target, SHORT) &&
				(item.source === null || isShortText(item.source, SHORT)) &&
				item.credibility === null
			);
		default:
			return false;
	}
}

function isShortPremise({ id, role }: Premise): boolean {
	return isShortText(id, SHORT) && isShortText(role, SHORT);
}

function hasAny(table: object): boolean {
	for (const _key in table) return true;
	return false;
}

function isShortText(text: string, most: number): boolean {
	return text === '' || (text.length <= most && !text.includes('\0') && text.isWellFormed());
}

/** `text` without what no text may hold, at most `limit` bytes of UTF-8 long. */
export function clipped(text: string, limit: number): string {
	const sound = text.includes('\0') || !text.isWellFormed() ? text.replaceAll('\0', '').toWellFormed() : text;
	if (sound.length * 3 <= limit || bytes(sound) <= limit) return sound;
	let [low, high] = [0, Math.min(sound.length, limit)];
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if (bytes(sound.slice(0, middle)) <= limit) low = middle;
		else high = middle - 1;
	}
	const isSplit = low > 0 && !sound.slice(0, low).isWellFormed();
	return sound.slice(0, isSplit ? low - 1 : low);
}

const COUNTS: Readonly<Record<string, number>> = {
	tags: LIMITS.tags,
	wordings: LIMITS.wordings,
	descriptions: LIMITS.wordings,
	steps: LIMITS.steps,
	premises: LIMITS.premises,
	author: LIMITS.authors
};

function limitOf(kind: Item['kind'], field: string): number {
	if (field === 'text') return kind === 'claim' ? LIMITS.claim : LIMITS.notes;
	if (field === 'notes' || field === 'descriptions') return LIMITS.notes;
	if (field === 'wordings') return LIMITS.claim;
	if (field === 'tags') return 256;
	if (field === 'URL') return LIMITS.address;
	return LIMITS.line;
}

/** The value itself where nothing had to be cut. */
function fitted(value: unknown, field: string, limit: number): unknown {
	if (typeof value === 'string') return clipped(value, limit);
	if (field === 'ext') return fittingExt(value);
	if (!Array.isArray(value)) return value;
	const most = COUNTS[field] ?? Infinity;
	const kept = value.length > most ? value.slice(0, most) : value;
	const entries = kept.map((entry: unknown) => fittedEntry(entry, limit));
	return entries.every((entry, at) => entry === value[at]) && kept === value ? value : entries;
}

function fittedEntry(entry: unknown, limit: number): unknown {
	if (typeof entry === 'string') return clipped(entry, limit);
	if (typeof entry !== 'object' || entry === null) return entry;
	const fields = Object.entries(entry).map(([key, value]: [string, unknown]) => [
		key,
		fitted(value, key, limit)
	]);
	const same = fields.every(([key, value]) => value === (entry as Record<string, unknown>)[String(key)]);
	return same ? entry : Object.fromEntries(fields);
}

/** What a foreign format carried, while it is small and plain enough to keep. */
function fittingExt(value: unknown): unknown {
	if (typeof value !== 'object' || value === null) return {};
	if (mostBytes(value) <= LIMITS.ext) return value;
	const kept: Record<string, Json> = {};
	let room: number = LIMITS.ext;
	let same = true;
	for (const [name, carried] of Object.entries(value)) {
		const sound = decode(json, carried);
		const size = sound.ok ? JSON.stringify(sound.value).length * 3 + name.length + 8 : Infinity;
		if (!sound.ok || (size > room && bytes(JSON.stringify(sound.value)) + name.length + 8 > room))
			same = false;
		else {
			kept[name] = sound.value;
			room -= bytes(JSON.stringify(sound.value)) + name.length + 8;
		}
	}
	return same ? value : kept;
}
