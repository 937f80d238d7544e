import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { settings, type Settings } from '#lib/server/env.ts';
import { parsed } from './options.ts';

/** How long an open request may take once the server is asked to stop, in milliseconds. */
const GRACE = 2_000;
const FORWARDED = [
	'x-forwarded-for',
	'x-forwarded-host',
	'x-forwarded-proto',
	'x-forwarded-port',
	'forwarded'
];

/**
 * `argosy serve`: owns the HTTP server around the built pages. What a client says about how it came here is dropped
 * unless it comes from the trusted proxy, so that origin and address can be believed further in.
 */
export async function serve(args: string[]): Promise<number | null> {
	if (!parsed(args, {})) return 1;
	const wanted = settings(process.env);
	if (!wanted.ok) return refuse(wanted.error);
	Object.assign(process.env, {
		PROTOCOL_HEADER: 'x-forwarded-proto',
		HOST_HEADER: 'x-forwarded-host',
		BODY_SIZE_LIMIT: '17M'
	});
	let handler: RequestListener;
	try {
		handler = await pages();
	} catch (error) {
		return refuse(error instanceof Error ? error.message : String(error));
	}
	const { host, port, proxy } = wanted.value;
	const server = createServer((request, response) => {
		clean(request, proxy);
		handler(request, response);
	});
	const refused = await listen(server, port, host ?? '127.0.0.1');
	if (refused !== null) return refuse(refused);
	const servers = [server];
	if (host === null) servers.push(...(await alsoOnSix(server)));
	console.log(`Argosy is at ${address(server, wanted.value)}`);
	for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop(servers));
	return null;
}

/** The pages, built beside this file. Importing them opens the database. */
async function pages(): Promise<RequestListener> {
	const file = join(dirname(fileURLToPath(import.meta.url)), '..', 'handler.js');
	const built: { handler: RequestListener } = await import(/* @vite-ignore */ pathToFileURL(file).href);
	return built.handler;
}

function clean(request: IncomingMessage, proxy: string | null): void {
	const { headers, socket } = request;
	if (proxy === null || socket.remoteAddress?.replace(/^::ffff:/, '') !== proxy)
		for (const name of FORWARDED) delete headers[name];
	headers['x-forwarded-proto'] ??= 'http';
	headers['x-forwarded-host'] ??= headers.host ?? 'localhost';
}

function listen(server: Server, port: number, host: string): Promise<string | null> {
	return new Promise((resolve) => {
		server.once('error', (error: NodeJS.ErrnoException) => resolve(unheard(error, port, host)));
		server.listen(port, host, () => resolve(null));
	});
}

/** `localhost` is 127.0.0.1 for some programs and [::1] for others: both answer, where the machine has both. */
async function alsoOnSix(four: Server): Promise<Server[]> {
	const bound = four.address();
	if (typeof bound !== 'object' || !bound) return [];
	const six = createServer((request, response) => four.emit('request', request, response));
	return (await listen(six, bound.port, '::1')) === null ? [six] : [];
}

function unheard(error: NodeJS.ErrnoException, port: number, host: string): string {
	if (error.code === 'EADDRINUSE')
		return `Port ${port} is in use. Stop what uses it, or set PORT to another number.`;
	if (error.code === 'EACCES')
		return `Port ${port} may not be used by you. Set PORT to a number from 1024 on.`;
	return `The server cannot listen on ${host}: ${error.message}. Set HOST to an address of this machine.`;
}

function address(server: Server, { host, port }: Settings): string {
	const bound = server.address();
	const actual = typeof bound === 'object' && bound ? bound.port : port;
	return `http://${host === null || host === '0.0.0.0' || host === '::' ? 'localhost' : host}:${actual}`;
}

/** Stops listening, lets open requests end, then closes the database. */
function stop(servers: readonly Server[]): void {
	const end = () => {
		process.emit('sveltekit:shutdown' as never);
		process.exit(0);
	};
	void Promise.all(servers.map((server) => new Promise((closed) => server.close(closed)))).then(end);
	for (const server of servers) server.closeIdleConnections();
	setTimeout(end, GRACE).unref();
}

function refuse(message: string): number {
	console.error(message);
	process.exitCode = 1;
	process.exit(1);
}
