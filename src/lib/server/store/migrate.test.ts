import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Shelf } from '#tests/contracts/shelf.ts';
import { value } from '#tests/contracts/store/place.ts';
import { migrate, migrations, type Migration } from './migrate.ts';

let shelf: Shelf;
beforeEach(() => void (shelf = new Shelf()));
afterEach(() => shelf.clear());

const backups = () => readdirSync(shelf.folder).filter((name) => name.endsWith('.backup'));

/** A migration of these statements, after all that there are. */
function later(...sql: string[]): Migration[] {
	return [
		...migrations(),
		{ name: '9000_later.sql', hash: 'h', sql: sql.join(';--> statement-breakpoint\n') }
	];
}

/** Rebuilds the table that all others hang on, as drizzle-kit does it where SQLite cannot change a column. */
const rebuild = [
	'PRAGMA foreign_keys=OFF',
	`CREATE TABLE \`__new_debate\` (id text PRIMARY KEY NOT NULL, title text NOT NULL, summary text NOT NULL, head integer NOT NULL,
		epoch text NOT NULL, sample integer NOT NULL, created integer NOT NULL, changed integer NOT NULL, indexed integer NOT NULL) STRICT`,
	'INSERT INTO `__new_debate` SELECT * FROM `debate`',
	'DROP TABLE `debate`',
	'ALTER TABLE `__new_debate` RENAME TO `debate`',
	'PRAGMA foreign_keys=ON'
];

test('[D62] a database that is up to date is opened without a backup', async () => {
	(await shelf.filled()).close();
	shelf.open().close();
	expect(backups()).toEqual([]);
});

test('[D62] rebuilding a table loses none of the rows that hang on it, and is done once', async () => {
	const store = await shelf.filled();
	let copies = 0;
	const rebuilt = () => migrate(store.raw, () => copies++, later(...rebuild));
	expect(value(rebuilt())).toEqual({ applied: 1 });
	expect(value(rebuilt())).toEqual({ applied: 0 });
	expect(copies).toBe(1);
	expect(store.raw.pragma('foreign_keys', { simple: true })).toBe(1);
	expect(await store.verify('d')).toEqual({ ok: true, value: { changes: 1 } });
	store.close();
});

test.each([
	['loses rows', 'DELETE FROM premise', 'premise held 1 rows and would hold 0'],
	['loses a table', 'DROP TABLE premise', 'premise held 1 rows and would hold 0'],
	['leaves references dangling', 'DELETE FROM `claim`', '2 references dangle in'],
	['cannot be read', 'ALTER TABL claim', 'syntax error'],
	['fails on what is there', 'INSERT INTO debate SELECT * FROM debate', 'UNIQUE constraint failed']
])('[D62] a migration that %s is not carried out', async (_what, sql, reason) => {
	const store = await shelf.filled();
	const refused = migrate(store.raw, () => undefined, later('CREATE TABLE half (x text) STRICT', sql));
	expect(refused).toMatchObject({
		ok: false,
		error: { why: 'damaged', what: expect.stringContaining(reason) as string }
	});
	expect(store.raw.prepare(`SELECT count(*) FROM sqlite_schema WHERE name = 'half'`).pluck().get()).toBe(0);
	expect(store.raw.pragma('foreign_keys', { simple: true })).toBe(1);
	expect(await store.verify('d')).toMatchObject({ ok: true });
	store.close();
});

test('[D62] without a backup nothing is begun', async () => {
	const store = await shelf.filled();
	const refuse = () => {
		throw new Error('no room');
	};
	expect(migrate(store.raw, refuse, later('CREATE TABLE half (x text) STRICT'))).toEqual({
		ok: false,
		error: { why: 'damaged', what: 'no backup could be made: no room' }
	});
	expect(value(migrate(store.raw, () => undefined, migrations()))).toEqual({ applied: 0 });
	store.close();
});

test('[D62] the backup before a migration holds what there was, under epochs of its own', async () => {
	const store = await shelf.filled();
	const { epoch } = value(await store.head('d'));
	// As if the program had a first migration that this database has not seen.
	store.raw.exec('DELETE FROM migration');
	store.close();
	for (let times = 1; times <= 2; times++) {
		expect(shelf.why()).toBe('damaged');
		expect(backups()).toHaveLength(times);
	}
	const backup = new Database(join(shelf.folder, backups()[0]!));
	expect(backup.prepare('SELECT count(*) FROM claim').pluck().get()).toBe(2);
	expect(backup.prepare('SELECT epoch FROM debate').pluck().get()).not.toBe(epoch);
	expect(backup.pragma('integrity_check', { simple: true })).toBe('ok');
	backup.close();
});

test('[D62] an edited migration, or one left out, is refused', async () => {
	const store = await shelf.filled();
	value(migrate(store.raw, () => undefined, later('CREATE TABLE more (x text) STRICT')));
	const edited = [...migrations(), { name: '9000_later.sql', hash: 'other', sql: '' }];
	const between = [...migrations(), { name: '8000_between.sql', hash: 'h', sql: '' }, ...later('')];
	for (const known of [edited, between])
		expect(migrate(store.raw, () => undefined, known)).toMatchObject({
			ok: false,
			error: { why: 'edited migration', name: '9000_later.sql' }
		});
	store.close();
});

test('[D62] the migrations are those that were generated, in order, without a gap', () => {
	const journal: unknown = JSON.parse(readFileSync('drizzle/meta/_journal.json', 'utf8'));
	const names = migrations().map(({ name }) => name);
	expect(journal).toMatchObject({ entries: names.map((name) => ({ tag: name.replace('.sql', '') })) });
	expect(names.map((name) => Number(name.slice(0, 4)))).toEqual(names.map((_, at) => at));
});

test('[D63] every table is STRICT', async () => {
	const store = await shelf.filled();
	const loose = store.raw
		.prepare(
			`SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'`
		)
		.pluck()
		.all();
	expect(loose).toEqual([]);
	store.close();
});
