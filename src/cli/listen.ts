import { createServer, type RequestListener, type Server } from 'node:http';
import { fail, ok, type Result } from '#lib/core/result.ts';

/** How long an open request may take once the server is asked to stop, in milliseconds. */
const GRACE = 2_000;

type Servers = readonly [Server, ...Server[]];

/**
 * Listens on the host, or on this machine alone where there is none. `localhost` is 127.0.0.1 for some programs and
 * [::1] for others: then both answer, where the machine has both. Refusals are sentences for people.
 */
export async function listen(
	port: number,
	host: string | null,
	handler: RequestListener
): Promise<Result<Servers, string>> {
	const first = await bind(port, host ?? '127.0.0.1', handler);
	if (!first.ok) return fail(worded(first.error, port, host ?? '127.0.0.1'));
	if (host !== null) return ok([first.value]);
	const second = await bind(portOf(first.value), '::1', handler);
	if (second.ok) return ok([first.value, second.value]);
	if (second.error.code !== 'EADDRINUSE' || port === 0) return ok([first.value]);
	first.value.close();
	return fail(worded(second.error, port, '::1'));
}

/** Where people find the server. */
export function addressOf(server: Server, host: string | null): string {
	const isAny = host === null || host === '0.0.0.0' || host === '::';
	const name = isAny ? 'localhost' : host.includes(':') ? `[${host}]` : host;
	return `http://${name}:${portOf(server)}`;
}

/** Stops listening, lets open requests end for a while, then calls `close` and ends the process. */
export function stop(servers: Servers, close: () => void): void {
	const end = () => {
		close();
		process.exit(0);
	};
	void Promise.all(servers.map((server) => new Promise((closed) => server.close(closed)))).then(end);
	for (const server of servers) server.closeIdleConnections();
	setTimeout(end, GRACE).unref();
}

function bind(
	port: number,
	host: string,
	handler: RequestListener
): Promise<Result<Server, NodeJS.ErrnoException>> {
	const server = createServer(handler);
	return new Promise((resolve) => {
		server.once('error', (error) => resolve(fail(error)));
		server.listen(port, host, () => resolve(ok(server)));
	});
}

function portOf(server: Server): number {
	const bound = server.address();
	return typeof bound === 'object' && bound ? bound.port : 0;
}

function worded({ code, message }: NodeJS.ErrnoException, port: number, host: string): string {
	if (code === 'EADDRINUSE')
		return `Port ${port} is in use. Stop what uses it, or set PORT to another number.`;
	if (code === 'EACCES') return `Port ${port} may not be used by you. Set PORT to a number from 1024 on.`;
	return `The server cannot listen on ${host}: ${message}. Set HOST to an address of this machine.`;
}
