import { createHash } from 'node:crypto';
import type { Adapter, DatabaseSession, DatabaseUser } from 'lucia';
import { isUnwritable } from '../store/base.ts';

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

	/** A disk that takes nothing must not keep out who is known: then the session ends earlier, that is all. */
	updateSessionExpiration(token: string, expiresAt: Date): Promise<void> {
		return ifWritable(this.#inner.updateSessionExpiration(hashed(token), expiresAt));
	}

	/** What cannot be deleted now is swept later; it was not valid any more. */
	deleteSession(token: string): Promise<void> {
		return ifWritable(this.#inner.deleteSession(hashed(token)));
	}

	deleteUserSessions(user: string): Promise<void> {
		return this.#inner.deleteUserSessions(user);
	}

	deleteExpiredSessions(): Promise<void> {
		return ifWritable(this.#inner.deleteExpiredSessions());
	}
}

async function ifWritable(writing: Promise<void>): Promise<void> {
	try {
		await writing;
	} catch (error) {
		if (!isUnwritable(error)) throw error;
	}
}

/** SHA-256 as hexadecimal digits: tokens are random enough to need no salt. */
export function hashed(token: string): string {
	return createHash('sha256').update(token).digest('hex');
}
