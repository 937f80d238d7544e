import { randomBytes } from 'node:crypto';
import type Database from 'better-sqlite3';
import { eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { Id } from '#lib/core/model/item.ts';
import { fail, ok, type Result } from '#lib/core/result.ts';
import type { Answer, Confirmed, Submission } from '#lib/core/sync/message.ts';
import { Log } from './append.ts';
import { isUnwritable, type Base } from './base.ts';
import { Memory } from './memory.ts';
import { People } from './people.ts';
import { Permits } from './permits.ts';
import { debate } from './schema.ts';
import { Search } from './search.ts';
import type { Actor, DebateCard, Hit, NewDebate, Right, Store, StoreRefusal } from './store.ts';
import { tables } from './items/tables.ts';
import { verify } from './verify.ts';

type Snapshot = { seq: number; epoch: string; json: Uint8Array };

const MOST_SNAPSHOTS = 8;

interface Job {
	readonly run: () => Result<unknown, StoreRefusal>;
	readonly done: (result: Result<unknown, StoreRefusal>) => void;
	readonly failed: (error: unknown) => void;
}

/**
 * The store in one SQLite file. Everything that writes waits for the end of the current turn of the event loop and
 * then goes into one transaction with all that came in the same turn, so many appends share one flush to disk.
 */
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
	readonly #search: Search;
	readonly #snapshots = new Map<Id, Snapshot>();
	#jobs: Job[] = [];

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
		this.#search = new Search(this.#base);
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
			if (this.#memory.read(id)) return fail({ why: 'already exists' });
			const epoch = randomBytes(9).toString('base64url');
			const fields = { id, title: '', summary: '', head: 0, epoch, sample: sample ? 1 : 0 };
			db.insert(debate)
				.values({ ...fields, created: at, changed: at, indexed: 0 })
				.run();
			this.#memory.isUnsaved(id);
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

	async snapshot(id: Id): Promise<Result<Snapshot, StoreRefusal>> {
		const row = this.#base.db.select().from(debate).where(eq(debate.id, id)).get();
		if (!row) return fail({ why: 'no such debate' });
		const { head: seq, epoch, title, summary } = row;
		const known = this.#snapshots.get(id);
		if (known?.seq === seq && known.epoch === epoch) return ok(known);
		const head = JSON.stringify({ id, seq, epoch, about: { title, summary } });
		const json = Buffer.from(`${head.slice(0, -1)},"items":${this.#base.tables.read(id)}}`);
		const made = { seq, epoch, json };
		this.#snapshots.delete(id);
		this.#snapshots.set(id, made);
		const [oldest] = this.#snapshots.keys();
		if (this.#snapshots.size > MOST_SNAPSHOTS && oldest !== undefined) this.#snapshots.delete(oldest);
		return ok(made);
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
		const known = this.#memory.read(id);
		return known ? ok(this.#log.since(id, seq, limit)) : fail({ why: 'no such debate' });
	}

	async head(id: Id): Promise<Result<{ seq: number; epoch: string }, StoreRefusal>> {
		const known = this.#memory.read(id);
		return known ? ok({ seq: known.head, epoch: known.epoch }) : fail({ why: 'no such debate' });
	}

	async search(actor: Actor, query: string, options: { debate?: Id; limit: number }): Promise<Hit[]> {
		await this.#write(() => {
			this.#search.drain((id) => this.#memory.read(id));
			return ok(null);
		});
		const { debate: only = null, limit } = options;
		return this.#search.find(query, (id) => this.#permits.right(actor, id) !== null, only, limit);
	}

	remove(id: Id, actor: Actor): Promise<Result<null, StoreRefusal>> {
		return this.#owned(id, actor, () => {
			this.#search.clear(id);
			this.#base.db.delete(debate).where(eq(debate.id, id)).run();
			this.#memory.forget(id);
			this.#snapshots.delete(id);
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

	addPerson({ id, local, at }: { id: Id; local: boolean; at: number }): Promise<Result<null, StoreRefusal>> {
		return this.#do(() => this.#people.add(id, local, at));
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
		return this.#do(() => this.#permits.takeAlong(from, to));
	}

	sweep(): Promise<Result<null, StoreRefusal>> {
		return this.#do(() => this.#people.sweep());
	}

	async isSeeded(): Promise<boolean> {
		return this.raw.pragma('user_version', { simple: true }) !== 0;
	}

	markSeeded(): Promise<Result<null, StoreRefusal>> {
		return this.#do(() => this.raw.pragma('user_version = 1'));
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
		this.#flush();
		this.raw.close();
		this.#release();
	}

	#news(id: Id, actor: Actor, { since, epoch }: Submission): Result<Answer, StoreRefusal> {
		const known = this.#permits.right(actor, id) === null ? null : this.#memory.read(id);
		if (!known) return fail({ why: 'no such debate' });
		if (epoch !== known.epoch || since > known.head) return fail({ why: 'epoch', epoch: known.epoch });
		const news = since === known.head ? [] : this.#log.since(id, since, MOST_NEWS);
		return ok({ acks: [], head: known.head, news });
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
		return new Promise((resolve, reject) => {
			this.#jobs.push({ run, done: resolve as Job['done'], failed: reject });
			if (this.#jobs.length === 1) setImmediate(() => this.#flush());
		});
	}

	#flush(): void {
		const jobs = this.#jobs;
		this.#jobs = [];
		if (jobs.length > 0 && this.raw.open) this.#commit(jobs);
	}

	/** All jobs in one transaction; if it fails for the sake of one, each in its own. Answers follow the commit. */
	#commit(jobs: readonly Job[]): void {
		let results: Result<unknown, StoreRefusal>[];
		try {
			this.raw.exec('BEGIN IMMEDIATE');
			results = jobs.map(({ run }) => run());
			this.raw.exec('COMMIT');
			this.#memory.settle(true);
		} catch (error) {
			if (this.raw.inTransaction) this.raw.exec('ROLLBACK');
			this.#memory.settle(false);
			return this.#failed(jobs, error);
		}
		for (const [at, { done }] of jobs.entries()) done(results[at]!);
	}

	#failed(jobs: readonly Job[], error: unknown): void {
		if (isUnwritable(error)) for (const { done } of jobs) done(fail({ why: 'unwritable' }));
		else if (jobs.length > 1) for (const job of jobs) this.#commit([job]);
		else jobs[0]!.failed(error);
	}
}

const MOST_NEWS = 2_000;
