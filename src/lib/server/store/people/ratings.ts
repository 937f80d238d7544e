import { createHash } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { Id } from '#lib/core/model/item.ts';
import { ASKED, type Answer, type Question, type Rating } from '#lib/core/model/judgement/rating.ts';
import { tally, type Judged, type Judgement } from '#lib/core/model/judgement/tally.ts';
import { wordingOf } from '#lib/core/model/judgement/wording.ts';
import { fail, ok, type Result } from '#lib/core/result.ts';
import type { Base } from '../base.ts';
import type { Known, Memory } from '../memory.ts';
import { rating } from '../schema.ts';
import type { Actor, StoreRefusal } from '../store.ts';
import type { Permits } from './permits.ts';

type Row = typeof rating.$inferSelect;

/** What people judge themselves. Nobody hears what others answered to a question before having answered it. */
export class Ratings {
	readonly #base: Base;
	readonly #permits: Permits;
	readonly #memory: Memory;

	constructor(base: Base, permits: Permits, memory: Memory) {
		this.#base = base;
		this.#permits = permits;
		this.#memory = memory;
	}

	/** Keeps an answer in place of the person's one before. */
	rate(
		id: Id,
		actor: Actor,
		item: Id,
		{ question, answer, wording }: Rating
	): Result<Judgement, StoreRefusal> {
		const open = this.#open(id, actor);
		if (!open.ok) return open;
		const { person, known } = open.value;
		const kind = known.debate.get(item)?.kind;
		if (!kind || !ASKED[kind].includes(question)) return fail({ why: 'no such item' });
		const [score, verdict] = typeof answer === 'number' ? [answer, null] : [null, answer];
		this.#put({ debate: id, item, question, person, score, verdict, wording, at: this.#base.clock() });
		return ok(this.#judgement(known, id, item, person));
	}

	/** Takes an answer back: what others answered is then hidden again. */
	unrate(id: Id, actor: Actor, item: Id, question: Question): Result<Judgement, StoreRefusal> {
		const open = this.#open(id, actor);
		if (!open.ok) return open;
		const { person, known } = open.value;
		const own = and(this.#about(id, item), eq(rating.question, question), eq(rating.person, person));
		const { changes } = this.#base.db.delete(rating).where(own).run();
		if (changes === 0 && !known.debate.has(item)) return fail({ why: 'no such item' });
		return ok(this.#judgement(known, id, item, person));
	}

	/** What the actor may know about an item. */
	judgement(id: Id, actor: Actor, item: Id): Result<Judgement, StoreRefusal> {
		const open = this.#open(id, actor);
		if (!open.ok) return open;
		const { person, known } = open.value;
		return known.debate.has(item)
			? ok(this.#judgement(known, id, item, person))
			: fail({ why: 'no such item' });
	}

	/** What the actor may know about everything that is there and that they answered something about. */
	judgements(id: Id, actor: Actor): Result<Judged[], StoreRefusal> {
		const open = this.#open(id, actor);
		if (!open.ok) return open;
		const { person, known } = open.value;
		const own = and(eq(rating.debate, id), eq(rating.person, person));
		const items = this.#base.db.selectDistinct({ item: rating.item }).from(rating).where(own).all();
		const there = items.filter(({ item }) => known.debate.has(item));
		return ok(there.map(({ item }) => ({ item, judgement: this.#judgement(known, id, item, person) })));
	}

	/** What `from` answered, `to` has answered; to the same question the later answer counts. */
	takeAlong(from: Id, to: Id): void {
		if (from === to) return;
		const { db } = this.#base;
		for (const row of db.select().from(rating).where(eq(rating.person, from)).all()) {
			const same = and(this.#about(row.debate, row.item), eq(rating.question, row.question));
			const theirs = and(same, eq(rating.person, to));
			const known = db.select({ at: rating.at }).from(rating).where(theirs).get();
			if (!known || known.at <= row.at) this.#put({ ...row, person: to });
			db.delete(rating)
				.where(and(same, eq(rating.person, from)))
				.run();
		}
	}

	/** Who asks, and the debate: whoever may read it may judge it. The program itself is nobody to judge. */
	#open(id: Id, actor: Actor): Result<{ person: Id; known: Known }, StoreRefusal> {
		const known = this.#permits.right(actor, id) === null ? null : this.#memory.read(id);
		if (!known) return fail({ why: 'no such debate' });
		return actor === null ? fail({ why: 'forbidden' }) : ok({ person: actor, known });
	}

	#judgement({ debate }: Known, id: Id, item: Id, person: Id): Judgement {
		const kind = debate.get(item)?.kind;
		const now = wordingOf(debate, item);
		const rows = this.#base.db.select().from(rating).where(this.#about(id, item)).all();
		const opinions = (kind ? ASKED[kind] : []).flatMap((question) => {
			const asked = rows.filter((row) => row.question === question);
			const own = asked.find((row) => row.person === person);
			if (!own) return [];
			const counted = asked.filter(({ wording }) => wording === now);
			const all = own.wording === now ? tally(counted.map(answerOf), asked.length - counted.length) : null;
			return [[question, { answer: answerOf(own), wording: own.wording, all }] as const];
		});
		return Object.fromEntries(opinions);
	}

	#put(row: Omit<Row, 'hash'>): void {
		const set = { ...row, hash: sealOf(row) };
		const target = [rating.debate, rating.item, rating.question, rating.person];
		this.#base.db.insert(rating).values(set).onConflictDoUpdate({ target, set }).run();
	}

	#about(id: Id, item: Id) {
		return and(eq(rating.debate, id), eq(rating.item, item));
	}
}

/** Either column holds it: the table sees to that. */
function answerOf({ score, verdict }: Row): Answer {
	return score ?? (verdict as Answer);
}

/** Seals a rating, so that what was altered can be told. */
export function sealOf({
	debate,
	item,
	question,
	person,
	score,
	verdict,
	wording,
	at
}: Omit<Row, 'hash'>): Buffer {
	return createHash('sha256')
		.update(JSON.stringify([debate, item, question, person, score, verdict, wording, at]))
		.digest();
}
