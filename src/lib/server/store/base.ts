import type Database from 'better-sqlite3';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type { Tables } from './tables.ts';

/** What all parts of the engine share. */
export interface Base {
	readonly raw: Database.Database;
	readonly db: BetterSQLite3Database;
	readonly tables: Tables;
	readonly clock: () => number;
}
