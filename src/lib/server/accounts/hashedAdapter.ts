import { createHash } from 'node:crypto';
import type { Adapter, DatabaseSession, DatabaseUser } from 'lucia';

/**
 * Keeps only hashes of session tokens in the database, so that a stolen copy of it opens nothing. The library
 * above sees tokens, the adapter below sees hashes.
 */
export class HashedAdapter implements Adapter {
	readonly #inner: Adapter;

	constructor(inner: Adapter) {
		this.#inner = inner;
	}

	async getSessionAndUser(token: string): Promise<[DatabaseSession | null, DatabaseUser | null]> {
		const [session, user] = await this.#inner.getSessionAndUser(hashed(token));
		return [session && { ...session, id: token }, user];
	}

	/** Tokens cannot be had back from hashes: the ids of these sessions are hashes. */
	getUserSessions(user: string): Promise<DatabaseSession[]> {
		return this.#inner.getUserSessions(user);
	}

	setSession(session: DatabaseSession): Promise<void> {
		return this.#inner.setSession({ ...session, id: hashed(session.id) });
	}

	updateSessionExpiration(token: string, expiresAt: Date): Promise<void> {
		return this.#inner.updateSessionExpiration(hashed(token), expiresAt);
	}

	deleteSession(token: string): Promise<void> {
		return this.#inner.deleteSession(hashed(token));
	}

	deleteUserSessions(user: string): Promise<void> {
		return this.#inner.deleteUserSessions(user);
	}

	deleteExpiredSessions(): Promise<void> {
		return this.#inner.deleteExpiredSessions();
	}
}

/** SHA-256 as hexadecimal digits: tokens are random enough to need no salt. */
export function hashed(token: string): string {
	return createHash('sha256').update(token).digest('hex');
}
