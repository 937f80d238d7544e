import { eq, sql } from 'drizzle-orm';
import { decode, list } from '#lib/core/decode.ts';
import { MOST as MOST_ITEMS } from '#lib/core/edit/step.ts';
import { item as itemDecoder } from '#lib/core/model/decodeItem.ts';
import { Debate } from '#lib/core/model/debate.ts';
import type { Id } from '#lib/core/model/item.ts';
import type { Base } from './base.ts';
import { importedBy } from './items/imported.ts';
import { debate } from './schema.ts';

export interface Known {
	readonly debate: Debate;
	readonly epoch: string;
	head: number;
	/** The hash of the last log entry, once it was needed. */
	seal?: Uint8Array;
}

const MOST = 16;

/** The debates last worked on, as the log has them: so a change costs what it touches, not what there is. */
export class Memory {
	readonly #base: Base;
	readonly #known = new Map<Id, Known>();
	readonly #unsaved = new Set<Id>();
	readonly #select;

	constructor(base: Base) {
		this.#base = base;
		this.#select = base.db
			.select()
			.from(debate)
			.where(eq(debate.id, sql.placeholder('id')))
			.prepare();
	}

	/** Where the debate stands, without reading what it holds; `null` when there is none. */
	place(id: Id): Pick<Known, 'epoch' | 'head'> | null {
		return this.#known.get(id) ?? this.#select.get({ id }) ?? null;
	}

	/** The debate as of its head, from memory or from its rows; `null` when there is none. Throws on damaged rows. */
	read(id: Id): Known | null {
		const held = this.#known.get(id) ?? this.#load(id);
		if (!held) return null;
		this.#known.delete(id);
		this.#known.set(id, held);
		for (const oldest of this.#known.keys()) {
			if (this.#known.size <= MOST) break;
			if (!this.#unsaved.has(oldest)) this.#known.delete(oldest);
		}
		return held;
	}

	/** The debate is being changed in a transaction that is not committed yet. */
	markUnsaved(id: Id): void {
		this.#unsaved.add(id);
	}

	/** The transaction ended. If it failed, what was changed is forgotten and read again when needed. */
	settle(isCommitted: boolean): void {
		if (!isCommitted) for (const id of this.#unsaved) this.#known.delete(id);
		this.#unsaved.clear();
	}

	/** Reads the debate anew next time. */
	forget(id: Id): void {
		this.#known.delete(id);
	}

	#load(id: Id): Known | null {
		const row = this.#select.get({ id });
		if (!row) return null;
		const loaded = new Debate();
		loaded.about = { title: row.title, summary: row.summary, imported: importedBy(this.#base, id) };
		const items = decode(list(itemDecoder, MOST_ITEMS.items), JSON.parse(this.#base.tables.read(id)));
		if (!items.ok) throw new TypeError(`debate ${id}: ${items.error.path} ${items.error.message}`);
		for (const item of items.value) loaded.set(item);
		return { debate: loaded, epoch: row.epoch, head: row.head };
	}
}
