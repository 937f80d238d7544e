import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { premise, relation } from '#lib/core/model/make.ts';
import { Debate } from '#lib/core/model/debate.ts';
import type { Rating } from '#lib/core/model/judgement/rating.ts';
import { wordingOf } from '#lib/core/model/judgement/wording.ts';
import { startServer } from '../support/server.ts';
import { adding, Visitor, Writer } from '../support/visitor.ts';

// Processes start and end here, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const server = await startServer({ env: { HOST: '127.0.0.1' } });
afterAll(() => server.stop());

let ann: Visitor;
let bob: Visitor;
let writer: Writer;
let debate = '';

beforeAll(async () => {
	ann = await Visitor.arrive(server.origin);
	bob = await Visitor.arrive(server.origin);
	debate = await ann.create('Judged');
	writer = await Writer.at(ann, debate);
	const step = relation({ id: 'r', sense: 'support', premises: [premise('b')], target: 'a' });
	await writer.send(adding('Open borders', 'a'), adding('Trade', 'b'), { do: 'add', item: step });
	const made = await ann.ask('POST', `/api/debates/${debate}/links`, { right: 'read' });
	await bob.open(`/join/${(made.json() as { token: string }).token}`);
});

const path = (item: string, of = debate) => `/api/debates/${of}/ratings/${item}`;

/** The fingerprint of what an item says now. */
async function wording(item: string, of = debate): Promise<string> {
	const known = new Debate();
	for (const each of (await ann.snapshot(of)).items) known.set(each);
	return wordingOf(known, item)!;
}

async function likely(answer: number, item = 'a'): Promise<Rating> {
	return { question: 'likely', answer, wording: await wording(item) };
}

test('[W23] what others answered is sent to who has answered the same, about the words as they are, and to nobody else', async () => {
	expect((await ann.ask('PUT', path('a'), await likely(0.25))).status).toBe(200);
	const before = await bob.ask('GET', path('a'));
	expect([before.status, before.json()]).toEqual([200, {}]);
	const own = await bob.ask('PUT', path('a'), await likely(0.75));
	expect(own.json()).toMatchObject({ likely: { answer: 0.75, all: { count: 2, mean: 0.5, earlier: 0 } } });
	await writer.send({ do: 'set', kind: 'claim', id: 'a', to: { text: 'Open every border' } });
	expect((await bob.ask('GET', path('a'))).json()).toMatchObject({ likely: { answer: 0.75, all: null } });
	const again = await bob.ask('PUT', path('a'), await likely(0.5));
	expect(again.json()).toMatchObject({ likely: { all: { count: 1, earlier: 1 } } });
	const all = await bob.ask('GET', `/api/debates/${debate}/ratings`);
	expect(all.json()).toEqual([{ item: 'a', judgement: again.json() }]);
	const back = await bob.ask('DELETE', path('a'), { question: 'likely' });
	expect([back.status, back.json()]).toEqual([200, {}]);
	for (const reply of [before, own, again, back]) expect(reply.text).not.toMatch(/person|ann|bob/);
});

test('[W23] an inference and a verdict are answered apart', async () => {
	const carries = { question: 'carries', answer: 0.9, wording: await wording('r') };
	expect((await ann.ask('PUT', path('r'), carries)).json()).toMatchObject({ carries: { answer: 0.9 } });
	const verdict = { question: 'verdict', answer: 'falls', wording: await wording('b') };
	expect((await ann.ask('PUT', path('b'), verdict)).json()).toMatchObject({ verdict: { all: { count: 1 } } });
	expect((await bob.ask('GET', path('r'))).json()).toEqual({});
});

test('[W23] guests may judge the sample, which they may only read', async () => {
	const sample = 'turkic-states';
	const [claim] = (await bob.snapshot(sample)).items.filter(({ kind }) => kind === 'claim');
	const given = { question: 'likely', answer: 1, wording: await wording(claim!.id, sample) };
	expect((await bob.ask('PUT', path(claim!.id, sample), given)).json()).toMatchObject({
		likely: { all: { count: 1 } }
	});
});

const GOOD = { question: 'likely', answer: 0.5, wording: '0'.repeat(64) };

test.each<[what: string, body: unknown, at: string]>([
	['below 0', { ...GOOD, answer: -0.1 }, 'answer'],
	['above 1', { ...GOOD, answer: 2 }, 'answer'],
	['that is no number', { ...GOOD, answer: 'much' }, 'answer'],
	['that is nothing', { ...GOOD, answer: null }, 'answer'],
	['beyond all numbers', '{"question":"likely","answer":1e999,"wording":""}', 'answer'],
	['to an unknown question', { ...GOOD, question: 'nice' }, 'question'],
	['with an unknown verdict', { ...GOOD, question: 'verdict', answer: 'maybe' }, 'answer'],
	['without words', { ...GOOD, wording: undefined }, 'wording'],
	['for somebody else', { ...GOOD, person: 'bob' }, 'person']
])('[W2] a rating %s is refused with its place', async (_what, body, at) => {
	const reply = await ann.ask('PUT', path('b'), body);
	expect([reply.status, reply.json()]).toMatchObject([400, { error: { code: 'malformed', path: at } }]);
	expect((await ann.ask('GET', path('b'))).json()).not.toHaveProperty('likely');
});

test.each<[what: string, method: string, item: string, body: unknown]>([
	['a rating of nothing', 'PUT', 'nowhere', GOOD],
	['a rating of an id that is none', 'PUT', '%00', GOOD],
	['how likely an inference is', 'PUT', 'r', GOOD],
	['how far a claim carries', 'PUT', 'a', { ...GOOD, question: 'carries' }],
	['looking at nothing', 'GET', 'nowhere', undefined],
	['taking back what was never asked', 'DELETE', 'nowhere', { question: 'likely' }]
])('[W3] %s is refused', async (_what, method, item, body) => {
	const reply = await ann.ask(method, path(item), body);
	expect([reply.status, reply.json()]).toMatchObject([404, { error: { code: 'missing' } }]);
});

test('[W4] a rating is read no further than its limit', async () => {
	const reply = await ann.ask('PUT', path('b'), { ...GOOD, wording: 'a'.repeat(2000) });
	expect([reply.status, reply.json()]).toMatchObject([413, { error: { code: 'too-large' } }]);
});
