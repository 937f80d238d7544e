import { randomBytes } from 'node:crypto';
import { and, desc, eq, sql } from 'drizzle-orm';
import type { Id } from '#lib/core/model/item.ts';
import { fail, ok, type Result } from '#lib/core/result.ts';
import type { Base } from '../base.ts';
import { debate, link, permit, person } from '../schema.ts';
import type { Actor, DebateCard, Right, StoreRefusal } from '../store.ts';

const RANK: Readonly<Record<Right, number>> = { read: 1, edit: 2, owner: 3 };

/** Who may do what with which debate, and the links that give rights away. */
export class Permits {
	readonly #base: Base;
	readonly #locals = new Map<Id, boolean>();
	readonly #right;
	readonly #sample;

	constructor(base: Base) {
		this.#base = base;
		this.#sample = base.db
			.select({ sample: debate.sample })
			.from(debate)
			.where(eq(debate.id, sql.placeholder('id')))
			.prepare();
		this.#right = base.db
			.select({ right: permit.right })
			.from(permit)
			.where(and(eq(permit.debate, sql.placeholder('debate')), eq(permit.person, sql.placeholder('person'))))
			.prepare();
	}

	/** The program and the one local person may do everything; others what was permitted; the sample is for reading. */
	right(actor: Actor, id: Id): Right | null {
		const row = this.#sample.get({ id });
		if (!row) return null;
		if (actor === null || this.#isLocal(actor)) return 'owner';
		const held = this.#right.get({ debate: id, person: actor });
		return held ? asRight(held.right) : row.sample ? 'read' : null;
	}

	may(actor: Actor, id: Id, right: Right): boolean {
		const held = this.right(actor, id);
		return held !== null && RANK[held] >= RANK[right];
	}

	grant(id: Id, to: Id, right: Right, via: string | null = null): void {
		const values = { debate: id, person: to, right, link: via };
		const set = { right, link: via };
		this.#base.db
			.insert(permit)
			.values(values)
			.onConflictDoUpdate({ target: [permit.debate, permit.person], set })
			.run();
	}

	/** What `from` may do, `to` may do as well. */
	takeAlong(from: Id, to: Id): void {
		for (const held of this.#base.db.select().from(permit).where(eq(permit.person, from)).all()) {
			const right = asRight(held.right);
			const known = this.#right.get({ debate: held.debate, person: to });
			if (!known || RANK[asRight(known.right)] < RANK[right]) this.grant(held.debate, to, right, held.link);
		}
	}

	/** The debates that the actor may read; `null` when all. Says the same as `right`, for many at once. */
	visible(actor: Actor): readonly Id[] | null {
		if (actor === null || this.#isLocal(actor)) return null;
		const { db } = this.#base;
		const held = db.select({ id: permit.debate }).from(permit).where(eq(permit.person, actor)).all();
		const samples = db.select({ id: debate.id }).from(debate).where(eq(debate.sample, 1)).all();
		return [...new Set([...held, ...samples].map(({ id }) => id))];
	}

	list(actor: Actor): DebateCard[] {
		const visible = this.visible(actor);
		const rows = this.#base.db
			.select({
				...columns,
				claims: sql<number>`(SELECT count(*) FROM claim WHERE claim.debate = debate.id)`
			})
			.from(debate)
			.where(
				visible === null
					? undefined
					: sql`debate.id IN (SELECT value FROM json_each(${JSON.stringify(visible)}))`
			)
			.orderBy(desc(debate.changed), debate.id)
			.all();
		return rows.flatMap((row) => {
			const right = this.right(actor, row.id);
			return right ? [{ ...row, right, sample: row.sample === 1 }] : [];
		});
	}

	/** The link that grants `right`, made on first asking. */
	link(id: Id, right: 'read' | 'edit'): string {
		const { db } = this.#base;
		const at = and(eq(link.debate, id), eq(link.right, right));
		const known = db.select().from(link).where(at).get();
		if (known) return known.token;
		const token = randomBytes(24).toString('base64url');
		db.insert(link).values({ token, debate: id, right }).run();
		return token;
	}

	/** Takes the link away, with the rights that came through it. */
	revoke(id: Id, right: 'read' | 'edit'): void {
		const { db } = this.#base;
		for (const { token } of db
			.select()
			.from(link)
			.where(and(eq(link.debate, id), eq(link.right, right)))
			.all())
			db.delete(permit)
				.where(and(eq(permit.debate, id), eq(permit.link, token)))
				.run();
		db.delete(link)
			.where(and(eq(link.debate, id), eq(link.right, right)))
			.run();
	}

	follow(token: string, who: Id): Result<{ debate: Id; right: Right }, StoreRefusal> {
		const known = this.#base.db.select().from(link).where(eq(link.token, token)).get();
		if (!known) return fail({ why: 'no such debate' });
		const right = asRight(known.right);
		const held = this.right(who, known.debate);
		if (held && RANK[held] >= RANK[right]) return ok({ debate: known.debate, right: held });
		this.grant(known.debate, who, right, token);
		return ok({ debate: known.debate, right });
	}

	#isLocal(id: Id): boolean {
		let isLocal = this.#locals.get(id);
		if (isLocal === undefined) {
			const row = this.#base.db.select({ local: person.local }).from(person).where(eq(person.id, id)).get();
			isLocal = row?.local === 1;
			if (row) this.#locals.set(id, isLocal);
		}
		return isLocal;
	}
}

const columns = { id: debate.id, title: debate.title, changed: debate.changed, sample: debate.sample };

function asRight(word: string): Right {
	return word === 'owner' || word === 'edit' ? word : 'read';
}
