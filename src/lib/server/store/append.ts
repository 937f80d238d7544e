import { createHash } from 'node:crypto';
import { and, eq, gt, max, sql } from 'drizzle-orm';
import { apply } from '#lib/core/edit/apply.ts';
import { STEP_VERSION, type Refusal, type Step } from '#lib/core/edit/step.ts';
import type { About } from '#lib/core/model/debate.ts';
import type { Id } from '#lib/core/model/item.ts';
import { fail, ok, type Result } from '#lib/core/result.ts';
import type { Ack, Answer, Change, Confirmed, Submission } from '#lib/core/sync/message.ts';
import type { Known, Memory } from './memory.ts';
import { ack, debate, imported, log } from './schema.ts';
import type { Actor, StoreRefusal } from './store.ts';
import type { Base } from './base.ts';

/** At most so many changes go back with an answer; the rest comes with the next. */
export const MOST_NEWS = 2_000;

/** The one place where debates change. Every function runs inside a transaction that the caller holds. */
export class Log {
	readonly #base: Base;
	readonly #memory: Memory;
	readonly #statements: ReturnType<typeof prepare>;

	constructor(base: Base, memory: Memory) {
		this.#base = base;
		this.#memory = memory;
		this.#statements = prepare(base);
	}

	/** A client's changes, each done once. Rights are the caller's part. */
	take(id: Id, actor: Actor, submission: Submission): Result<Answer, StoreRefusal> {
		const known = this.#memory.read(id);
		if (!known) return fail({ why: 'no such debate' });
		if (submission.epoch !== known.epoch || submission.since > known.head)
			return fail({ why: 'epoch', epoch: known.epoch });
		const { client, changes, since } = submission;
		const key = { debate: id, client };
		const last = this.#statements.last.get(key)?.n ?? 0;
		const first = changes[0]?.n ?? last + 1;
		if (first > last + 1 || changes.some(({ n }, at) => n !== first + at))
			return fail({ why: 'gap', expect: last + 1 });
		const began = known.head;
		const { about } = known.debate;
		const by: Author = { client, actor, at: this.#base.clock() };
		this.#memory.markUnsaved(id);
		const acks = changes.map((change) =>
			change.n <= last ? this.#answered(id, client, change.n) : this.#record(id, known, by, change)
		);
		if (known.head > began) this.#moveHead(id, known, about, by.at);
		// Mostly the news are what came just now: no need to read that back.
		const news =
			since === began
				? changes.flatMap((change, at) => confirmed(change, acks[at]!, began, by))
				: this.since(id, since, MOST_NEWS);
		return ok({ acks, head: known.head, news });
	}

	/** Confirmed changes after `seq`, oldest first. */
	since(id: Id, seq: number, limit: number): Confirmed[] {
		return this.#statements.since.all({ debate: id, seq, limit }).map(({ steps, ...entry }) => ({
			...entry,
			steps: JSON.parse(steps) as Step[]
		}));
	}

	#record(id: Id, known: Known, by: Author, { n, steps }: Change): Ack {
		const { client } = by;
		const applied = apply(known.debate, steps);
		if (!applied.ok) {
			const { at, refusal } = applied.error;
			this.#statements.answer.run({ debate: id, client, n, seq: null, at, refusal });
			return { n, refusal: { at, refusal } };
		}
		this.#base.tables.write(id, known.debate, applied.value.undo);
		const seq = ++known.head;
		const entry = { ...by, seq, n, version: STEP_VERSION, steps: JSON.stringify(steps) };
		const before = known.seal ?? this.#statements.seal.get({ debate: id, seq: seq - 1 })?.hash ?? null;
		known.seal = seal(before, entry);
		this.#statements.write.run({ debate: id, ...entry, hash: known.seal });
		this.#statements.answer.run({ debate: id, client, n, seq, at: null, refusal: null });
		return { n, seq };
	}

	#moveHead(id: Id, { head, debate: { about } }: Known, before: About, changed: number): void {
		const { title, summary } = about;
		this.#statements.head.run({ id, head, changed, title, summary });
		if (about.imported === before.imported) return;
		this.#statements.forget.run({ id });
		if (about.imported) this.#statements.keep.run({ id, ...about.imported });
	}

	#answered(id: Id, client: Id, n: number): Ack {
		const known = this.#statements.answered.get({ debate: id, client, n });
		if (!known) throw new TypeError(`change ${n} of ${client} was answered, but how is not known`);
		if (known.seq !== null) return { n, seq: known.seq };
		return { n, refusal: { at: known.at ?? 0, refusal: known.refusal as Refusal } };
	}
}

/** Who made a change, and when it came. */
interface Author {
	readonly client: Id;
	readonly actor: Actor;
	readonly at: number;
}

/** The change as others hear of it, if it was written after `began`. */
function confirmed(change: Change, ack: Ack, began: number, by: Author): Confirmed[] {
	return 'seq' in ack && ack.seq > began ? [{ ...change, ...by, seq: ack.seq }] : [];
}

export interface Entry {
	readonly seq: number;
	readonly client: Id;
	readonly n: number;
	readonly actor: Actor;
	readonly at: number;
	readonly version: number;
	readonly steps: string;
}

/** Seals a log entry to the one before it: SQLite has no checksums of its own. */
export function seal(before: Uint8Array | null, entry: Entry): Buffer {
	const { seq, client, n, actor, at, version, steps } = entry;
	return createHash('sha256')
		.update(before ?? new Uint8Array())
		.update(JSON.stringify([seq, client, n, actor, at, version, steps]))
		.digest();
}

function prepare({ db }: Base) {
	const here = (table: typeof log | typeof ack) => eq(table.debate, sql.placeholder('debate'));
	const value = sql.placeholder;
	return {
		last: db
			.select({ n: max(ack.n) })
			.from(ack)
			.where(and(here(ack), eq(ack.client, value('client'))))
			.prepare(),
		answered: db
			.select()
			.from(ack)
			.where(and(here(ack), eq(ack.client, value('client')), eq(ack.n, value('n'))))
			.prepare(),
		answer: db
			.insert(ack)
			.values({
				debate: value('debate'),
				client: value('client'),
				n: value('n'),
				seq: value('seq'),
				at: value('at'),
				refusal: value('refusal')
			})
			.prepare(),
		seal: db
			.select({ hash: log.hash })
			.from(log)
			.where(and(here(log), eq(log.seq, value('seq'))))
			.prepare(),
		write: db
			.insert(log)
			.values({
				debate: value('debate'),
				seq: value('seq'),
				client: value('client'),
				n: value('n'),
				actor: value('actor'),
				at: value('at'),
				version: value('version'),
				steps: value('steps'),
				hash: value('hash')
			})
			.prepare(),
		since: db
			.select({ seq: log.seq, client: log.client, n: log.n, actor: log.actor, at: log.at, steps: log.steps })
			.from(log)
			.where(and(here(log), gt(log.seq, value('seq'))))
			.orderBy(log.seq)
			.limit(value('limit'))
			.prepare(),
		head: db
			.update(debate)
			.set({
				head: sql`${value('head')}`,
				changed: sql`${value('changed')}`,
				title: sql`${value('title')}`,
				summary: sql`${value('summary')}`
			})
			.where(eq(debate.id, value('id')))
			.prepare(),
		forget: db
			.delete(imported)
			.where(eq(imported.debate, value('id')))
			.prepare(),
		keep: db
			.insert(imported)
			.values({ debate: value('id'), format: value('format'), text: value('text') })
			.prepare()
	};
}
