import { createHash } from 'node:crypto';
import { createReadStream, existsSync, writeFileSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { basename } from 'node:path';
import Database from 'better-sqlite3';
import { worded } from '#lib/server/worded.ts';
import { openStore } from '#lib/server/store/open.ts';
import { databaseOf, parsed } from './options.ts';

/** `argosy backup --to FILE`: a checked copy of the database while it is in use, with its SHA-256 beside it. */
export async function backup(args: string[]): Promise<number> {
	const read = parsed(args, { database: { type: 'string' }, to: { type: 'string' } });
	if (!read) return 1;
	const { to } = read.values;
	if (to === undefined) return refuse('Say where to: argosy backup --to FILE');
	if (existsSync(to))
		return refuse(`${to} exists already. Name another file; a backup is never written over.`);
	const file = databaseOf(read.values.database);
	const opened = openStore({ file, clock: Date.now, mode: 'read' });
	if (!opened.ok) return refuse(worded(opened.error, file));
	const draft = `${to}.part`;
	opened.value.raw.prepare('VACUUM INTO ?').run(draft);
	opened.value.close();
	const damage = check(draft);
	if (damage !== null) return refuse(`The copy is damaged and was left at ${draft}: ${damage}`);
	await rename(draft, to);
	const hash = createHash('sha256');
	await pipeline(createReadStream(to), hash);
	writeFileSync(`${to}.sha256`, `${hash.digest('hex')}  ${basename(to)}\n`);
	console.log(
		`${to} holds all debates of ${file}. To restore: stop the server, put it in that file's place.`
	);
	return 0;
}

function check(file: string): string | null {
	const copy = new Database(file, { readonly: true });
	const said = copy.pragma('integrity_check', { simple: true });
	copy.close();
	return said === 'ok' ? null : String(said);
}

function refuse(message: string): number {
	console.error(message);
	return 1;
}
