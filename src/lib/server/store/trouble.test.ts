import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Step } from '#lib/core/edit/step.ts';
import { sha256 } from '#lib/core/model/judgement/sha256.ts';
import { Shelf } from '#tests/contracts/shelf.ts';
import { adding, refusal, value } from '#tests/contracts/store/place.ts';
import { sealOf } from './people/ratings.ts';
import { rating } from './schema.ts';

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
	['words that are no JSON', `UPDATE claim SET tags = '[' WHERE id = 'a'`],
	['another answer of a person', `UPDATE rating SET score = score / 2`],
	['a rating under another name', `UPDATE rating SET person = 'eve'`],
	['a rating of nothing', `UPDATE rating SET item = 'c'`]
])('[D65] %s is found', async (_what, sql) => {
	const store = await shelf.filled();
	for (const id of ['ann', 'eve']) value(await store.addPerson({ id, local: id === 'ann', at: 1 }));
	const wording = sha256('The first claim');
	value(await store.rate('d', 'ann', 'a', { question: 'likely', answer: 0.5, wording }));
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

test('[D65] a rating of what was never in the debate is found, however well it is sealed', async () => {
	const store = await shelf.filled();
	value(await store.addPerson({ id: 'ann', local: true, at: 1 }));
	const forged = { debate: 'd', item: 'a', question: 'carries', person: 'ann', score: 0.5, verdict: null };
	const row = { ...forged, wording: sha256('words'), at: 1 };
	store.db
		.insert(rating)
		.values({ ...row, hash: sealOf(row) })
		.run();
	expect(await store.verify('d')).toMatchObject({
		ok: false,
		error: { message: 'a rating is about a, of which this was never asked' }
	});
	store.close();
});

test.each([
	['below 0', { score: -0.01 }],
	['above 1', { score: 1.01 }],
	['no number', { score: 'high' }],
	['two answers', { verdict: 'open' }],
	['no answer', { score: null }],
	['an unknown question', { question: 'nice' }],
	['a number for a verdict', { question: 'verdict' }],
	['nobody’s', { person: 'nobody' }]
])('[D65] the file itself takes no rating that is %s', async (_what, fields) => {
	const store = await shelf.filled();
	value(await store.addPerson({ id: 'ann', local: true, at: 1 }));
	const sound = { debate: 'd', item: 'a', question: 'likely', person: 'ann', score: 0.5, verdict: null };
	const insert = store.raw.prepare(
		`INSERT INTO rating VALUES (@debate, @item, @question, @person, @score, @verdict, '', 1, x'00')`
	);
	expect(() => insert.run({ ...sound, ...fields })).toThrow(/constraint|cannot store/);
	expect(insert.run(sound).changes).toBe(1);
	store.close();
});
