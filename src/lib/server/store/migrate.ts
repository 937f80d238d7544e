import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type Database from 'better-sqlite3';
import { fail, ok, type Result } from '#lib/core/result.ts';
import { isUnwritable } from './base.ts';

/** "Argo" in ASCII: how a database of ours is told from any other. */
const APPLICATION = 0x4172676f;

export type MigrationRefusal =
	| { readonly why: 'not ours' }
	| { readonly why: 'newer' }
	| { readonly why: 'edited migration'; readonly name: string }
	| { readonly why: 'damaged'; readonly what: string };

export interface Migration {
	readonly name: string;
	readonly sql: string;
	readonly hash: string;
}

/** How far a database has come: the migrations of `known` that it still waits for. */
export interface Standing {
	readonly isNew: boolean;
	readonly waiting: readonly Migration[];
}

/** Whether the database is one of ours, or a new one, and what it waits for. Changes nothing. */
export function standing(db: Database.Database, known = migrations()): Result<Standing, MigrationRefusal> {
	const names = db.prepare('SELECT name FROM sqlite_schema').pluck().all();
	const owner = db.pragma('application_id', { simple: true });
	if (names.length === 0 && owner === 0) return ok({ isNew: true, waiting: known });
	if (owner !== APPLICATION || !names.includes('migration')) return fail({ why: 'not ours' });
	const done = applied(db);
	if (done.length > known.length) return fail({ why: 'newer' });
	for (const [at, { name, hash }] of done.entries())
		if (known[at]!.name !== name || known[at]!.hash !== hash) return fail({ why: 'edited migration', name });
	return ok({ isNew: false, waiting: known.slice(done.length) });
}

/**
 * Brings a database up to this program's schema. Ours rather than drizzle's runner: that one works inside a
 * transaction, where foreign keys cannot be switched off, so a rebuilt parent table takes its children's rows with
 * it. `backup` is called before anything changes in a database that holds something. Throws where the disk is full.
 */
export function migrate(
	db: Database.Database,
	backup: () => void,
	known = migrations()
): Result<{ applied: number }, MigrationRefusal> {
	const found = standing(db, known);
	if (!found.ok) return found;
	const { isNew, waiting } = found.value;
	if (waiting.length === 0) return ok({ applied: 0 });
	try {
		if (!isNew) backup();
	} catch (error) {
		return fail({ why: 'damaged', what: `no backup could be made: ${reason(error)}` });
	}
	db.pragma('foreign_keys = OFF');
	try {
		for (const migration of waiting) {
			const damage = apply(db, migration);
			if (damage !== null) return fail({ why: 'damaged', what: `${migration.name}: ${damage}` });
		}
	} finally {
		db.pragma('foreign_keys = ON');
	}
	return ok({ applied: waiting.length });
}

/** One migration in one transaction; what it must not have done is found out before it is committed. */
function apply(db: Database.Database, { name, sql, hash }: Migration): string | null {
	try {
		db.exec('BEGIN IMMEDIATE');
		const before = counts(db);
		db.exec(`CREATE TABLE IF NOT EXISTS migration (name TEXT PRIMARY KEY, hash TEXT NOT NULL) STRICT`);
		for (const statement of sql.split('--> statement-breakpoint')) db.exec(statement);
		const damage = broken(db) ?? lost(before, counts(db), sql);
		if (damage !== null) return damage;
		db.prepare('INSERT INTO migration (name, hash) VALUES (?, ?)').run(name, hash);
		db.pragma(`application_id = ${APPLICATION}`);
		db.exec('COMMIT');
		return null;
	} catch (error) {
		return reason(error);
	} finally {
		if (db.inTransaction) db.exec('ROLLBACK');
	}
}

/** What is wrong with a migration; what is wrong with the disk is not its fault, and is thrown on. */
function reason(error: unknown): string {
	if (isUnwritable(error)) throw error;
	return error instanceof Error ? error.message : String(error);
}

function broken(db: Database.Database): string | null {
	const dangling = db.pragma('foreign_key_check') as { table: string }[];
	return dangling.length > 0 ? `${dangling.length} references dangle in ${dangling[0]!.table}` : null;
}

/** A table that a migration does not speak of must hold as many rows after it as before. */
function lost(
	before: ReadonlyMap<string, number>,
	now: ReadonlyMap<string, number>,
	sql: string
): string | null {
	for (const [table, rows] of before) {
		const left = now.get(table);
		if (left === undefined && sql.includes(`DROP TABLE \`${table}\``)) continue;
		if (left !== rows && !sql.includes(`DELETE FROM \`${table}\``))
			return `${table} held ${rows} rows and would hold ${left ?? 0}`;
	}
	return null;
}

function counts(db: Database.Database): Map<string, number> {
	const tables = db
		.prepare(
			`SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'`
		)
		.pluck()
		.all() as string[];
	return new Map(
		tables
			.filter((name) => name !== 'migration')
			.map((name) => [name, db.prepare(`SELECT count(*) FROM "${name}"`).pluck().get() as number])
	);
}

function applied(db: Database.Database): { name: string; hash: string }[] {
	return db.prepare('SELECT name, hash FROM migration ORDER BY name').all() as {
		name: string;
		hash: string;
	}[];
}

/** The reviewed migrations of this program, in order. */
export function migrations(): Migration[] {
	const folder = join(home(), 'drizzle');
	return readdirSync(folder)
		.filter((name) => name.endsWith('.sql'))
		.sort()
		.map((name) => {
			const sql = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n');
			return { name, sql, hash: createHash('sha256').update(sql).digest('hex') };
		});
}

/** The folder of the program: the one above this module, bundled or not, that holds the migrations. */
function home(): string {
	let folder = dirname(fileURLToPath(import.meta.url));
	while (!existsSync(join(folder, 'drizzle', '0000_start.sql'))) {
		if (folder === dirname(folder)) throw new Error('the migrations of the program are missing');
		folder = dirname(folder);
	}
	return folder;
}
