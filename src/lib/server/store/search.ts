import { eq } from 'drizzle-orm';
import type { Statement } from 'better-sqlite3';
import { decode } from '#lib/core/decode.ts';
import { steps as stepsDecoder } from '#lib/core/edit/step.ts';
import type { Debate } from '#lib/core/model/debate.ts';
import { fold } from '#lib/core/model/fold.ts';
import type { Id, Item } from '#lib/core/model/item.ts';
import { everyWordOf, wordsOf } from '#lib/core/model/words.ts';
import type { Base } from './base.ts';
import { debate } from './schema.ts';
import type { Hit } from './store.ts';

interface Found {
	readonly debate: Id;
	readonly title: string;
	readonly item: Id;
	readonly kind: Hit['kind'];
	readonly shown: string;
}

/**
 * Words in any script. Text is folded on our side and cut into trigrams by SQLite, so that parts of words are found
 * in every language; queries with a word of fewer than three characters look at every entry. The index is fed
 * before a search, from what the log has since the last one, and never inside an append.
 */
export class Search {
	readonly #base: Base;
	readonly #insert: Statement;
	readonly #insertWords: Statement;
	readonly #old: Statement<[Id, Id], { id: number; folded: string }>;
	readonly #forgetWords: Statement;
	readonly #forget: Statement;

	constructor(base: Base) {
		const { raw } = base;
		this.#base = base;
		this.#insert = raw.prepare(
			'INSERT INTO entry (debate, item, kind, shown, folded) VALUES (?, ?, ?, ?, ?)'
		);
		this.#insertWords = raw.prepare('INSERT INTO words (rowid, folded) VALUES (?, ?)');
		this.#old = raw.prepare('SELECT id, folded FROM entry WHERE debate = ? AND item = ?');
		this.#forgetWords = raw.prepare(`INSERT INTO words (words, rowid, folded) VALUES ('delete', ?, ?)`);
		this.#forget = raw.prepare('DELETE FROM entry WHERE id = ?');
	}

	/** Brings the index up to the head of every debate. Runs inside a transaction that the caller holds. */
	drain(read: (id: Id) => { debate: Debate; head: number } | null): void {
		const dirty = this.#base.raw
			.prepare<[], { id: Id; indexed: number }>('SELECT id, indexed FROM debate WHERE indexed < head')
			.all();
		for (const { id, indexed } of dirty) {
			const known = read(id);
			if (!known) continue;
			for (const item of this.#touched(id, indexed)) this.#index(id, item, known.debate.get(item));
			this.#base.db.update(debate).set({ indexed: known.head }).where(eq(debate.id, id)).run();
		}
	}

	/** Takes a debate's words out, before the debate goes. */
	clear(id: Id): void {
		const all = this.#base.raw.prepare<[Id], Id>('SELECT item FROM entry WHERE debate = ?').pluck().all(id);
		for (const item of all) this.#index(id, item, undefined);
	}

	/** Entries that hold every word of the query, best first. `isVisible` says which debates count. */
	find(query: string, isVisible: (debate: Id) => boolean, only: Id | null, limit: number): Hit[] {
		const words = fold(query).split(/\s+/).filter(Boolean).slice(0, 16);
		if (words.length === 0) return [];
		const hits: Hit[] = [];
		for (const { debate: id, title, item, kind, shown } of this.#candidates(words, only)) {
			if (!isVisible(id)) continue;
			hits.push({ debate: id, debateTitle: title, item, kind, text: shown });
			if (hits.length === limit) break;
		}
		return hits;
	}

	#candidates(words: readonly string[], only: Id | null): IterableIterator<Found> {
		const long = words.filter((word) => [...word].length >= 3);
		const short = words.filter((word) => [...word].length < 3);
		const match = long.map((word) => `"${word.replaceAll('"', '""')}"`).join(' AND ');
		const conditions = [
			...(long.length > 0 ? ['words MATCH ?'] : []),
			...short.map(() => `entry.folded LIKE ? ESCAPE '\\'`),
			...(only === null ? [] : ['entry.debate = ?'])
		];
		const from = long.length > 0 ? 'words JOIN entry ON entry.id = words.rowid' : 'entry';
		const order = long.length > 0 ? 'words.rank, entry.id' : 'length(entry.folded), entry.id';
		return this.#base.raw
			.prepare<unknown[], Found>(
				`SELECT entry.debate, debate.title, entry.item, entry.kind, entry.shown FROM ${from}
				JOIN debate ON debate.id = entry.debate WHERE ${conditions.join(' AND ')} ORDER BY ${order}`
			)
			.iterate(
				...(match === '' ? [] : [match]),
				...short.map((word) => `%${word.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`),
				...(only === null ? [] : [only])
			);
	}

	#touched(id: Id, after: number): Set<Id> {
		const found = new Set<Id>();
		const rows = this.#base.raw
			.prepare<[Id, number], string>('SELECT steps FROM log WHERE debate = ? AND seq > ?')
			.pluck()
			.iterate(id, after);
		for (const row of rows) {
			const steps = decode(stepsDecoder, JSON.parse(row));
			if (!steps.ok) throw new TypeError(`log of ${id}: ${steps.error.path} ${steps.error.message}`);
			for (const step of steps.value)
				if (step.do === 'add') found.add(step.item.id);
				else if (step.do !== 'describe') found.add(step.id);
		}
		return found;
	}

	#index(id: Id, name: Id, item: Item | undefined): void {
		const old = this.#old.get(id, name);
		if (old) {
			this.#forgetWords.run(old.id, old.folded);
			this.#forget.run(old.id);
		}
		const words = item ? everyWordOf(item) : '';
		if (!item || words === '') return;
		const folded = fold(words);
		const { lastInsertRowid } = this.#insert.run(id, name, item.kind, wordsOf(item), folded);
		this.#insertWords.run(lastInsertRowid, folded);
	}
}
