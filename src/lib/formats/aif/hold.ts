import { bytes, decode, json, mostBytes, type Json } from '#lib/core/decode.ts';
import type { Id } from '#lib/core/model/item.ts';
import { isRaw, type Raw } from './graph.ts';
import type { Part } from './parts.ts';

/** Below what the `ext` of an item may hold, so that the names of things find room. */
const ROOM = 56 * 1024;

/**
 * What a document holds beyond its claims and inferences, shared out among the items: each part goes with the item
 * that it is about while that has room, else with the next that has.
 */
export class Hold {
	readonly #ids: readonly Id[];
	readonly #spare: () => Id;
	readonly #room = new Map<Id, number>();
	readonly #parts = new Map<Id, Map<string, Json[]>>();
	#next = 0;
	#last: Id | null = null;

	/** `own` is what each item carries of itself, in the order of the text; `spare` makes one that carries nothing. */
	constructor(own: ReadonlyMap<Id, Raw>, spare: () => Id) {
		this.#ids = [...own.keys()];
		this.#spare = spare;
		for (const [id, raw] of own) this.#room.set(id, ROOM - sizeOf(raw));
	}

	/** Whether `part` found room with `about` or with another item; not where it is too large or too deep. */
	load(part: Part, about: Id | null = null): boolean {
		const size = sizeOf(part.value) + part.pointer.length + 16;
		if (size > ROOM || !isKeepable(part.value)) return false;
		const hasRoom = (id: Id | null): id is Id => id !== null && (this.#room.get(id) ?? 0) >= size;
		const id = [about, this.#last].find(hasRoom) ?? this.#anyWith(size);
		this.#room.set(id, this.#room.get(id)! - size);
		const parts = this.#parts.get(id) ?? new Map<string, Json[]>();
		this.#parts.set(id, parts);
		const entry = [part.at, part.value];
		const known = parts.get(part.pointer);
		if (known) known.push(entry);
		else parts.set(part.pointer, [entry]);
		return true;
	}

	/** One of the next items with room, else a spare one. */
	#anyWith(size: number): Id {
		for (let at = this.#next; at < Math.min(this.#next + 16, this.#ids.length); at++) {
			const id = this.#ids[at]!;
			if (this.#room.get(id)! >= size) return id;
			// What has hardly any room left is not asked again.
			if (at === this.#next && this.#room.get(id)! < ROOM / 8) this.#next++;
		}
		this.#last = this.#spare();
		this.#room.set(this.#last, ROOM);
		return this.#last;
	}

	/** What `id` carries, as the entry `with` of its `ext`. */
	of(id: Id): Raw {
		const parts = this.#parts.get(id);
		return parts ? { with: Object.fromEntries(parts) } : {};
	}
}

/** The parts in what an item carries. Nothing in it is trusted. */
export function partsIn(carried: Raw): Part[] {
	const parts: Part[] = [];
	const held = carried['with'];
	for (const [pointer, entries] of Object.entries(isRaw(held) ? held : {}))
		for (const entry of Array.isArray(entries) ? (entries as readonly Json[]) : []) {
			const [at, value] = Array.isArray(entry) ? (entry as readonly Json[]) : [];
			if (typeof at === 'number' && value !== undefined) parts.push({ pointer, at, value });
		}
	return parts;
}

/** Whether an item may carry `value`: not too deep, without half characters. */
export function isKeepable(value: Json): boolean {
	const within = { a: { b: [[value]] } };
	return mostBytes(within) < Infinity || decode(json, within).ok;
}

function sizeOf(value: Json): number {
	return bytes(JSON.stringify(value));
}
