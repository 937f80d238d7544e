import { eq, sql } from 'drizzle-orm';
import type { Id } from '#lib/core/model/item.ts';
import { fail, ok, type Result } from '#lib/core/result.ts';
import { atOnce, type Base } from './base.ts';
import { importedBy } from './items/imported.ts';
import { debate } from './schema.ts';
import type { StoreRefusal } from './store.ts';

/** A whole debate in bytes, and the place in its log that it shows. */
export interface Bytes {
	readonly seq: number;
	readonly epoch: string;
	readonly json: Uint8Array;
}

const MOST = 8;

/** Whole debates as JSON, made from their rows; the last few are kept. */
export class Snapshots {
	readonly #base: Base;
	readonly #kept = new Map<Id, Bytes>();
	readonly #select;

	constructor(base: Base) {
		this.#base = base;
		this.#select = base.db
			.select()
			.from(debate)
			.where(eq(debate.id, sql.placeholder('id')))
			.prepare();
	}

	of(id: Id): Result<Bytes, StoreRefusal> {
		return atOnce(this.#base.raw, () => this.#of(id));
	}

	forget(id: Id): void {
		this.#kept.delete(id);
	}

	#of(id: Id): Result<Bytes, StoreRefusal> {
		const row = this.#select.get({ id });
		if (!row) return fail({ why: 'no such debate' });
		const { head: seq, epoch, title, summary } = row;
		const kept = this.#kept.get(id);
		if (kept?.seq === seq && kept.epoch === epoch) return ok(kept);
		const about = { title, summary, imported: importedBy(this.#base, id) };
		const opening = JSON.stringify({ id, seq, epoch, about }).slice(0, -1);
		const made = { seq, epoch, json: Buffer.from(`${opening},"items":${this.#base.tables.read(id)}}`) };
		this.#kept.delete(id);
		this.#kept.set(id, made);
		const [oldest] = this.#kept.keys();
		if (this.#kept.size > MOST && oldest !== undefined) this.#kept.delete(oldest);
		return ok(made);
	}
}
