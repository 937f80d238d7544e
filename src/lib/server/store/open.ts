import { existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { fail, ok, type Result } from '#lib/core/result.ts';
import { Engine } from './engine.ts';
import { migrate, type MigrationRefusal } from './migrate.ts';

/** Why a database cannot be opened; nothing was changed. */
export type OpenRefusal =
	| MigrationRefusal
	| { readonly why: 'no such folder' }
	| { readonly why: 'no such file' }
	| { readonly why: 'not a database' }
	| { readonly why: 'read-only' }
	/** The disk is full, or fails. */
	| { readonly why: 'no room' }
	| { readonly why: 'in use' };

export interface Opening {
	/** A path, or `:memory:`. */
	readonly file: string;
	/** Milliseconds since 1970; only for time stamps, never for order. */
	readonly clock: () => number;
	/** `serve` writes and keeps every other server out; `read` needs no lock and never migrates. */
	readonly mode: 'serve' | 'read';
}

/**
 * Opens the database, makes or migrates it if needed, and answers with the store. With `serve` a second server on
 * the same file is refused by a lock that the system frees, however the first one ends.
 */
export function openStore({ file, clock, mode }: Opening): Result<Engine, OpenRefusal> {
	const isFile = file !== ':memory:';
	if (isFile && !existsSync(dirname(resolve(file)))) return fail({ why: 'no such folder' });
	if (mode === 'read' && !existsSync(file)) return fail({ why: 'no such file' });
	const lock = isFile && mode === 'serve' ? takeLock(`${file}.lock`) : null;
	if (lock && !lock.ok) return lock;
	const release = () => lock?.value.close();
	let db: Database.Database | undefined;
	const refuse = (refusal: OpenRefusal) => {
		db?.close();
		release();
		return fail(refusal);
	};
	try {
		db = new Database(file, { readonly: mode === 'read' });
		configure(db, mode);
		const ready = mode === 'read' ? check(db) : prepare(db, file, isFile);
		return ready.ok ? ok(new Engine(db, clock, release)) : refuse(ready.error);
	} catch (error) {
		return refuse(refusalOf(error));
	}
}

function configure(db: Database.Database, mode: Opening['mode']): void {
	db.pragma('busy_timeout = 5000');
	db.pragma('trusted_schema = OFF');
	db.pragma('cell_size_check = ON');
	db.pragma('foreign_keys = ON');
	if (mode === 'read') {
		db.pragma('schema_version');
		return;
	}
	db.pragma('journal_mode = WAL');
	db.pragma('synchronous = FULL');
	db.pragma('wal_autocheckpoint = 1000');
	db.pragma('journal_size_limit = 67108864');
	db.exec('BEGIN IMMEDIATE; ROLLBACK');
}

function prepare(db: Database.Database, file: string, isFile: boolean): Result<unknown, OpenRefusal> {
	return migrate(db, () => {
		if (!isFile) return;
		const stamp = new Date(statSync(file).mtimeMs).toISOString().replaceAll(/[:.]/g, '-');
		db.prepare('VACUUM INTO ?').run(`${file}.before-${stamp}.backup`);
	});
}

/** A reader takes the database as it is, if a server of this version has made it. */
function check(db: Database.Database): Result<unknown, OpenRefusal> {
	const tables = db.prepare(`SELECT count(*) FROM sqlite_schema WHERE name = 'migration'`).pluck().get();
	return tables === 1 ? ok(null) : fail({ why: 'not ours' });
}

/** A database of its own, held in an exclusive transaction: `kill -9` frees it, a stale file does not block. */
function takeLock(file: string): Result<Database.Database, OpenRefusal> {
	try {
		const lock = new Database(file, { timeout: 0 });
		lock.pragma('journal_mode = DELETE');
		lock.exec('BEGIN EXCLUSIVE');
		return ok(lock);
	} catch (error) {
		const refusal = refusalOf(error);
		return fail(refusal.why === 'not a database' ? { why: 'in use' } : refusal);
	}
}

function refusalOf(error: unknown): OpenRefusal {
	const code = error instanceof Database.SqliteError ? error.code : '';
	if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return { why: 'in use' };
	if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN') || code === 'SQLITE_PERM')
		return { why: 'read-only' };
	if (code.startsWith('SQLITE_FULL') || code.startsWith('SQLITE_IOERR')) return { why: 'no room' };
	if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) return { why: 'not a database' };
	throw error;
}
