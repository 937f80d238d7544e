import { fail, ok, type Result } from '#lib/core/result.ts';

/** How the server is to run. */
export interface Settings {
	readonly port: number;
	/** Where to listen. Unset means: this machine only, and one local person. */
	readonly host: string | null;
	/** The SQLite file. */
	readonly database: string;
	/** The address of a reverse proxy whose `x-forwarded-*` headers are believed. */
	readonly proxy: string | null;
}

/** The settings that the environment asks for, or one sentence about the first that makes no sense. */
export function settings(env: Readonly<Record<string, string | undefined>>): Result<Settings, string> {
	const { PORT = '3000', HOST = '', DATABASE = 'argosy.db', PROXY = '' } = env;
	const port = Number(PORT);
	if (!/^\d{1,5}$/.test(PORT) || port > 65_535)
		return fail(`PORT must be a number from 0 to 65535, not “${PORT}”.`);
	if (!isAddress(HOST)) return fail(`HOST must be an address or a name such as 0.0.0.0, not “${HOST}”.`);
	if (!isAddress(PROXY))
		return fail(`PROXY must be the address of a reverse proxy such as 127.0.0.1, not “${PROXY}”.`);
	if (DATABASE.trim() === '') return fail('DATABASE must name a file, such as argosy.db.');
	return ok({ port, host: HOST || null, database: DATABASE, proxy: PROXY || null });
}

function isAddress(text: string): boolean {
	return /^[\w.:[\]-]*$/.test(text);
}
