import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { startServer } from '../support/server.ts';
import { adding, ask, Visitor, Writer } from '../support/visitor.ts';

// Processes start and end here, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const local = await startServer();
const open = await startServer({ env: { HOST: '127.0.0.1', PROXY: '127.0.0.1' } });
afterAll(() => Promise.all([local.stop(), open.stop()]));

const SAMPLE = 'turkic-states';
const list = async (visitor: Visitor) =>
	(await visitor.ask('GET', '/api/debates')).json() as { id: string; right: string }[];
/** The path of the recovery link that the page says once. */
const linkOf = async (guest: Visitor) => {
	const page = await guest.submit('/recover', {});
	return /value="http[^"]+(\/recover\/[\w-]{32})"/.exec(page.text)![1]!;
};
const ids = async (visitor: Visitor) => (await list(visitor)).map(({ id }) => id).sort();

describe('on this machine only', () => {
	test.each(['localhost', '127.0.0.1', '[::1]'])('[W10] %s is answered, at any port', async (name) => {
		for (const host of [name, `${name}:3000`])
			expect((await ask(local.origin, { path: '/', headers: { host } })).status).toBe(200);
	});

	test.each([
		'evil.example',
		'localhost.evil.example',
		'127.0.0.1.nip.io',
		'192.168.0.1',
		'[::2]',
		'evil@localhost'
	])('[W10] %s is not, whatever it asks for', async (name) => {
		const headers = { host: `${name}:3000`, 'x-forwarded-host': 'localhost' };
		const shown = await ask(local.origin, { path: '/', headers });
		expect(shown.status).toBeGreaterThanOrEqual(400);
		expect(shown.headers['set-cookie']).toBeUndefined();
		const read = await ask(local.origin, { path: '/api/debates', headers });
		expect(read.status).toBeGreaterThanOrEqual(400);
		expect(read.status).toBeLessThan(500);
		expect(read.text).not.toContain(SAMPLE);
	});

	test('[W11] two browsers share all debates, and either may do everything', async () => {
		const [one, other] = [await Visitor.arrive(local.origin), await Visitor.arrive(local.origin)];
		expect(one.cookie).not.toBe(other.cookie);
		const made = await one.create('Of the first');
		expect(await list(other)).toMatchObject([
			{ id: made, right: 'owner' },
			{ id: SAMPLE, right: 'owner' }
		]);
		await (await Writer.at(other, SAMPLE)).send(adding('Edited where it is'));
		expect((await other.ask('DELETE', `/api/debates/${made}`)).status).toBe(204);
	});

	test('[W11] a page whose cookie was taken away goes on, one of another site does not begin', async () => {
		const nobody = new Visitor(local.origin);
		expect((await nobody.ask('GET', '/api/debates')).status).toBe(200);
		expect(
			(await nobody.ask('GET', '/api/debates', undefined, { 'sec-fetch-site': 'cross-site' })).status
		).toBe(401);
	});

	test('[W11] nobody needs a recovery link here', async () => {
		const visitor = await Visitor.arrive(local.origin);
		for (const reply of [await visitor.open('/recover'), await visitor.submit('/recover', {})])
			expect([reply.status, reply.headers.location]).toEqual([303, '/']);
	});
});

describe('with guests', () => {
	test('[W12] two guests see nothing of each other', async () => {
		const [one, other] = [await Visitor.arrive(open.origin), await Visitor.arrive(open.origin)];
		const made = await one.create('Secret');
		await (await Writer.at(one, made)).send(adding('Unheard words'));
		expect(await ids(one)).toEqual([made, SAMPLE].sort());
		expect(await ids(other)).toEqual([SAMPLE]);
		const found = (visitor: Visitor) => visitor.ask('GET', '/api/search?q=Unheard');
		expect((await found(one)).text).toContain(made);
		expect((await found(other)).json()).toEqual([]);
	});

	test('[W12] a guest is known again by the cookie, and only by it', async () => {
		const guest = await Visitor.arrive(open.origin);
		const made = await guest.create();
		const { cookie } = guest;
		await guest.open('/');
		expect(guest.cookie).toBe(cookie);
		const wrong = `${cookie.slice(0, -2)}xx`;
		const reply = await guest.ask('GET', `/api/debates/${made}/snapshot`, undefined, { cookie: wrong });
		expect(reply.status).toBe(401);
	});

	test('[W13] the sample is only read; a copy with the change is one’s own', async () => {
		const guest = await Visitor.arrive(open.origin);
		const writer = await Writer.at(guest, SAMPLE);
		const step = adding('My own thought');
		const refused = await guest.ask('POST', `/api/debates/${SAMPLE}/steps`, writer.submission(step));
		expect([refused.status, refused.json()]).toMatchObject([403, { error: { code: 'forbidden' } }]);
		const copied = await guest.ask('POST', `/api/debates/${SAMPLE}/copy`, { steps: [step] });
		const { id } = copied.json() as { id: string };
		const [sample, copy] = [await guest.snapshot(SAMPLE), await guest.snapshot(id)];
		expect(copy.about).toEqual(sample.about);
		expect(copy.items).toHaveLength(sample.items.length + 1);
		expect(copy.items).toEqual(expect.arrayContaining([...sample.items, 'item' in step ? step.item : null]));
		expect(await list(guest)).toMatchObject([
			{ id, right: 'owner' },
			{ id: SAMPLE, right: 'read' }
		]);
		await (await Writer.at(guest, id)).send(adding('And another'));
	});

	test('[W17] the cookie is for this site alone, out of reach for scripts', async () => {
		const [set] = (await ask(open.origin, { path: '/' })).headers['set-cookie']!;
		const [pair, ...flags] = set!.split('; ');
		expect(pair).toMatch(/^session=[\w-]{43}$/);
		expect(flags.filter((flag) => !flag.startsWith('Expires'))).toEqual([
			'Path=/',
			'HttpOnly',
			'SameSite=Lax'
		]);
	});

	test('[W17] on https the cookie is for this host alone, and https stays', async () => {
		const headers = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'maps.example' };
		const reply = await ask(open.origin, { path: '/', headers });
		const [pair, ...flags] = reply.headers['set-cookie']![0]!.split('; ');
		expect(pair).toMatch(/^__Host-session=/);
		expect(flags).toEqual(expect.arrayContaining(['Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax']));
		expect(flags.join()).not.toContain('Domain');
		expect(reply.headers['strict-transport-security']).toBe('max-age=31536000');
	});

	test('[W21] behind the proxy, pages of the address that people see may change things', async () => {
		const headers = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'maps.example' };
		const { 'set-cookie': set } = (await ask(open.origin, { path: '/', headers })).headers;
		const cookie = set![0]!.split(';')[0]!;
		const post = (origin: string) =>
			ask(open.origin, {
				method: 'POST',
				path: '/api/debates',
				body: { id: 'behind-a-proxy' },
				headers: { ...headers, cookie, origin, 'content-type': 'application/json' }
			});
		expect((await post('http://maps.example')).status).toBe(403);
		expect((await post('https://maps.example')).status).toBe(201);
	});

	test('[W18] no token is in the database, of session or recovery', async () => {
		const guest = await Visitor.arrive(open.origin);
		const tokens = [guest.cookie.split('=')[1]!, (await linkOf(guest)).split('/').at(-1)!];
		const files = [open.database, `${open.database}-wal`]
			.map((file) => readFileSync(file, 'latin1'))
			.join('');
		for (const token of tokens) {
			expect(token.length).toBeGreaterThan(30);
			expect(files).not.toContain(token);
		}
	});

	test('[W17] every answer forbids what browsers must not do with it', async () => {
		const guest = await Visitor.arrive(open.origin);
		for (const path of ['/', '/api/debates', '/nowhere', `/api/debates/${SAMPLE}/snapshot`]) {
			const { headers } = await guest.ask('GET', path);
			expect(headers).toMatchObject({
				'x-content-type-options': 'nosniff',
				'referrer-policy': 'same-origin',
				'cross-origin-opener-policy': 'same-origin',
				'cross-origin-resource-policy': 'same-origin',
				'x-frame-options': 'DENY',
				'cache-control': expect.stringMatching(/private|no-store/)
			});
		}
		const { headers } = await guest.open('/');
		expect(headers['content-security-policy']).toContain(`frame-ancestors 'none'`);
		expect(headers['content-security-policy']).toContain(`object-src 'none'`);
	});
});

describe('a recovery link', () => {
	test('[W20] shows the debates in another browser, which is asked first', async () => {
		const [home, school] = [await Visitor.arrive(open.origin), await Visitor.arrive(open.origin)];
		const made = await home.create('From home');
		const link = await linkOf(home);
		expect((await school.open(link)).text).toContain('<form');
		expect(await ids(school)).toEqual([SAMPLE]);
		const moved = await school.submit(link, {});
		expect([moved.status, moved.headers.location]).toEqual([303, '/']);
		expect(await ids(school)).toEqual([made, SAMPLE].sort());
		expect(await ids(home)).toEqual([made, SAMPLE].sort());
		expect((await school.open(link)).headers.location).toBe('/');
	});

	test('[W20] brings along what the browser had, if that is asked for', async () => {
		const [home, school] = [await Visitor.arrive(open.origin), await Visitor.arrive(open.origin)];
		const fromHome = await home.create('From home');
		const fromSchool = await school.create('From school');
		const link = await linkOf(home);
		expect((await school.open(link)).text).toContain('name="bring"');
		await school.submit(link, { bring: 'on' });
		for (const visitor of [home, school])
			expect(await ids(visitor)).toEqual([fromHome, fromSchool, SAMPLE].sort());
	});

	test('[W20] leaves alone what it was not asked to bring', async () => {
		const [home, school] = [await Visitor.arrive(open.origin), await Visitor.arrive(open.origin)];
		const fromSchool = await school.create('From school');
		const { cookie } = school;
		await school.submit(await linkOf(home), {});
		expect(await ids(home)).toEqual([SAMPLE]);
		const before = await school.ask('GET', `/api/debates/${fromSchool}/snapshot`, undefined, { cookie });
		expect(before.status).toBe(401);
	});

	test('[W20] that is newer takes the place of the one before', async () => {
		const [home, school] = [await Visitor.arrive(open.origin), await Visitor.arrive(open.origin)];
		await home.create('From home');
		expect((await home.open('/recover')).text).not.toContain('made a link before');
		const first = await linkOf(home);
		expect((await home.open('/recover')).text).toContain('made a link before');
		const second = await linkOf(home);
		expect((await school.open(first)).status).toBe(404);
		expect((await school.submit(first, {})).status).toBe(404);
		expect((await school.open(second)).status).toBe(200);
	});

	test('[W20] cannot be followed by another site for somebody', async () => {
		const [attacker, victim] = [await Visitor.arrive(open.origin), await Visitor.arrive(open.origin)];
		const link = await linkOf(attacker);
		const { cookie } = victim;
		const reply = await victim.ask('POST', link, 'bring=on', {
			'content-type': 'application/x-www-form-urlencoded',
			'sec-fetch-site': 'cross-site',
			origin: 'https://evil.example'
		});
		expect([reply.status, victim.cookie]).toEqual([403, cookie]);
	});
});

test('[W22] a guest who asks too often waits; others do not', async () => {
	const [busy, other] = [await Visitor.arrive(open.origin), await Visitor.arrive(open.origin)];
	const replies = await Promise.all(Array.from({ length: 400 }, () => busy.ask('GET', '/api/nothing')));
	const refused = replies.filter(({ status }) => status === 429);
	expect(refused.length).toBeGreaterThan(0);
	expect(refused[0]!.json()).toMatchObject({ error: { code: 'too-many' } });
	expect(Number(refused[0]!.headers['retry-after'])).toBeGreaterThan(0);
	expect((await other.ask('GET', '/api/debates')).status).toBe(200);
});

test('[W22] browsers that come in crowds from one address wait, before anything is kept of them', async () => {
	const crowd = (address: string) => ask(open.origin, { path: '/', headers: { 'x-forwarded-for': address } });
	const replies = await Promise.all(Array.from({ length: 400 }, () => crowd('10.1.1.1')));
	const refused = replies.filter(({ status }) => status === 429);
	expect(refused.length).toBeGreaterThan(0);
	expect(refused[0]!.headers['content-type']).toContain('text/plain');
	expect(refused[0]!.headers['set-cookie']).toBeUndefined();
	expect((await crowd('10.1.1.2')).status).toBe(200);
});
