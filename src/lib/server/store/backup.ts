import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, existsSync, rmSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import Database from 'better-sqlite3';
import { fail, ok, type Result } from '#lib/core/result.ts';
import { copyTo } from './copy.ts';
import { openStore, type OpenRefusal } from './open.ts';

/** Why there is no backup. Whatever was begun was taken away again. */
export type BackupRefusal =
	| OpenRefusal
	| { readonly why: 'exists' }
	| { readonly why: 'no folder for it' }
	| { readonly why: 'cannot be copied'; readonly what: string };

/**
 * Copies the database in `file`, in use or not, to the new file `to`, checks the copy, and puts its SHA-256 beside
 * it. The copy gets new epochs: a page that has seen more than the copy holds then starts anew after a restore.
 */
export async function backUp(file: string, to: string): Promise<Result<{ debates: number }, BackupRefusal>> {
	if (existsSync(to)) return fail({ why: 'exists' });
	if (!existsSync(dirname(resolve(to)))) return fail({ why: 'no folder for it' });
	const opened = openStore({ file, clock: Date.now, mode: 'read' });
	if (!opened.ok) return opened;
	opened.value.close();
	const draft = `${to}.${randomBytes(6).toString('hex')}.part`;
	try {
		copy(file, draft);
		const checked = await check(draft);
		if (!checked.ok) return checked;
		await rename(draft, to);
		await writeFile(`${to}.sha256`, `${await sum(to)}  ${basename(to)}\n`, { flush: true });
		return checked;
	} catch (error) {
		return fail({ why: 'cannot be copied', what: error instanceof Error ? error.message : String(error) });
	} finally {
		for (const rest of [draft, `${draft}-journal`]) rmSync(rest, { force: true });
	}
}

function copy(file: string, draft: string): void {
	const from = new Database(file, { readonly: true });
	try {
		copyTo(from, draft);
	} finally {
		from.close();
	}
}

async function check(draft: string): Promise<Result<{ debates: number }, BackupRefusal>> {
	const damaged = (what: string) => fail({ why: 'cannot be copied', what } as const);
	const opened = openStore({ file: draft, clock: Date.now, mode: 'read' });
	if (!opened.ok) return opened;
	const store = opened.value;
	try {
		const said = store.raw.pragma('integrity_check', { simple: true });
		if (said !== 'ok') return damaged(String(said));
		const debates = await store.debates();
		for (const id of debates) {
			const found = await store.verify(id);
			if (!found.ok) return damaged(`${id}: ${found.error.message}`);
		}
		return ok({ debates: debates.length });
	} finally {
		store.close();
	}
}

async function sum(file: string): Promise<string> {
	const hash = createHash('sha256');
	await pipeline(createReadStream(file), hash);
	return hash.digest('hex');
}
