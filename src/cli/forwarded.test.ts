import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { clean } from './forwarded.ts';

/** What is left of the headers of a request from `address`. */
function cleaned(address: string, proxy: string | null, headers: Record<string, string>) {
	const request = { socket: { remoteAddress: address }, headers: { host: 'localhost:3000', ...headers } };
	clean(request as unknown as IncomingMessage, proxy);
	return request.headers;
}

const CLAIMED = {
	'x-forwarded-for': '1.2.3.4',
	'x-forwarded-host': 'maps.example',
	'x-forwarded-proto': 'https',
	'x-forwarded-port': '444',
	forwarded: 'for=1.2.3.4'
};

test.each<[who: string, address: string, proxy: string | null]>([
	['anybody where no proxy is set', '127.0.0.1', null],
	['somebody beside the proxy', '10.0.0.7', '10.0.0.1']
])('[W21] what %s claims is dropped', (_who, address, proxy) => {
	expect(cleaned(address, proxy, CLAIMED)).toEqual({
		host: 'localhost:3000',
		'x-forwarded-for': address,
		'x-forwarded-host': 'localhost:3000',
		'x-forwarded-proto': 'http'
	});
});

test.each(['10.0.0.1', '::ffff:10.0.0.1'])('[W21] what the proxy at %s says is believed', (address) => {
	expect(cleaned(address, '10.0.0.1', CLAIMED)).toMatchObject(CLAIMED);
});

test('[W21] of several words only the last is the proxy’s own', () => {
	const headers = { 'x-forwarded-for': '6.6.6.6, 1.2.3.4', 'x-forwarded-proto': 'http, https' };
	expect(cleaned('10.0.0.1', '10.0.0.1', headers)).toMatchObject({
		'x-forwarded-for': '1.2.3.4',
		'x-forwarded-host': 'localhost:3000',
		'x-forwarded-proto': 'https'
	});
});
