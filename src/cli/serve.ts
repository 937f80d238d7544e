import type { RequestListener } from 'node:http';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { settings } from '#lib/server/env.ts';
import { clean } from './forwarded.ts';
import { addressOf, listen, stop } from './listen.ts';
import { parsed } from './options.ts';

/** What the pages are told of a request comes in headers that `clean` has made sure of. */
const TRUSTED = {
	PROTOCOL_HEADER: 'x-forwarded-proto',
	HOST_HEADER: 'x-forwarded-host',
	ADDRESS_HEADER: 'x-forwarded-for',
	BODY_SIZE_LIMIT: '49M'
} as const;

/** These would tell the pages something else. */
const OVERRULED = ['ORIGIN', 'PORT_HEADER', 'XFF_DEPTH'];

/** `argosy serve`: owns the HTTP server around the built pages. */
export async function serve(args: string[]): Promise<number | null> {
	if (!parsed(args, {})) return 1;
	const wanted = settings(process.env);
	if (!wanted.ok) return refuse(wanted.error);
	for (const name of OVERRULED) delete process.env[name];
	Object.assign(process.env, TRUSTED);
	let handler: RequestListener;
	try {
		handler = await pages();
	} catch (error) {
		return refuse(error instanceof Error ? error.message : String(error));
	}
	const { host, port, proxy } = wanted.value;
	const servers = await listen(port, host, (request, response) => {
		clean(request, proxy);
		response.setHeader('x-content-type-options', 'nosniff');
		handler(request, response);
	});
	if (!servers.ok) return refuse(servers.error);
	let isStopping = false;
	for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const)
		process.on(signal, () => {
			// Ctrl+C comes twice where a launcher passes it on as well.
			if (!isStopping) stop(servers.value, closeDatabase);
			isStopping = true;
		});
	console.log(`Argosy is at ${addressOf(servers.value[0], host)}`);
	return null;
}

/** The pages, built beside this file. Importing them opens the database. */
async function pages(): Promise<RequestListener> {
	const file = join(dirname(fileURLToPath(import.meta.url)), '..', 'handler.js');
	const built: { handler: RequestListener } = await import(/* @vite-ignore */ pathToFileURL(file).href);
	return built.handler;
}

function closeDatabase(): void {
	process.emit('sveltekit:shutdown' as never);
}

/** Says why not and ends the process: an open database would keep it alive. */
function refuse(message: string): number {
	console.error(message);
	closeDatabase();
	process.exit(1);
}
