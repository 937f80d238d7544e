import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { apply } from '#lib/core/edit/apply.ts';
import { tally, type Judgement } from '#lib/core/model/judgement/tally.ts';
import { wordingOf } from '#lib/core/model/judgement/wording.ts';
import { debate } from '#tests/support/debates.ts';
import { Ratings } from './ratings.svelte.ts';

const made = debate('a', 'b');
const session = { id: 'd', debate: made, revision: 0, hasUnsent: false };
const wording = wordingOf(made, 'a')!;
let asked: { path: string; method: string; body: unknown }[];
let answers: (() => Promise<Response>)[];
let ratings: Ratings;

beforeEach(() => {
	asked = [];
	answers = [];
	ratings = new Ratings(session);
	vi.stubGlobal('fetch', (path: string, { method, body }: { method: string; body?: string }) => {
		asked.push({ path, method, body: body === undefined ? undefined : JSON.parse(body) });
		return answers.shift()!();
	});
});

afterEach(() => {
	session.hasUnsent = false;
	vi.unstubAllGlobals();
	vi.useRealTimers();
});

const says = (value: unknown, status = 200) => answers.push(async () => Response.json(value, { status }));
const likely = (answer: number, all = [answer], of = wording): Judgement => ({
	likely: { answer, wording: of, all: tally(all, 0) }
});

test('[C17] an answer is sent with the words that it is about, and what all answered is known after it', async () => {
	says({});
	expect(await ratings.look('a')).toBe(true);
	expect(ratings.of('a')).toEqual({});
	expect(ratings.of('b')).toBeUndefined();
	says(likely(0.75, [0.25, 0.75]));
	expect(await ratings.rate('a', 'likely', 0.75)).toBe(true);
	expect(ratings.of('a')?.likely?.all?.count).toBe(2);
	says({});
	expect(await ratings.unrate('a', 'likely')).toBe(true);
	expect(ratings.of('a')).toEqual({});
	const path = '/api/debates/d/ratings/a';
	expect(asked).toEqual([
		{ path, method: 'GET', body: undefined },
		{ path, method: 'PUT', body: { question: 'likely', answer: 0.75, wording } },
		{ path, method: 'DELETE', body: { question: 'likely' } }
	]);
});

test.each([
	['is away', () => Promise.reject(new TypeError('refused')), 'away'],
	['cannot write', async () => Response.json({}, { status: 503 }), 'away'],
	['says what is none', async () => Response.json({ likely: { answer: 2 } }), 'away'],
	['knows the claim no longer', async () => Response.json({}, { status: 404 }), 'gone']
])('[C18] while the server %s the answer before stands, and that is told', async (_what, reply, trouble) => {
	says(likely(0.5));
	await ratings.look('a');
	answers.push(reply);
	expect(await ratings.rate('a', 'likely', 1)).toBe(false);
	expect([ratings.trouble, ratings.of('a')]).toEqual([trouble, likely(0.5)]);
	says(likely(1));
	await ratings.rate('a', 'likely', 1);
	expect([ratings.trouble, ratings.of('a')]).toEqual([null, likely(1)]);
});

test('[C18] what comes late does not take the place of what was asked for since', async () => {
	let late = (_response: Response) => undefined as void;
	answers.push(() => new Promise((resolve) => (late = resolve)));
	says(likely(1));
	const first = ratings.look('a');
	await vi.waitFor(() => expect(asked).toHaveLength(1));
	await ratings.rate('a', 'likely', 1);
	late(Response.json({}));
	await first;
	expect(ratings.of('a')).toEqual(likely(1));
});

test('[C19] an answer waits until what it is about is saved, and gives up where that takes long', async () => {
	vi.useFakeTimers();
	session.hasUnsent = true;
	const waiting = ratings.rate('a', 'likely', 0.5);
	await vi.advanceTimersByTimeAsync(300);
	expect(asked).toEqual([]);
	session.hasUnsent = false;
	says(likely(0.5));
	await vi.advanceTimersByTimeAsync(100);
	expect(await waiting).toBe(true);
	session.hasUnsent = true;
	const never = ratings.rate('a', 'likely', 1);
	await vi.advanceTimersByTimeAsync(10_000);
	expect(await never).toBe(false);
	expect([asked.length, ratings.trouble]).toEqual([1, 'away']);
});

test('[C20] strengths can begin from what all answered on average, about the words as they are, and from nothing else', async () => {
	const other = wordingOf(debate('c'), 'c')!;
	const hidden = { likely: { answer: 0.5, wording: other, all: null } };
	says([
		{ item: 'a', judgement: likely(0.25, [0.25, 0.75]) },
		{ item: 'b', judgement: hidden }
	]);
	expect(await ratings.lookAll()).toBe(true);
	expect([...ratings.means]).toEqual([['a', 0.5]]);
	const done = apply(made, [{ do: 'set', kind: 'claim', id: 'a', to: { text: 'A' } }]);
	expect(ratings.means.size).toBe(0);
	if (done.ok) apply(made, done.value.undo);
	expect(ratings.means.size).toBe(1);
});
