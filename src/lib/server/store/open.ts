import { closeSync, existsSync, openSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { fail, ok, type Result } from '#lib/core/result.ts';
import { copyTo } from './copy.ts';
import { Engine } from './engine.ts';
import { takeLock, type Lock } from './lock.ts';
import { migrate, standing, type MigrationRefusal } from './migrate.ts';

/** Why a database cannot be opened; nothing was changed. */
export type OpenRefusal =
	| MigrationRefusal
	| { readonly why: 'no such folder' }
	| { readonly why: 'no such file' }
	| { readonly why: 'not a database' }
	| { readonly why: 'read-only' }
	/** The disk is full, or fails. */
	| { readonly why: 'no room' }
	| { readonly why: 'in use' }
	/** Made by an older program, and only a server may bring it up to date. */
	| { readonly why: 'older' };

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
	const found = file === ':memory:' ? ok(file) : mode === 'read' ? existing(file) : place(file);
	if (!found.ok) return found;
	const held: Lock[] = [];
	const release = () => held.forEach((lock) => lock.release());
	let db: Database.Database | undefined;
	try {
		db = new Database(found.value, { readonly: mode === 'read' });
		guard(db);
		const ready = mode === 'read' ? toRead(db) : toServe(db, found.value, clock, held);
		if (ready.ok) return ok(engine(db, clock, mode, release));
		db.close();
		release();
		return ready;
	} catch (error) {
		db?.close();
		release();
		return fail(refusalOf(error));
	}
}

function existing(file: string): Result<string, OpenRefusal> {
	if (!existsSync(file)) return fail({ why: 'no such file' });
	return statSync(file).isFile() ? ok(file) : fail({ why: 'not a database' });
}

/**
 * Where the file really is, so that a link to it is kept by the same lock; an empty one is made where there is none.
 * One that is there is never opened here: closing it again would end the locks that SQLite has on it.
 */
function place(file: string): Result<string, OpenRefusal> {
	try {
		if (!existsSync(file)) closeSync(openSync(file, 'a'));
		return existing(realpathSync(file));
	} catch (error) {
		const code = error instanceof Error && 'code' in error ? error.code : '';
		return fail({ why: code === 'ENOENT' ? 'no such folder' : code === 'ENOSPC' ? 'no room' : 'read-only' });
	}
}

/** A reader takes the database as it is, if a server of this version has made it. */
function toRead(db: Database.Database): Result<unknown, OpenRefusal> {
	const found = standing(db);
	if (!found.ok) return found;
	if (found.value.isNew) return fail({ why: 'no such file' });
	return found.value.waiting.length > 0 ? fail({ why: 'older' }) : ok(null);
}

/** Whose database it is comes first: of another program's file even the journal mode stays as it is. */
function toServe(
	db: Database.Database,
	file: string,
	clock: () => number,
	held: Lock[]
): Result<unknown, OpenRefusal> {
	const found = standing(db);
	if (!found.ok) return found;
	if (file !== ':memory:') {
		const lock = takeLock(file);
		if (!lock.ok) return fail({ why: 'in use' });
		held.push(lock.value);
	}
	if (!isWritable(db)) return fail({ why: 'read-only' });
	db.pragma('journal_mode = WAL');
	db.pragma('synchronous = FULL');
	db.pragma('wal_autocheckpoint = 1000');
	db.pragma('journal_size_limit = 67108864');
	return migrate(db, () => keep(db, `${file}.before-${stamp(clock())}.backup`));
}

function engine(
	db: Database.Database,
	clock: () => number,
	mode: Opening['mode'],
	release: () => void
): Engine {
	const made = new Engine(db, clock, release);
	// What was left unindexed must not cost the first search its time; if it fails, that search will say so.
	if (mode === 'serve') made.index().catch(() => undefined);
	return made;
}

function guard(db: Database.Database): void {
	db.pragma('busy_timeout = 5000');
	db.pragma('trusted_schema = OFF');
	db.pragma('cell_size_check = ON');
	db.pragma('foreign_keys = ON');
}

/** SQLite lets `BEGIN IMMEDIATE` pass on a file that it can only read: nothing but writing tells. */
function isWritable(db: Database.Database): boolean {
	const version = Number(db.pragma('user_version', { simple: true }));
	db.exec('BEGIN IMMEDIATE');
	try {
		db.pragma(`user_version = ${version}`);
		return true;
	} catch (error) {
		if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_READONLY')) return false;
		throw error;
	} finally {
		if (db.inTransaction) db.exec('ROLLBACK');
	}
}

function keep(db: Database.Database, to: string): void {
	const draft = `${to}.part`;
	try {
		copyTo(db, draft);
		renameSync(draft, to);
	} finally {
		rmSync(draft, { force: true });
	}
}

function stamp(at: number): string {
	return new Date(at).toISOString().replaceAll(/[:.]/g, '-');
}

function refusalOf(error: unknown): OpenRefusal {
	const code = error instanceof Database.SqliteError ? error.code : '';
	if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return { why: 'in use' };
	if (/^SQLITE_(READONLY|CANTOPEN|PERM)/.test(code)) return { why: 'read-only' };
	if (/^SQLITE_(FULL|IOERR)/.test(code)) return { why: 'no room' };
	if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) return { why: 'not a database' };
	throw error;
}
