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

const MOST_WORDS = 16;

/**
 * Words in any script. Text is folded on our side and cut into trigrams by SQLite, so that parts of words are found
 * in every language; where all words of a query have fewer than three characters, every entry is looked at. The index
 * is fed before a search, from what the log has since the last one, and never inside an append.
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
			const known = unlessDamaged(() => read(id));
			const touched = known && unlessDamaged(() => this.#touched(id, indexed));
			if (!known || !touched) continue;
			for (const item of touched) this.#index(id, item, known.debate.get(item));
			this.#base.db.update(debate).set({ indexed: known.head }).where(eq(debate.id, id)).run();
		}
	}

	/** Takes a debate's words out, before the debate goes. */
	clear(id: Id): void {
		const all = this.#base.raw.prepare<[Id], Id>('SELECT item FROM entry WHERE debate = ?').pluck().all(id);
		for (const item of all) this.#index(id, item, undefined);
	}

	/**
	 * Entries of the debates `within` (of all when `null`) that hold every word of the query. Those in which the
	 * longest word begins a word come first, and short texts before long ones.
	 */
	find(query: string, within: readonly Id[] | null, limit: number): Hit[] {
		const [longest, ...others] = wordsIn(query);
		if (longest === undefined) return [];
		// A word shorter than a trigram is not in the index. Of several, one narrows the search enough: looking at
		// what is left costs less than asking the index for every trigram of every word.
		const isIndexed = [...longest].length >= 3;
		const conditions = [
			isIndexed ? 'words MATCH @quoted' : 'instr(entry.folded, @longest)',
			...others.map((_, at) => `instr(entry.folded, @other${at})`),
			...(within === null ? [] : ['entry.debate IN (SELECT value FROM json_each(@within))'])
		];
		return this.#base.raw
			.prepare<object, Hit>(
				`SELECT entry.debate, debate.title AS debateTitle, entry.item, entry.kind, entry.shown AS text
				FROM ${isIndexed ? 'words JOIN entry ON entry.id = words.rowid' : 'entry'}
				JOIN debate ON debate.id = entry.debate WHERE ${conditions.join(' AND ')}
				ORDER BY instr(' ' || replace(entry.folded, char(10), ' '), ' ' || @longest) = 0,
					length(entry.folded), entry.id LIMIT @limit`
			)
			.all({
				longest,
				limit,
				...(isIndexed && { quoted: `"${longest.replaceAll('"', '""')}"` }),
				...Object.fromEntries(others.map((word, at) => [`other${at}`, word])),
				...(within !== null && { within: JSON.stringify(within) })
			});
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

/** The first words of a query, folded, the longest in front. */
function wordsIn(query: string): string[] {
	const words = fold(query).split(/\s+/).filter(Boolean).slice(0, MOST_WORDS);
	return words.sort((a, b) => [...b].length - [...a].length);
}

/** A damaged debate is left to `verify`, so that the words of all others can still be found. */
function unlessDamaged<T>(read: () => T | null): T | null {
	try {
		return read();
	} catch {
		return null;
	}
}
