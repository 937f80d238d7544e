import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { claim, premise, relation } from '#lib/core/model/make.ts';
import { describeStore } from '#tests/contracts/store/describeStore.ts';
import type { Engine } from './engine.ts';
import { migrate, migrations } from './migrate.ts';
import { openStore } from './open.ts';

let folder: string;
let file: string;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'argosy-'));
	file = join(folder, 'argosy.db');
});

afterEach(() => rmSync(folder, { recursive: true }));

let now = 0;
const clock = () => ++now;

function opened(mode: 'serve' | 'read' = 'serve'): Engine {
	const store = openStore({ file, clock, mode });
	if (!store.ok) throw new Error(store.error.why);
	return store.value;
}

describeStore('SQLite in a file', async () => opened());

async function filled(): Promise<Engine> {
	const store = opened();
	const items = [
		claim({ id: 'a', text: 'A' }),
		claim({ id: 'b', text: 'B' }),
		relation({ id: 'r', sense: 'support', premises: [premise('b')], target: 'a' })
	];
	await store.create({ id: 'd', owner: null, steps: items.map((item) => ({ do: 'add', item })), at: 1 });
	return store;
}

function why(mode: 'serve' | 'read' = 'serve'): string {
	const store = openStore({ file, clock, mode });
	if (!store.ok) return store.error.why;
	store.value.close();
	return 'opened';
}

describe('opening', () => {
	test('[D60] what is no database of ours is refused and left as it was', () => {
		writeFileSync(file, 'not a database at all, but long enough to look like something'.repeat(20));
		expect(why()).toBe('not a database');
		rmSync(file);
		new Database(file).exec('CREATE TABLE foreign_thing (x)').close();
		expect(why()).toBe('not ours');
		expect(new Database(file).prepare('SELECT count(*) FROM sqlite_schema').pluck().get()).toBe(1);
	});

	test('[D60] a database from a newer program is refused', async () => {
		(await filled()).close();
		const db = new Database(file);
		db.exec(`INSERT INTO migration (name, hash) VALUES ('9999_later.sql', 'x')`);
		db.close();
		expect(why()).toBe('newer');
	});

	test('[D60] a missing folder, and a missing file for reading, are named', () => {
		file = join(folder, 'none', 'argosy.db');
		expect(why()).toBe('no such folder');
		file = join(folder, 'none.db');
		expect(why('read')).toBe('no such file');
	});

	test('[D61] a second server on the same file is refused, reading is not', async () => {
		const store = await filled();
		expect(why()).toBe('in use');
		expect(why('read')).toBe('opened');
		store.close();
		expect(why()).toBe('opened');
	});
});

describe('migrations', () => {
	test('[D62] a database that is up to date is opened without a backup', async () => {
		(await filled()).close();
		opened().close();
		expect(readdirSync(folder).filter((name) => name.endsWith('.backup'))).toEqual([]);
	});

	test('[D62] an edited migration is refused', async () => {
		(await filled()).close();
		const db = new Database(file);
		db.exec(`UPDATE migration SET hash = 'edited'`);
		db.close();
		expect(why()).toBe('edited migration');
	});

	/** Rebuilds the table that all others hang on, as SQLite wants a column changed. */
	const rebuild = {
		name: '9000_rebuild.sql',
		hash: 'h',
		sql: [
			'CREATE TABLE `new_debate` AS SELECT * FROM `debate`',
			'DROP TABLE `debate`',
			'ALTER TABLE `new_debate` RENAME TO `debate`',
			'CREATE UNIQUE INDEX `debate_id` ON `debate` (`id`)'
		].join('--> statement-breakpoint')
	};

	test('[D62] rebuilding a table loses none of the rows that hang on it, and is backed up before', async () => {
		const store = await filled();
		let backups = 0;
		expect(migrate(store.raw, () => backups++, [...migrations(), rebuild])).toEqual({
			ok: true,
			value: { applied: 1 }
		});
		expect(backups).toBe(1);
		expect(store.raw.prepare('SELECT count(*) FROM claim').pluck().get()).toBe(2);
		expect(store.raw.pragma('foreign_keys', { simple: true })).toBe(1);
		expect(migrate(store.raw, () => backups++, [...migrations(), rebuild])).toEqual({
			ok: true,
			value: { applied: 0 }
		});
		store.close();
	});

	test('[D62] a migration that loses rows or leaves references dangling is not carried out', async () => {
		const store = await filled();
		for (const sql of [
			'DELETE FROM claim',
			'UPDATE debate SET title = (SELECT max(id) FROM claim); DELETE FROM relation'
		]) {
			const bad = { name: '9001_bad.sql', hash: 'h', sql };
			expect(migrate(store.raw, () => undefined, [...migrations(), bad])).toMatchObject({
				ok: false,
				error: { why: 'damaged' }
			});
			expect(store.raw.prepare('SELECT count(*) FROM claim').pluck().get()).toBe(2);
		}
		expect(await store.verify('d')).toMatchObject({ ok: true });
		store.close();
	});

	test('[D63] every table is STRICT', async () => {
		const store = await filled();
		const loose = store.raw
			.prepare(
				`SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'`
			)
			.pluck()
			.all();
		expect(loose).toEqual([]);
		store.close();
	});
});

describe('trouble', () => {
	test('[D64] a full disk refuses what cannot be written, changes nothing, and goes on once there is room', async () => {
		const store = await filled();
		const head = await store.head('d');
		const epoch = head.ok ? head.value.epoch : '';
		const pages = store.raw.pragma('page_count', { simple: true }) as number;
		store.raw.pragma(`max_page_count = ${pages}`);
		const notes = 'x'.repeat(60_000);
		const change = { n: 1, steps: [{ do: 'set', kind: 'claim', id: 'a', to: { notes } } as const] };
		const submission = { client: 'x', epoch, since: 1, changes: [change] };
		expect(await store.append('d', null, submission)).toEqual({ ok: false, error: { why: 'unwritable' } });
		expect(await store.head('d')).toEqual(head);
		expect(await store.verify('d')).toMatchObject({ ok: true });
		store.raw.pragma(`max_page_count = ${pages * 100}`);
		expect(await store.append('d', null, submission)).toMatchObject({ ok: true, value: { head: 2 } });
		expect(await store.verify('d')).toMatchObject({ ok: true });
		store.close();
	});

	test.each([
		['a reworded row', `UPDATE claim SET text = 'forged' WHERE id = 'a'`],
		['a row too few', `DELETE FROM premise`],
		['an altered log', `UPDATE log SET steps = replace(steps, '"A"', '"Z"')`],
		['an altered time', `UPDATE log SET at = at + 1`],
		['a broken seal', `UPDATE log SET hash = zeroblob(32)`],
		['a lost change', `DELETE FROM log`],
		['another title', `UPDATE debate SET title = 'forged'`]
	])('[D65] %s is found', async (_what, sql) => {
		const store = await filled();
		expect(await store.verify('d')).toMatchObject({ ok: true });
		store.raw.exec(sql);
		expect(await store.verify('d')).toMatchObject({ ok: false });
		store.close();
	});
});
