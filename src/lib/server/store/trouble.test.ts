import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Step } from '#lib/core/edit/step.ts';
import { Shelf } from '#tests/contracts/shelf.ts';
import { adding, refusal, value } from '#tests/contracts/store/place.ts';

let shelf: Shelf;
beforeEach(() => void (shelf = new Shelf()));
afterEach(() => shelf.clear());

test('[D64] a full disk refuses what cannot be written, changes nothing, and goes on once there is room', async () => {
	const store = await shelf.filled();
	const head = await store.head('d');
	const { epoch } = value(head);
	const pages = Number(store.raw.pragma('page_count', { simple: true }));
	store.raw.pragma(`max_page_count = ${pages}`);
	const notes = 'x'.repeat(60_000);
	const steps: Step[] = [adding('c'), { do: 'set', kind: 'claim', id: 'a', to: { notes } }];
	const submission = { client: 'x', epoch, since: 1, changes: [{ n: 1, steps }] };
	const other = { client: 'y', epoch, since: 1, changes: [{ n: 1, steps: [adding('c')] }] };
	const both = [store.append('d', null, submission), store.append('d', null, other)];
	for (const answer of await Promise.all(both)) expect(answer).toEqual(refusal('unwritable'));
	expect(await store.head('d')).toEqual(head);
	expect(await store.verify('d')).toMatchObject({ ok: true });
	for (const asked of [
		store.create({ id: 'e', owner: null, steps: [{ do: 'describe', to: { summary: notes } }], at: 1 }),
		store.create({ id: 'f', owner: null, steps: [{ do: 'describe', to: { summary: notes } }], at: 1 })
	])
		expect(await asked).toEqual(refusal('unwritable'));
	store.raw.pragma(`max_page_count = ${pages * 100}`);
	// That `c` was in memory for a moment must not show: it can be added now, and once only.
	expect(value(await store.append('d', null, submission))).toMatchObject({
		head: 2,
		acks: [{ n: 1, seq: 2 }]
	});
	expect(value(await store.append('d', null, other)).acks).toMatchObject([
		{ refusal: { refusal: 'already exists' } }
	]);
	expect(await store.verify('d')).toMatchObject({ ok: true });
	expect(await store.debates()).toEqual(['d']);
	store.close();
});

test.each([
	['a reworded row', `UPDATE claim SET text = 'forged' WHERE id = 'a'`],
	['an item too few', `DELETE FROM relation`],
	['a premise too few', `DELETE FROM premise`],
	[
		'a row too many',
		`INSERT INTO source SELECT debate, 's', ext, '', '', '[]', '', '', '', '', '' FROM claim LIMIT 1`
	],
	['an altered log', `UPDATE log SET steps = replace(steps, 'first', 'last')`],
	['an altered time', `UPDATE log SET at = at + 1`],
	['a broken seal', `UPDATE log SET hash = zeroblob(32)`],
	['a lost change', `DELETE FROM log`],
	['a forgotten answer', `DELETE FROM ack`],
	['another answer', `UPDATE ack SET n = n + 1`],
	['another head', `UPDATE debate SET head = head + 1`],
	['another title', `UPDATE debate SET title = 'forged'`],
	['words that are no JSON', `UPDATE claim SET tags = '[' WHERE id = 'a'`]
])('[D65] %s is found', async (_what, sql) => {
	const store = await shelf.filled();
	expect(await store.verify('d')).toMatchObject({ ok: true });
	store.raw.exec(sql);
	expect(await store.verify('d')).toMatchObject({ ok: false });
	store.close();
});

test('[D65] a flipped bit in the words is found, in a row as in the log', async () => {
	(await shelf.filled()).close();
	const bytes = readFileSync(shelf.file);
	const places: number[] = [];
	for (let at = bytes.indexOf('second'); at >= 0; at = bytes.indexOf('second', at + 1)) places.push(at);
	expect(places).toHaveLength(2);
	for (const at of places) {
		const flipped = Buffer.from(bytes);
		flipped[at]! ^= 1;
		writeFileSync(shelf.file, flipped);
		const store = shelf.open('read');
		expect(await store.verify('d')).toMatchObject({ ok: false });
		store.close();
	}
});

test('[D65] a damaged debate keeps nobody from the others', async () => {
	const store = await shelf.filled();
	value(await store.create({ id: 'e', owner: null, steps: [adding('x', 'whole')], at: 1 }));
	store.raw.exec(`UPDATE claim SET basis = 'forged' WHERE debate = 'd'`);
	store.close();
	const again = shelf.open();
	expect(await again.search(null, 'whole', { limit: 9 })).toMatchObject([{ debate: 'e' }]);
	expect(await again.list(null)).toHaveLength(2);
	again.close();
});
