import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { wordingOf } from '#lib/core/model/judgement/wording.ts';
import { Shelf } from '#tests/contracts/shelf.ts';
import { value } from '#tests/contracts/store/place.ts';
import { debate } from '#tests/support/debates.ts';
import { backUp } from '../backup.ts';
import type { Engine } from '../engine.ts';

let shelf: Shelf;
let store: Engine;
const wording = wordingOf(debate('a'), 'a')!;

beforeEach(async () => {
	shelf = new Shelf();
	store = shelf.open();
	value(await store.addPerson({ id: 'ann', local: true, at: 1 }));
	const steps = [...debate('a').items()].map((item) => ({ do: 'add', item }) as const);
	value(await store.create({ id: 'd', owner: null, steps, at: 1 }));
	value(await store.rate('d', 'ann', 'a', { question: 'likely', answer: 0.7, wording }));
});

afterEach(() => {
	store.close();
	shelf.clear();
});

test('[D49] what people rated is in a backup, and still there after a start', async () => {
	const copy = join(shelf.folder, 'copy.db');
	expect(await backUp(shelf.file, copy)).toEqual({ ok: true, value: { debates: 1 } });
	store.close();
	for (const file of [copy, shelf.file]) {
		store = shelf.open('serve', file);
		const { likely } = value(await store.judgement('d', 'ann', 'a'));
		expect(likely).toMatchObject({ answer: 0.7, all: { count: 1 } });
		store.close();
	}
	store = shelf.open();
});

test('[D49] a rating is written nowhere but in a table of its own', () => {
	const count = (table: string) => store.raw.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
	expect(['rating', 'log', 'ack'].map(count)).toEqual([1, 1, 1]);
});

test('[D64] while nothing can be written an answer is refused, and the one before stands', async () => {
	store.raw.pragma('query_only = ON');
	const other = { question: 'likely', answer: 0.1, wording } as const;
	expect(await store.rate('d', 'ann', 'a', other)).toEqual({ ok: false, error: { why: 'unwritable' } });
	expect(await store.unrate('d', 'ann', 'a', 'likely')).toEqual({ ok: false, error: { why: 'unwritable' } });
	store.raw.pragma('query_only = OFF');
	expect(value(await store.judgement('d', 'ann', 'a')).likely?.answer).toBe(0.7);
});
