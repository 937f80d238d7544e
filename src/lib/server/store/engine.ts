import { randomBytes } from 'node:crypto';
import type Database from 'better-sqlite3';
import { eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { Id } from '#lib/core/model/item.ts';
import type { Question, Rating } from '#lib/core/model/judgement/rating.ts';
import type { Judged, Judgement } from '#lib/core/model/judgement/tally.ts';
import { fail, ok, type Result } from '#lib/core/result.ts';
import type { Answer, Confirmed, Submission } from '#lib/core/sync/message.ts';
import { Log, MOST_NEWS } from './append.ts';
import type { Base } from './base.ts';
import { tables } from './items/tables.ts';
import { Memory } from './memory.ts';
import { People } from './people/people.ts';
import { Permits } from './people/permits.ts';
import { Ratings } from './people/ratings.ts';
import { debate } from './schema.ts';
import { Search } from './search.ts';
import { Snapshots, type Bytes } from './snapshots.ts';
import type { Actor, DebateCard, Hit, NewDebate, Right, Store, StoreRefusal } from './store.ts';
import { verify } from './verify.ts';
import { Writer } from './writer.ts';

/** The store in one SQLite file: each use case in a few lines, over the parts beside this file. */
export class Engine implements Store {
	readonly raw: Database.Database;
	/** For the accounts room alone, which hands it to the session library. */
	readonly db: Base['db'];
	readonly #base: Base;
	readonly #release: () => void;
	readonly #memory: Memory;
	readonly #log: Log;
	readonly #people: People;
	readonly #permits: Permits;
	readonly #ratings: Ratings;
	readonly #search: Search;
	readonly #snapshots: Snapshots;
	readonly #writer: Writer;

	/** `release` is called when the store is closed. */
	constructor(raw: Database.Database, clock: () => number, release: () => void) {
		const db = drizzle(raw);
		this.raw = raw;
		this.db = db;
		this.#base = { raw, db, clock, tables: tables(raw, db) };
		this.#release = release;
		this.#memory = new Memory(this.#base);
		this.#log = new Log(this.#base, this.#memory);
		this.#people = new People(this.#base);
		this.#permits = new Permits(this.#base);
		this.#ratings = new Ratings(this.#base, this.#permits, this.#memory);
		this.#search = new Search(this.#base);
		this.#snapshots = new Snapshots(this.#base);
		this.#writer = new Writer(raw, (isCommitted) => this.#memory.settle(isCommitted));
	}

	create({
		id,
		owner,
		steps,
		at,
		sample = false
	}: NewDebate): Promise<Result<{ seq: number }, StoreRefusal>> {
		return this.#write(() => {
			const { db } = this.#base;
			if (this.#memory.place(id)) return fail({ why: 'already exists' });
			const epoch = randomBytes(9).toString('base64url');
			const fields = { id, title: '', summary: '', head: 0, epoch, sample: sample ? 1 : 0 };
			db.insert(debate)
				.values({ ...fields, created: at, changed: at, indexed: 0 })
				.run();
			this.#memory.markUnsaved(id);
			if (owner !== null) this.#permits.grant(id, owner, 'owner');
			if (steps.length === 0) return ok({ seq: 0 });
			const maker = { client: `maker-${id}`.slice(0, 64), epoch, since: 0, changes: [{ n: 1, steps }] };
			const taken = this.#log.take(id, owner, maker);
			if (!taken.ok) return taken;
			const [ack] = taken.value.acks;
			if (ack && 'refusal' in ack) throw new TypeError(`step ${ack.refusal.at} ${ack.refusal.refusal}`);
			return ok({ seq: taken.value.head });
		});
	}

	async list(actor: Actor): Promise<DebateCard[]> {
		return this.#permits.list(actor);
	}

	async right(actor: Actor, id: Id): Promise<Right | null> {
		return this.#permits.right(actor, id);
	}

	async snapshot(id: Id): Promise<Result<Bytes, StoreRefusal>> {
		return this.#snapshots.of(id);
	}

	append(id: Id, actor: Actor, submission: Submission): Promise<Result<Answer, StoreRefusal>> {
		if (submission.changes.length === 0) return Promise.resolve(this.#news(id, actor, submission));
		return this.#write(() => {
			const right = this.#permits.right(actor, id);
			if (right === null) return fail({ why: 'no such debate' });
			if (right === 'read') return fail({ why: 'forbidden' });
			return this.#log.take(id, actor, submission);
		});
	}

	async since(id: Id, seq: number, limit: number): Promise<Result<Confirmed[], StoreRefusal>> {
		return this.#memory.place(id) ? ok(this.#log.since(id, seq, limit)) : fail({ why: 'no such debate' });
	}

	async head(id: Id): Promise<Result<{ seq: number; epoch: string }, StoreRefusal>> {
		const place = this.#memory.place(id);
		return place ? ok({ seq: place.head, epoch: place.epoch }) : fail({ why: 'no such debate' });
	}

	async search(actor: Actor, query: string, options: { debate?: Id; limit: number }): Promise<Hit[]> {
		await this.index();
		const { debate: only, limit } = options;
		const visible = this.#permits.visible(actor);
		if (only === undefined) return this.#search.find(query, visible, limit);
		return this.#permits.right(actor, only) === null ? [] : this.#search.find(query, [only], limit);
	}

	/** Brings the search index up to date, as a search does; where nothing can be written it stays as it is. */
	async index(): Promise<void> {
		await this.#write(() => {
			this.#search.drain((id) => this.#memory.read(id));
			return ok(null);
		});
	}

	remove(id: Id, actor: Actor): Promise<Result<null, StoreRefusal>> {
		return this.#owned(id, actor, () => {
			this.#search.clear(id);
			this.#base.db.delete(debate).where(eq(debate.id, id)).run();
			this.#memory.forget(id);
			this.#snapshots.forget(id);
			return ok(null);
		});
	}

	link(id: Id, actor: Actor, right: 'read' | 'edit'): Promise<Result<{ token: string }, StoreRefusal>> {
		return this.#owned(id, actor, () => ok({ token: this.#permits.link(id, right) }));
	}

	revoke(id: Id, actor: Actor, right: 'read' | 'edit'): Promise<Result<null, StoreRefusal>> {
		return this.#owned(id, actor, () => {
			this.#permits.revoke(id, right);
			return ok(null);
		});
	}

	follow(token: string, who: Id): Promise<Result<{ debate: Id; right: Right }, StoreRefusal>> {
		return this.#write(() => this.#permits.follow(token, who));
	}

	rate(id: Id, actor: Actor, item: Id, rating: Rating): Promise<Result<Judgement, StoreRefusal>> {
		return this.#write(() => this.#ratings.rate(id, actor, item, rating));
	}

	unrate(id: Id, actor: Actor, item: Id, question: Question): Promise<Result<Judgement, StoreRefusal>> {
		return this.#write(() => this.#ratings.unrate(id, actor, item, question));
	}

	async judgement(id: Id, actor: Actor, item: Id): Promise<Result<Judgement, StoreRefusal>> {
		return this.#ratings.judgement(id, actor, item);
	}

	async judgements(id: Id, actor: Actor): Promise<Result<Judged[], StoreRefusal>> {
		return this.#ratings.judgements(id, actor);
	}

	addPerson({ id, local, at }: { id: Id; local: boolean; at: number }): Promise<Result<null, StoreRefusal>> {
		return this.#write(() => (this.#people.add(id, local, at) ? ok(null) : fail({ why: 'already exists' })));
	}

	async localPerson(): Promise<Id | null> {
		return this.#people.local();
	}

	setRecovery(who: Id, hash: string): Promise<Result<null, StoreRefusal>> {
		return this.#do(() => this.#people.setRecovery(who, hash));
	}

	async hasRecovery(who: Id): Promise<boolean> {
		return this.#people.hasRecovery(who);
	}

	async recovered(hash: string): Promise<Id | null> {
		return this.#people.recovered(hash);
	}

	takeAlong(from: Id, to: Id): Promise<Result<null, StoreRefusal>> {
		return this.#do(() => {
			this.#permits.takeAlong(from, to);
			this.#ratings.takeAlong(from, to);
		});
	}

	sweep(): Promise<Result<null, StoreRefusal>> {
		return this.#do(() => this.#people.sweep());
	}

	async isSeeded(): Promise<boolean> {
		return this.raw.pragma('user_version', { simple: true }) !== 0;
	}

	markSeeded(): Promise<Result<null, StoreRefusal>> {
		return this.#do(() => void this.raw.pragma('user_version = 1'));
	}

	async verify(id: Id): Promise<Result<{ changes: number }, { at: number; message: string }>> {
		return verify(this.#base, id);
	}

	async debates(): Promise<Id[]> {
		return this.#base.db
			.select({ id: debate.id })
			.from(debate)
			.orderBy(debate.id)
			.all()
			.map(({ id }) => id);
	}

	close(): void {
		this.#writer.flush();
		this.raw.close();
		this.#release();
	}

	#news(id: Id, actor: Actor, { since, epoch }: Submission): Result<Answer, StoreRefusal> {
		const place = this.#permits.right(actor, id) === null ? null : this.#memory.place(id);
		if (!place) return fail({ why: 'no such debate' });
		if (epoch !== place.epoch || since > place.head) return fail({ why: 'epoch', epoch: place.epoch });
		const news = since === place.head ? [] : this.#log.since(id, since, MOST_NEWS);
		return ok({ acks: [], head: place.head, news });
	}

	#owned<T>(id: Id, actor: Actor, run: () => Result<T, StoreRefusal>): Promise<Result<T, StoreRefusal>> {
		return this.#write(() => {
			const right = this.#permits.right(actor, id);
			if (right === null) return fail({ why: 'no such debate' });
			return right === 'owner' ? run() : fail({ why: 'forbidden' });
		});
	}

	#do(run: () => void): Promise<Result<null, StoreRefusal>> {
		return this.#write(() => {
			run();
			return ok(null);
		});
	}

	#write<T>(run: () => Result<T, StoreRefusal>): Promise<Result<T, StoreRefusal>> {
		return this.#writer.write(run);
	}
}
