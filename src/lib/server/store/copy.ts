import { closeSync, fsyncSync, openSync } from 'node:fs';
import Database from 'better-sqlite3';

/**
 * Copies the whole database to the new file `to`, which is on disk when this returns. The debates of the copy get new
 * epochs: a page that has seen more than the copy holds then starts anew after a restore. Throws when it cannot be done.
 */
export function copyTo(db: Database.Database, to: string): void {
	db.prepare('VACUUM INTO ?').run(to);
	const copy = new Database(to);
	try {
		copy.exec('UPDATE debate SET epoch = lower(hex(randomblob(9)))');
	} finally {
		copy.close();
	}
	const file = openSync(to, 'r+');
	try {
		fsyncSync(file);
	} finally {
		closeSync(file);
	}
}
