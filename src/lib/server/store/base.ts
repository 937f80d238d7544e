import Database from 'better-sqlite3';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type { Tables } from './items/tables.ts';

/** What all parts of the engine share. */
export interface Base {
	readonly raw: Database.Database;
	readonly db: BetterSQLite3Database;
	readonly tables: Tables;
	readonly clock: () => number;
}

/** What a full disk, a read-only file, a failing device or another program's hold on the file are called. */
const UNWRITABLE = /^SQLITE_(FULL|READONLY|IOERR|BUSY|LOCKED|CANTOPEN)/;

/** Whether SQLite failed for a reason outside of this program: what was asked can be tried again later. */
export function isUnwritable(error: unknown): boolean {
	return error instanceof Database.SqliteError && UNWRITABLE.test(error.code);
}

/** All that `look` reads is of one moment, even while the server, in another process, goes on writing. */
export function atOnce<T>(raw: Database.Database, look: () => T): T {
	return raw.transaction(look).deferred();
}
