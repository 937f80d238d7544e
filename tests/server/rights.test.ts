import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startServer } from '../support/server.ts';
import { adding, newId, Visitor, Writer } from '../support/visitor.ts';

// Processes start and end here, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const server = await startServer({ env: { HOST: '127.0.0.1' } });
afterAll(() => server.stop());

type Deed =
	| 'see it in the list'
	| 'find its words'
	| 'open its page'
	| 'read it'
	| 'read its changes'
	| 'take its picture'
	| 'copy it'
	| 'judge it'
	| 'see its judgements'
	| 'see how it is judged'
	| 'take a judgement back'
	| 'change it'
	| 'share it'
	| 'end a link'
	| 'remove it';
type Role = 'owner' | 'editor' | 'reader' | 'stranger' | 'former editor' | 'former reader';
type Route = [method: string, path: (debate: string) => string, body: (debate: string) => unknown];

const JUDGED = { question: 'likely', answer: 0.5, wording: '0'.repeat(64) };

const ROUTES: Readonly<Record<Deed, Route>> = {
	'see it in the list': ['GET', () => '/api/debates', () => undefined],
	'find its words': ['GET', () => '/api/search?q=Unmistakable', () => undefined],
	'open its page': ['PAGE', (debate) => `/debates/${debate}`, () => undefined],
	'read it': ['GET', (debate) => `/api/debates/${debate}/snapshot`, () => undefined],
	'read its changes': ['GET', (debate) => `/api/debates/${debate}/steps?since=0`, () => undefined],
	'take its picture': ['GET', (debate) => `/api/debates/${debate}/picture?as=png&width=64`, () => undefined],
	'copy it': ['POST', (debate) => `/api/debates/${debate}/copy`, () => ({})],
	'judge it': ['PUT', (debate) => `/api/debates/${debate}/ratings/claim`, () => JUDGED],
	'see its judgements': ['GET', (debate) => `/api/debates/${debate}/ratings`, () => undefined],
	'see how it is judged': ['GET', (debate) => `/api/debates/${debate}/ratings/claim`, () => undefined],
	'take a judgement back': [
		'DELETE',
		(debate) => `/api/debates/${debate}/ratings/claim`,
		() => ({ question: 'likely' })
	],
	'change it': ['POST', (debate) => `/api/debates/${debate}/steps`, () => 'a change'],
	'share it': ['POST', (debate) => `/api/debates/${debate}/links`, () => ({ right: 'read' })],
	'end a link': ['DELETE', (debate) => `/api/debates/${debate}/links`, () => ({ right: 'edit' })],
	'remove it': ['DELETE', (debate) => `/api/debates/${debate}`, () => undefined]
};

const READING: readonly Deed[] = [
	'see it in the list',
	'find its words',
	'open its page',
	'read it',
	'read its changes',
	'take its picture',
	'copy it',
	'judge it',
	'see how it is judged',
	'see its judgements',
	'take a judgement back'
];
const MAY: Readonly<Record<Role, readonly Deed[]>> = {
	owner: [...READING, 'change it', 'share it', 'end a link', 'remove it'],
	editor: [...READING, 'change it'],
	reader: READING,
	stranger: [],
	'former editor': [],
	'former reader': []
};

const ROLES = Object.keys(MAY) as Role[];
const people = new Map<Role, Visitor>();
let debate = '';

beforeAll(async () => {
	for (const role of ROLES) people.set(role, await Visitor.arrive(server.origin));
	const owner = people.get('owner')!;
	debate = await owner.create('Unmistakable');
	await (await Writer.at(owner, debate)).send(adding('Unmistakable words', 'claim'));
	const links = `/api/debates/${debate}/links`;
	for (const [right, now, before] of [
		['edit', 'editor', 'former editor'],
		['read', 'reader', 'former reader']
	] as const) {
		await follow(people.get(before)!, right);
		expect((await owner.ask('DELETE', links, { right })).status).toBe(204);
		await follow(people.get(now)!, right);
	}

	async function follow(visitor: Visitor, right: 'read' | 'edit') {
		const { token } = (await owner.ask('POST', links, { right })).json() as { token: string };
		const followed = await visitor.open(`/join/${token}`);
		expect([followed.status, followed.headers.location]).toEqual([303, `/debates/${debate}`]);
	}
});

/** What comes of it when `visitor` does `deed`: the status, or whether the debate is in a list. */
async function outcome(visitor: Visitor, deed: Deed): Promise<number | boolean> {
	const [method, path, body] = ROUTES[deed];
	if (method === 'PAGE') return (await visitor.open(path(debate))).status;
	const { epoch, seq } = await people.get('owner')!.snapshot(debate);
	const change = { client: newId(), epoch, since: seq, changes: [{ n: 1, steps: [adding('More')] }] };
	const sent = body(debate) === 'a change' ? change : body(debate);
	const reply = await visitor.ask(method, path(debate), sent);
	return deed === 'see it in the list' || deed === 'find its words'
		? reply.text.includes(debate)
		: reply.status;
}

const every = (holds: (role: Role, deed: Deed) => boolean): [Role, Deed][] =>
	ROLES.flatMap((role) =>
		(Object.keys(ROUTES) as Deed[])
			.filter((deed) => holds(role, deed))
			.map((deed) => [role, deed] as [Role, Deed])
	);

test.each(every((role, deed) => !MAY[role].includes(deed)))('[W14] %s may not %s', async (role, deed) => {
	const found = await outcome(people.get(role)!, deed);
	expect(found).toBe(typeof found === 'boolean' ? false : MAY[role].length > 0 ? 403 : 404);
});

// The last deed of the owner removes the debate: it has a test of its own.
test.each(every((role, deed) => role !== 'owner' && MAY[role].includes(deed)))(
	'[W14] %s may %s',
	async (role, deed) => {
		const found = await outcome(people.get(role)!, deed);
		expect(found).toBe(typeof found === 'boolean' ? true : deed === 'copy it' ? 201 : 200);
	}
);

test.each(['former editor', 'former reader'] as const)('[W16] %s lost what the link gave', async (role) => {
	expect(await outcome(people.get(role)!, 'read it')).toBe(404);
});

test('[W15] a debate of others and one that does not exist get the same answer', async () => {
	const stranger = people.get('stranger')!;
	for (const [method, path, body] of Object.values(ROUTES)) {
		if (method === 'PAGE' || !path('x').includes('/x')) continue;
		const answers = [debate, 'nowhere'].map(async (id) => {
			const { status, text } = await stranger.ask(method, path(id), await submissionFor(body(id)));
			return [status, text];
		});
		const [others, none] = await Promise.all(answers);
		expect(others).toEqual(none);
		expect(none![0]).toBe(404);
	}

	async function submissionFor(body: unknown) {
		if (body !== 'a change') return body;
		return { client: newId(), epoch: 'any', since: 0, changes: [{ n: 1, steps: [adding('x')] }] };
	}
});

test('[W14] a link to read takes nothing from who may edit, and one to edit adds to who may read', async () => {
	const owner = people.get('owner')!;
	const visitor = await Visitor.arrive(server.origin);
	const token = async (right: string) => {
		const made = await owner.ask('POST', `/api/debates/${debate}/links`, { right });
		return (made.json() as { token: string }).token;
	};
	await visitor.open(`/join/${await token('read')}`);
	expect(await outcome(visitor, 'change it')).toBe(403);
	await visitor.open(`/join/${await token('edit')}`);
	expect(await outcome(visitor, 'change it')).toBe(200);
	await visitor.open(`/join/${await token('read')}`);
	expect(await outcome(visitor, 'change it')).toBe(200);
});

test('[W16] a link that was revoked leads nowhere, the next one is another', async () => {
	const owner = people.get('owner')!;
	const links = `/api/debates/${debate}/links`;
	const make = async () =>
		((await owner.ask('POST', links, { right: 'read' })).json() as { token: string }).token;
	const first = await make();
	expect(await make()).toBe(first);
	await owner.ask('DELETE', links, { right: 'read' });
	const stranger = await Visitor.arrive(server.origin);
	expect((await stranger.open(`/join/${first}`)).status).toBe(404);
	expect(await make()).not.toBe(first);
});

test('[W14] owner may do all of it, and once it is removed nobody may anything', async () => {
	const owner = people.get('owner')!;
	for (const deed of MAY.owner) {
		const found = await outcome(owner, deed);
		const expected = deed === 'copy it' ? 201 : deed === 'end a link' || deed === 'remove it' ? 204 : 200;
		expect([deed, found]).toEqual([deed, typeof found === 'boolean' ? true : expected]);
	}
	for (const visitor of people.values())
		expect((await visitor.ask('GET', `/api/debates/${debate}/snapshot`)).status).toBe(404);
});

test('[W14] without a session nothing is answered', async () => {
	const nobody = new Visitor(server.origin);
	for (const [method, path, body] of Object.values(ROUTES)) {
		if (method === 'PAGE') continue;
		const reply = await nobody.ask(method, path('turkic-states'), body('turkic-states'));
		expect([reply.status, reply.json()]).toMatchObject([401, { error: { code: 'unknown' } }]);
	}
	expect(nobody.cookie).toBe('');
});
