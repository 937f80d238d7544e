import { isIP } from 'node:net';
import { fail, ok, type Result } from '#lib/core/result.ts';

/** How the server is to run. */
export interface Settings {
	readonly port: number;
	/** Where to listen; `null` means this machine only. */
	readonly host: string | null;
	/** The SQLite file. */
	readonly database: string;
	/** The address of a reverse proxy whose `x-forwarded-*` headers are believed. */
	readonly proxy: string | null;
	/** Others than the one local person can come, over the network or through the proxy. */
	readonly hasGuests: boolean;
}

/** The settings that the environment asks for, or one sentence about the first that makes no sense. */
export function settings(env: Readonly<Record<string, string | undefined>>): Result<Settings, string> {
	const port = env['PORT'] || '3000';
	if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
		return fail(`PORT must be a number from 0 to 65535, not “${port}”.`);
	const host = bare(env['HOST']);
	if (!/^[\w.:%-]*$/.test(host))
		return fail(`HOST must be an address or a name such as 0.0.0.0, not “${host}”.`);
	const proxy = bare(env['PROXY']);
	if (proxy !== '' && isIP(proxy) === 0)
		return fail(`PROXY must be the address of a reverse proxy such as 127.0.0.1, not “${proxy}”.`);
	const database = env['DATABASE'] || 'argosy.db';
	if (database.trim() !== database || database.includes('\0'))
		return fail(`DATABASE must name a file such as argosy.db, not “${database}”.`);
	const hasGuests = host !== '' || proxy !== '';
	return ok({ port: Number(port), host: host || null, database, proxy: proxy || null, hasGuests });
}

/** An IPv6 address may stand in brackets. */
function bare(address = ''): string {
	return address.trim().replace(/^\[(.*)\]$/, '$1');
}
