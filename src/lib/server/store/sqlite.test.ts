import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { apply } from '#lib/core/edit/apply.ts';
import { plant } from '#lib/core/edit/plant.ts';
import type { Step } from '#lib/core/edit/step.ts';
import type { Snapshot } from '#lib/core/sync/message.ts';
import { Shelf } from '#tests/contracts/shelf.ts';
import { describeStore } from '#tests/contracts/store/describeStore.ts';
import { adding, refusal, value } from '#tests/contracts/store/place.ts';
import { copy, state } from '#tests/support/debates.ts';
import { anyEdit } from '#tests/support/edits.ts';
import type { Engine } from './engine.ts';

let shelf: Shelf;
beforeEach(() => void (shelf = new Shelf()));
afterEach(() => shelf.clear());

describeStore('SQLite in a file', async () => shelf.open());
describeStore('SQLite in memory', async () => shelf.open('serve', ':memory:'));

async function read(store: Engine, id: string): Promise<Snapshot> {
	return JSON.parse(Buffer.from(value(await store.snapshot(id)).json).toString('utf8')) as Snapshot;
}

/** As an item comes from JSON; in the order of ids. */
function wire(items: Iterable<{ id: string }>): unknown[] {
	const sorted = [...items].sort((a, b) => (a.id < b.id ? -1 : 1));
	return JSON.parse(JSON.stringify(sorted)) as unknown[];
}

test('[D21] whatever changes are made, rows, memory and log say the same', async () => {
	const store = shelf.open('serve', ':memory:');
	let count = 0;
	await fc.assert(
		fc.asyncProperty(anyEdit, fc.boolean(), async ({ before, steps }, isOneChange) => {
			const id = `d${count++}`;
			const first: Step[] = [{ do: 'describe', to: before.about }, ...plant([...before.items()])];
			value(await store.create({ id, owner: null, steps: first, at: 1 }));
			const { epoch } = value(await store.head(id));
			const changes = (isOneChange ? [steps] : steps.map((step) => [step])).map((steps, at) => ({
				n: at + 1,
				steps
			}));
			const { acks } = value(await store.append(id, null, { client: 'x', epoch, since: 1, changes }));
			const here = copy(before);
			for (const [at, { steps }] of changes.entries()) expect('seq' in acks[at]!).toBe(apply(here, steps).ok);
			const { about, items } = await read(store, id);
			expect(about).toEqual(state(here).about);
			expect(wire(items)).toEqual(wire(here.items()));
			expect(await store.verify(id)).toMatchObject({ ok: true });
			value(await store.remove(id, null));
		}),
		{ numRuns: 100 }
	);
	const tables = store.raw
		.prepare<[], string>(`SELECT name FROM pragma_table_list WHERE strict = 1 AND name <> 'migration'`)
		.pluck()
		.all();
	for (const table of tables)
		expect([table, store.raw.prepare(`SELECT count(*) FROM "${table}"`).pluck().get()]).toEqual([table, 0]);
	store.close();
});

test('[D43] what was written is in the next search after a start, and searching needs no room on disk', async () => {
	(await shelf.filled()).close();
	const store = shelf.open();
	await store.index();
	store.raw.pragma(`max_page_count = ${Number(store.raw.pragma('page_count', { simple: true }))}`);
	expect(await store.search(null, 'second', { limit: 9 })).toMatchObject([{ item: 'b' }]);
	store.close();
});

test('[D51] a store that was closed refuses to write, and what it was given before is on disk', async () => {
	const store = await shelf.filled();
	const written = store.create({ id: 'late', owner: null, steps: [adding('x')], at: 1 });
	store.close();
	expect(await written).toEqual({ ok: true, value: { seq: 1 } });
	expect(await store.remove('d', null)).toEqual(refusal('unwritable'));
	const again = shelf.open('read');
	expect(await again.debates()).toEqual(['d', 'late']);
	again.close();
});
