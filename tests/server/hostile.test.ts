import { once } from 'node:events';
import { connect } from 'node:net';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { startServer } from '../support/server.ts';
import { adding, ask, newId, Visitor, Writer } from '../support/visitor.ts';

const server = await startServer();
afterAll(() => server.stop());
const visitor = await Visitor.arrive(server.origin);
const debate = await visitor.create('Hostile');
const writer = await Writer.at(visitor, debate);
await writer.send(adding('A claim', 'a'), adding('Another', 'b'));
const steps = `/api/debates/${debate}/steps`;

/** What the server knows, so far as a visitor can find out. */
async function everything(): Promise<string> {
	const list = (await visitor.ask('GET', '/api/debates')).text;
	return list + (await visitor.ask('GET', `/api/debates/${debate}/snapshot`)).text;
}

const good = () => writer.submission(adding('Good'));

/** A submission with one step, which is a claim with these fields changed. */
function withClaim(fields: Readonly<Record<string, unknown>>) {
	const step = adding('Good');
	const changed = { ...step, item: { ...('item' in step ? step.item : {}), ...fields } };
	return { ...good(), changes: [{ n: 1, steps: [changed] }] };
}

const ITEM = 'changes[0].steps[0].item';

test.each<[what: string, body: unknown, path: string]>([
	['no object', [], ''],
	['an unknown key', { ...good(), admin: true }, 'admin'],
	['a missing key', { ...good(), epoch: undefined }, 'epoch'],
	['a number as an id', { ...good(), client: 7 }, 'client'],
	['an id with a slash', { ...good(), client: '../a' }, 'client'],
	['a negative number', { ...good(), since: -1 }, 'since'],
	['a number that is not whole', { ...good(), since: 0.5 }, 'since'],
	['a number beyond all', { ...good(), since: 1e300 }, 'since'],
	['null for a list', { ...good(), changes: null }, 'changes'],
	[
		'too many changes',
		{ ...good(), changes: Array.from({ length: 65 }, (_, at) => ({ n: at + 1, steps: [] })) },
		'changes'
	],
	['a change without steps', { ...good(), changes: [{ n: 1, steps: [] }] }, 'changes[0].steps'],
	['an unknown step', { ...good(), changes: [{ n: 1, steps: [{ do: 'drop' }] }] }, 'changes[0].steps[0].do'],
	['an unknown kind', withClaim({ kind: 'verdict' }), `${ITEM}.kind`],
	['an unknown field', withClaim({ votes: 3 }), `${ITEM}.votes`],
	['a number as words', withClaim({ text: 3 }), `${ITEM}.text`],
	['NUL in words', withClaim({ text: 'a\0b' }), `${ITEM}.text`],
	['half of a surrogate pair', withClaim({ text: 'a\ud800b' }), `${ITEM}.text`],
	['a claim over 8 KiB', withClaim({ text: 'ж'.repeat(4097) }), `${ITEM}.text`],
	['notes over 64 KiB', withClaim({ notes: 'a'.repeat(65_537) }), `${ITEM}.notes`],
	['a place that is no number', withClaim({ pin: { x: 'left', y: 0 } }), `${ITEM}.pin.x`],
	['a place off the map', withClaim({ pin: { x: 1e9, y: 0 } }), `${ITEM}.pin.x`],
	[
		'deep data of a foreign format',
		withClaim({ ext: { a: JSON.parse('['.repeat(30) + ']'.repeat(30)) } }),
		`${ITEM}.ext`
	],
	['a key that could reach a prototype', JSON.parse(`{"__proto__": {}, "constructor": {}}`), '__proto__']
])('[W2] %s is refused with its place', async (_what, body, path) => {
	const before = await everything();
	const reply = await visitor.ask('POST', steps, body);
	expect(reply.json()).toEqual({
		error: { code: 'malformed', message: expect.any(String), path: expect.stringContaining(path) }
	});
	expect(reply.status).toBe(400);
	expect(await everything()).toBe(before);
});

test.each<[what: string, body: string, message: string]>([
	['nothing', '', 'line 1, column 1: the text ends too early'],
	['half an object', '{"client": ', 'line 1, column 12: the text ends too early'],
	['a comma too many', '{\n"client": "a",\n}', 'line 3, column 1: expected a key in double quotes'],
	['a hundred thousand brackets', '['.repeat(100_000), 'line 1, column 65: this is nested too deep'],
	['a form', 'client=a&since=1', 'line 1, column 1: expected a value']
])('[W1] %s is refused with line and column', async (_what, body, message) => {
	const reply = await visitor.ask('POST', steps, body);
	expect([reply.status, reply.json()]).toEqual([400, { error: { code: 'malformed', message } }]);
});

test.each<[what: string, status: number, code: string, body: unknown, type: string | undefined]>([
	['text', 415, 'not-json', '{}', 'text/plain'],
	['a form', 415, 'not-json', 'a=b', 'application/x-www-form-urlencoded'],
	['something without a type', 415, 'not-json', '{}', undefined],
	['JSON in Latin-1', 400, 'malformed', Buffer.from('{"client": "\xe9"}', 'latin1'), 'application/json'],
	['JSON of 49 MB', 413, 'too-large', `"${'a'.repeat(48 * 1024 * 1024)}"`, 'application/json']
])('[W4] %s is refused with %i', async (_what, status, code, body, type) => {
	const reply = await visitor.ask('POST', steps, body, { 'content-type': type });
	expect([reply.status, reply.json()]).toMatchObject([status, { error: { code } }]);
});

test('[W4] a body that does not say how long it is goes no further than its limit either', async () => {
	const body = Buffer.alloc(70 * 1024, 0x20);
	const headers = { 'transfer-encoding': 'chunked', 'content-length': undefined };
	const reply = await visitor.ask('POST', '/api/debates', body, headers);
	expect([reply.status, reply.json()]).toMatchObject([413, { error: { code: 'too-large' } }]);
});

test('[W4] a body that breaks off is refused, and is no fault of the server', async () => {
	const { hostname, port } = new URL(server.origin);
	const socket = connect(Number(port), hostname);
	socket.end(
		`POST ${steps} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nSec-Fetch-Site: same-origin\r\n` +
			'Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{"client": '
	);
	await once(socket.resume(), 'close');
	expect((await visitor.open('/')).status).toBe(200);
});

test('[W4] a type with a parameter, in any case, is JSON too', async () => {
	const type = 'Application/JSON; charset=utf-8';
	const reply = await visitor.ask('POST', '/api/debates', { id: newId() }, { 'content-type': type });
	expect(reply.status).toBe(201);
});

test.each<[what: string, method: string, path: string, status: number, at?: string]>([
	['a debate that does not exist', 'GET', '/api/debates/nowhere/snapshot', 404],
	['an id that is none', 'GET', '/api/debates/%00/snapshot', 404],
	['an address that cannot be read', 'GET', '/api/debates/%ff/snapshot', 400],
	['an address that is none', 'GET', '/api/nothing', 404],
	['a method that is none', 'PATCH', '/api/debates', 405],
	['since in words', 'GET', `${steps}?since=yesterday`, 400, 'since'],
	['since beyond all', 'GET', `${steps}?since=99999999999999999999`, 400, 'since'],
	['NUL in a search', 'GET', '/api/search?q=%00', 400, 'q'],
	['a long search', 'GET', `/api/search?q=${'a'.repeat(1025)}`, 400, 'q'],
	['a search in no debate', 'GET', '/api/search?q=a&debate=%2F', 400, 'debate']
])('[W3] %s is refused', async (_what, method, path, status, at) => {
	const reply = await visitor.ask(method, path);
	expect(reply.status).toBe(status);
	if (at !== undefined) expect(reply.json()).toMatchObject({ error: { code: 'malformed', path: at } });
});

test.each(['"', '%', '_', '*', 'a AND', 'NEAR(', "' OR 1=1 --", '\\', '🙂', '-', ' '])(
	'[W3] any words can be searched for: %j',
	async (words) => {
		const reply = await visitor.ask('GET', `/api/search?q=${encodeURIComponent(words)}`);
		expect([reply.status, reply.json()]).toEqual([200, expect.any(Array)]);
	}
);

test.each<[what: string, item: Record<string, unknown>, refusal: string]>([
	[
		'a relation from nowhere',
		{ premises: [{ id: 'zz', role: '', negated: false }], target: 'a' },
		'would dangle'
	],
	[
		'a relation to nowhere',
		{ premises: [{ id: 'a', role: '', negated: false }], target: 'zz' },
		'would dangle'
	]
])('[W6] %s is answered as refused, and what goes with it is not done', async (_what, ends, refusal) => {
	const own = await Writer.at(visitor, debate);
	const before = await visitor.snapshot(debate);
	const relation = {
		kind: 'relation',
		id: newId(),
		sense: 'support',
		order: 'a0',
		scheme: '',
		notes: '',
		ext: {},
		...ends
	};
	const submission = own.submission(adding('Goes with it'));
	const changes = [{ n: 1, steps: [...submission.changes[0]!.steps, { do: 'add', item: relation }] }];
	const reply = await visitor.ask('POST', steps, { ...submission, changes });
	expect(reply.json()).toMatchObject({ acks: [{ n: 1, refusal: { at: 1, refusal } }], head: before.seq });
	expect(await visitor.snapshot(debate)).toEqual(before);
});

test('[W6] a number that was left out is asked for, and another epoch is refused', async () => {
	const own = await Writer.at(visitor, debate);
	const { changes, ...rest } = own.submission(adding('Late'));
	const gap = await visitor.ask('POST', steps, { ...rest, changes: [{ ...changes[0], n: 2 }] });
	expect([gap.status, gap.json()]).toMatchObject([
		409,
		{ error: { code: 'gap', message: expect.stringContaining('1') } }
	]);
	const epoch = await visitor.ask('POST', steps, { ...rest, epoch: 'other', changes });
	expect([epoch.status, epoch.json()]).toMatchObject([409, { error: { code: 'epoch' } }]);
});

test('[W2] the steps of a copy are looked at as all others, and their places told', async () => {
	const copy = `/api/debates/${debate}/copy`;
	const before = await everything();
	const unfit = await visitor.ask('POST', copy, { steps: [adding('Fits'), { do: 'remove', id: 'zz' }] });
	expect([unfit.status, unfit.json()]).toMatchObject([400, { error: { path: 'steps[1]' } }]);
	const unknown = await visitor.ask('POST', copy, { steps: [{ do: 'drop' }] });
	expect([unknown.status, unknown.json()]).toMatchObject([400, { error: { path: 'steps[0].do' } }]);
	expect(await everything()).toBe(before);
});

test('[W3] an id that is taken is not taken twice', async () => {
	const reply = await visitor.ask('POST', '/api/debates', { id: debate, title: 'Mine now' });
	expect([reply.status, reply.json()]).toMatchObject([409, { error: { code: 'exists' } }]);
	expect((await visitor.snapshot(debate)).about.title).toBe('Hostile');
});

test.each<[who: string, headers: Record<string, string | undefined>]>([
	['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
	['another host of this site', { 'sec-fetch-site': 'same-site' }],
	['the address bar', { 'sec-fetch-site': 'none' }],
	['an older browser, from another site', { 'sec-fetch-site': undefined, origin: 'https://evil.example' }],
	['an older browser, from another port', { 'sec-fetch-site': undefined, origin: 'http://localhost:1' }],
	['a sandbox', { 'sec-fetch-site': undefined, origin: 'null' }],
	['something that says nothing', { 'sec-fetch-site': undefined, origin: undefined }]
])('[W5] nothing is changed for %s, by JSON or form', async (_who, headers) => {
	const before = await everything();
	for (const [method, path] of CHANGING)
		for (const type of ['application/json', 'text/plain', 'application/x-www-form-urlencoded']) {
			const reply = await visitor.ask(method, path, good(), { ...headers, 'content-type': type });
			expect(reply.status).toBe(403);
			if (type.endsWith('json')) expect(reply.json()).toMatchObject({ error: { code: 'elsewhere' } });
		}
	expect(await everything()).toBe(before);
});

const CHANGING = [
	['POST', '/api/debates'],
	['POST', steps],
	['DELETE', `/api/debates/${debate}`],
	['PUT', `/api/debates/${debate}/ratings/a`],
	['DELETE', `/api/debates/${debate}/ratings/a`],
	['POST', '/recover/secret']
] as const;

test('[W5] an older browser on a page of this server is let through by its origin', async () => {
	const headers = { 'sec-fetch-site': undefined };
	expect((await visitor.ask('POST', '/api/debates', { id: newId() }, headers)).status).toBe(201);
});

test(
	'[W3] however a submission is spoiled, the answer is a refusal or the truth, and never a fault',
	{ timeout: 60_000 },
	async () => {
		const values = fc.oneof(
			fc.constantFrom<unknown>(null, true, -1, 0, 1e21, '', 'a', '__proto__', '\0', '\ud800', [], {}, [[]], {
				id: 'a'
			}),
			fc.jsonValue(),
			fc.string({ unit: 'binary', maxLength: 40 })
		);
		await fc.assert(
			fc.asyncProperty(fc.nat(), fc.nat(2), values, async (place, way, value) => {
				const own = await Writer.at(visitor, debate);
				const before = await everything();
				const whole = own.submission(adding('Spoiled'), {
					do: 'set',
					kind: 'claim',
					id: 'a',
					to: { text: 'New' }
				});
				const spoiled = spoil(JSON.parse(JSON.stringify(whole)), place, way, value);
				const reply = await visitor.ask('POST', steps, spoiled);
				expect(reply.status, reply.text).toBeLessThan(500);
				if (reply.status === 200) return;
				expect(reply.json()).toMatchObject({
					error: { code: expect.any(String), message: expect.any(String) }
				});
				expect(await everything()).toBe(before);
			}),
			{ numRuns: 150 }
		);
	}
);

/** Puts `value` in one place of `whole`, or under a new key beside it, or takes that place out. */
function spoil(whole: unknown, place: number, way: number, value: unknown): unknown {
	const places: [holder: Record<string, unknown>, key: string][] = [];
	const visit = (holder: unknown) => {
		if (typeof holder !== 'object' || holder === null) return;
		for (const [key, inner] of Object.entries(holder)) {
			places.push([holder as Record<string, unknown>, key]);
			visit(inner);
		}
	};
	visit(whole);
	const [holder, key] = places[place % places.length]!;
	if (way === 0) holder[key] = value;
	else if (way === 1) holder[`${key}_`] = value;
	else delete holder[key];
	return whole;
}

test('[W3] after all this the server still runs, and said nothing of a fault', async () => {
	expect((await visitor.open('/')).status).toBe(200);
	expect(server.output()).toBe(`Argosy is at ${server.origin}\n`);
	const bare = await ask(server.origin, {
		path: '/api/debates',
		headers: { 'sec-fetch-site': 'cross-site' }
	});
	expect(bare.status).toBe(401);
});
