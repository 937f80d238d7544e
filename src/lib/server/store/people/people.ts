import { and, eq, isNull, notExists } from 'drizzle-orm';
import type { Id } from '#lib/core/model/item.ts';
import type { Base } from '../base.ts';
import { permit, person, rating, session } from '../schema.ts';

/** People without accounts: the local one, and guests, who may have a secret that leads back to them. */
export class People {
	readonly #base: Base;

	constructor(base: Base) {
		this.#base = base;
	}

	/** False where there is somebody of that id already. */
	add(id: Id, local: boolean, at: number): boolean {
		const row = { id, local: local ? 1 : 0, created: at };
		return this.#base.db.insert(person).values(row).onConflictDoNothing().run().changes === 1;
	}

	local(): Id | null {
		return this.#base.db.select().from(person).where(eq(person.local, 1)).get()?.id ?? null;
	}

	/** Keeps the hash of the person's recovery secret instead of the one before. */
	setRecovery(id: Id, hash: string): void {
		this.#base.db.update(person).set({ recovery: hash }).where(eq(person.id, id)).run();
	}

	hasRecovery(id: Id): boolean {
		return this.#base.db.select().from(person).where(eq(person.id, id)).get()?.recovery != null;
	}

	/** Whose recovery secret has this hash. */
	recovered(hash: string): Id | null {
		return this.#base.db.select().from(person).where(eq(person.recovery, hash)).get()?.id ?? null;
	}

	/** Forgets guests to whom nothing leads any more: no session, no recovery secret, no debate, nothing that they rated. */
	sweep(): void {
		const { db } = this.#base;
		const sessions = db.select().from(session).where(eq(session.userId, person.id));
		const permits = db.select().from(permit).where(eq(permit.person, person.id));
		const ratings = db.select().from(rating).where(eq(rating.person, person.id));
		const nothing = [sessions, permits, ratings].map((rows) => notExists(rows));
		db.delete(person)
			.where(and(eq(person.local, 0), isNull(person.recovery), ...nothing))
			.run();
	}
}
