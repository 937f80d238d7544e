import { randomBytes } from 'node:crypto';
import { DrizzleSQLiteAdapter } from '@lucia-auth/adapter-drizzle';
import { Lucia, TimeSpan } from 'lucia';
import type { Id } from '#lib/core/model/item.ts';
import { fail, ok, type Result } from '#lib/core/result.ts';
import { isUnwritable } from '../store/base.ts';
import type { Engine } from '../store/engine.ts';
import { person, session } from '../store/schema.ts';
import type { StoreRefusal } from '../store/store.ts';
import { HashedAdapter } from './hashedAdapter.ts';

declare module 'lucia' {
	interface Register {
		Lucia: Lucia<{ created: number }>;
		DatabaseSessionAttributes: { created: number };
	}
}

/** A browser that is known, and until when. */
export interface Visit {
	readonly token: string;
	readonly person: Id;
	readonly expires: Date;
	/** The session is new or lasts longer now: the cookie must be set again. */
	readonly fresh: boolean;
}

/** A session lasts 30 days after it was last used, and never longer than 90. */
const IDLE = new TimeSpan(30, 'd');
const LONGEST = new TimeSpan(90, 'd');

/** Sessions of browsers. The only door to lucia, so that another library can take its place. */
export class Sessions {
	readonly #lucia: Lucia<{ created: number }>;
	readonly #clock: () => number;

	constructor({ db }: Pick<Engine, 'db'>, clock: () => number) {
		this.#clock = clock;
		this.#lucia = new Lucia(new HashedAdapter(new DrizzleSQLiteAdapter(db, session, person)), {
			sessionExpiresIn: IDLE,
			getSessionAttributes: ({ created }) => ({ created })
		});
	}

	/** A new session for the person, under a token of 256 random bits. */
	async create(who: Id): Promise<Result<Visit, StoreRefusal>> {
		const sessionId = randomBytes(32).toString('base64url');
		try {
			const made = await this.#lucia.createSession(who, { created: this.#clock() }, { sessionId });
			return ok({ token: made.id, person: who, expires: made.expiresAt, fresh: true });
		} catch (error) {
			if (isUnwritable(error)) return fail({ why: 'unwritable' });
			throw error;
		}
	}

	/** Who the token stands for; `null` when it is unknown, unused for too long, or too old. */
	async validate(token: string): Promise<Visit | null> {
		const { session: found } = await this.#lucia.validateSession(token);
		if (!found) return null;
		if (this.#clock() - found.created > LONGEST.milliseconds()) {
			await this.#lucia.invalidateSession(token);
			return null;
		}
		return { token, person: found.userId, expires: found.expiresAt, fresh: found.fresh };
	}

	/** Ends one session. */
	async invalidate(token: string): Promise<void> {
		await this.#lucia.invalidateSession(token);
	}

	/** Takes away what has expired. */
	async sweep(): Promise<void> {
		await this.#lucia.deleteExpiredSessions();
	}
}
