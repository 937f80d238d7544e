import { expect, test } from 'vitest';
import { settings } from './env.ts';

test('[W12] only a server with HOST or PROXY has guests', () => {
	const guests = (env: Record<string, string>) => {
		const read = settings(env);
		return read.ok && read.value.hasGuests;
	};
	expect(settings({})).toEqual({
		ok: true,
		value: { port: 3000, host: null, database: 'argosy.db', proxy: null, hasGuests: false }
	});
	expect(guests({ HOST: '0.0.0.0' })).toBe(true);
	expect(guests({ HOST: '127.0.0.1' })).toBe(true);
	expect(guests({ PROXY: '127.0.0.1' })).toBe(true);
	expect(guests({ HOST: '', PROXY: '' })).toBe(false);
});

test('[W32] an IPv6 address may stand in brackets', () => {
	expect(settings({ HOST: '[::]', PROXY: '[::1]' })).toMatchObject({ value: { host: '::', proxy: '::1' } });
});

test.each<[name: string, value: string]>([
	['PORT', 'http'],
	['PORT', '65536'],
	['PORT', '-1'],
	['PORT', '3000.5'],
	['HOST', 'http://localhost'],
	['HOST', 'a b'],
	['PROXY', 'localhost'],
	['PROXY', '10.0.0.0/8'],
	['DATABASE', ' ']
])('[W32] %s=%j is refused in one sentence that names it', (name, value) => {
	const read = settings({ [name]: value });
	expect(read.ok).toBe(false);
	expect(!read.ok && read.error).toMatch(new RegExp(`^${name} must .+\\.$`));
});
