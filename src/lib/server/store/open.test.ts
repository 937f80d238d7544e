import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Shelf } from '#tests/contracts/shelf.ts';

let shelf: Shelf;
beforeEach(() => void (shelf = new Shelf()));
afterEach(() => shelf.clear());

/** Changes bytes of the file as it lies there. */
function forge(change: (bytes: Buffer) => Buffer): void {
	writeFileSync(shelf.file, change(readFileSync(shelf.file)));
}

describe('what is not for us', () => {
	test.each<[what: string, why: string, make: () => void]>([
		[
			'a text',
			'not a database',
			() => writeFileSync(shelf.file, 'no database, but as long as one '.repeat(50))
		],
		['a folder', 'not a database', () => mkdirSync(shelf.file)],
		['a database of others', 'not ours', () => made('CREATE TABLE foreign_thing (x)')],
		['an empty one of others', 'not ours', () => made('PRAGMA application_id = 1196444487')],
		['one with a table of a name of ours', 'not ours', () => made('CREATE TABLE migration (name, hash)')],
		[
			'one with our number alone',
			'not ours',
			() => made('PRAGMA application_id = 1098016623; CREATE TABLE t (x)')
		]
	])('[D60] %s is refused as %s, to serve and to read, and left as it was', (_what, why, make) => {
		make();
		const bytes = () => (_what === 'a folder' ? null : readFileSync(shelf.file));
		const before = bytes();
		expect(shelf.why()).toBe(why);
		expect(shelf.why('read')).toBe(why);
		expect(bytes()).toEqual(before);
	});

	function made(sql: string): void {
		new Database(shelf.file).exec(sql).close();
	}

	test('[D60] one from a newer program is refused, to serve and to read', async () => {
		(await shelf.filled()).close();
		new Database(shelf.file)
			.exec(`INSERT INTO migration (name, hash) VALUES ('9999_later.sql', 'x')`)
			.close();
		expect(shelf.why()).toBe('newer');
		expect(shelf.why('read')).toBe('newer');
	});

	test('[D60] one from an older program is not read before a server has brought it up to date', async () => {
		(await shelf.filled()).close();
		new Database(shelf.file).exec('DELETE FROM migration').close();
		expect(shelf.why('read')).toBe('older');
	});

	test('[D60] a damaged one is refused, to serve and to read', async () => {
		(await shelf.filled()).close();
		forge((bytes) => bytes.subarray(0, bytes.length - 8192));
		expect(shelf.why()).toBe('not a database');
		expect(shelf.why('read')).toBe('not a database');
	});

	test('[D60] one that can only be read is refused to a server', async () => {
		(await shelf.filled()).close();
		// A format version that SQLite may read but not write: unlike permissions, it holds for root as well.
		forge((bytes) => bytes.fill(3, 18, 19));
		expect(shelf.why()).toBe('read-only');
		expect(shelf.why('read')).toBe('opened');
	});

	test('[D60] a folder that is not there, and a file to read that is not, are named', () => {
		expect(shelf.why('serve', join(shelf.folder, 'none', 'argosy.db'))).toBe('no such folder');
		expect(shelf.why('read', join(shelf.folder, 'none.db'))).toBe('no such file');
		writeFileSync(shelf.file, '');
		expect(shelf.why('read')).toBe('no such file');
		expect(shelf.why()).toBe('opened');
	});
});

describe('two at once', () => {
	test('[D61] a second server on the same file is refused, reading is not', async () => {
		const store = await shelf.filled();
		expect(shelf.why()).toBe('in use');
		expect(shelf.why('read')).toBe('opened');
		store.close();
		expect(shelf.why()).toBe('opened');
	});

	test('[D61] nor does a second one come in by another name of the file', async () => {
		const store = await shelf.filled();
		const link = join(shelf.folder, 'link.db');
		symlinkSync(shelf.file, link);
		expect(shelf.why('serve', link)).toBe('in use');
		expect(shelf.why('serve', join(shelf.folder, '.', 'link.db'))).toBe('in use');
		store.close();
		const early = join(shelf.folder, 'early.db');
		symlinkSync(join(shelf.folder, 'late.db'), early);
		const other = shelf.open('serve', early);
		expect(shelf.why('serve', join(shelf.folder, 'late.db'))).toBe('in use');
		other.close();
	});

	test('[D61] one that was refused holds nothing', async () => {
		(await shelf.filled()).close();
		const holder = new Database(`${shelf.file}.lock`).exec('BEGIN EXCLUSIVE');
		expect(shelf.why()).toBe('in use');
		holder.close();
		expect(shelf.why()).toBe('opened');
	});
});
