import Database from 'better-sqlite3';
import { fail, ok, type Result } from '#lib/core/result.ts';

/** What keeps every other server away from a database. */
export interface Lock {
	release(): void;
}

/** A lock that is no database was not made by us, but stands in the way all the same. */
const HELD = /^SQLITE_(BUSY|LOCKED|NOTADB)/;

/**
 * Takes the lock that belongs to the database in `file`: a small database beside it, held in an exclusive transaction.
 * The system frees it however its holder ends, so `kill -9` blocks nobody; the file itself stays and means nothing.
 * Throws what SQLite throws where no such file can be written.
 */
export function takeLock(file: string): Result<Lock, 'held'> {
	let lock: Database.Database | undefined;
	try {
		lock = new Database(`${file}.lock`, { timeout: 0 });
		lock.pragma('journal_mode = DELETE');
		lock.exec('BEGIN EXCLUSIVE');
	} catch (error) {
		lock?.close();
		const isHeld = error instanceof Database.SqliteError && HELD.test(error.code);
		if (isHeld) return fail('held');
		throw error;
	}
	const held = lock;
	return ok({ release: () => held.close() });
}
