import type { IncomingMessage } from 'node:http';

const TOLD = ['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-forwarded-port', 'forwarded'];

/**
 * Makes sure of what a request says about how it came here. What a client claims is dropped; what the trusted proxy
 * says is kept, its last word where there are several. So origin and address can be believed further in.
 */
export function clean({ headers, socket }: IncomingMessage, proxy: string | null): void {
	const address = socket.remoteAddress?.replace(/^::ffff:/, '') ?? '';
	if (proxy === null || address !== proxy) for (const name of TOLD) delete headers[name];
	headers['x-forwarded-proto'] = last(headers['x-forwarded-proto']) ?? 'http';
	headers['x-forwarded-host'] = last(headers['x-forwarded-host']) ?? headers.host ?? 'localhost';
	headers['x-forwarded-for'] = last(headers['x-forwarded-for']) ?? address;
}

function last(value: string | string[] | undefined): string | undefined {
	return value?.toString().split(',').at(-1)?.trim() || undefined;
}
