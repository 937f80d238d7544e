import { afterAll, expect, test, vi } from 'vitest';
import { startServer } from '../support/server.ts';
import { Visitor } from '../support/visitor.ts';

// Processes start and end here, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const server = await startServer({});
afterAll(() => server.stop());
const person = await Visitor.arrive(server.origin);

const SAMPLE = '/api/debates/turkic-states/picture';
const picture = (query: string) => person.ask('GET', `${SAMPLE}?${query}`);

test('[L37] a branch comes as PNG, as wide as was asked for, also from the built program', async () => {
	const { status, headers, bytes } = await picture(
		'as=png&width=320&branch=not-binding&theme=dark&title=true'
	);
	expect([status, headers['content-type']]).toEqual([200, 'image/png']);
	expect(bytes.toString('latin1', 1, 4)).toBe('PNG');
	expect(bytes.readUInt32BE(16)).toBe(320);
});

test('[L37] it comes as SVG too, and can do nothing where somebody opens it', async () => {
	const { status, headers, text } = await picture('branch=not-binding');
	expect([status, headers['content-type']]).toEqual([200, 'image/svg+xml']);
	expect(headers['content-security-policy']).toContain('sandbox');
	expect(text).toContain('data-item="not-binding"');
});

test.each([
	['as=png&scale=20', 413, 'too-large', /A scale of [\d.]+ fits/],
	['as=png&scale=200', 400, 'malformed', /scale must be a number from 0.01 to 20/],
	['branch=nowhere', 400, 'malformed', /nothing to draw/],
	['branch=ots', 400, 'malformed', /nothing to draw/],
	['select=nowhere', 400, 'malformed', /nothing to draw/]
])('[L37] %s is refused with what to do', async (query, status, code, message) => {
	const reply = await picture(query);
	expect(reply.status).toBe(status);
	expect(reply.json()).toMatchObject({ error: { code, message: expect.stringMatching(message) } });
});
