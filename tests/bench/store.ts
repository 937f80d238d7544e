import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Step } from '#lib/core/edit/step.ts';
import { claim, premise, relation } from '#lib/core/model/make.ts';
import type { Engine } from '#lib/server/store/engine.ts';
import { openStore } from '#lib/server/store/open.ts';
import { inMs, median, took, type Bench } from '../support/bench.ts';

const COUNT = 10_000;
const WORDS = 'The Organization of Turkic States matters more and more for Central Asia, says claim';

/** A store on disk that holds one debate of so many claims, each but the first a reason for an earlier one. */
async function withStore<T>(
	claims: number,
	work: (store: Engine, epoch: string, folder: string) => Promise<T>
): Promise<T> {
	const folder = mkdtempSync(join(tmpdir(), 'argosy-bench-'));
	const opened = openStore({ file: join(folder, 'argosy.db'), clock: Date.now, mode: 'serve' });
	if (!opened.ok) throw new Error(opened.error.why);
	const store = opened.value;
	const steps: Step[] = Array.from({ length: claims }, (_, at): Step[] => {
		const added: Step = { do: 'add', item: claim({ id: `c${at}`, text: `${WORDS} ${at}` }) };
		const target = `c${Math.floor((at - 1) / 6)}`;
		const made = { id: `r${at}`, sense: 'support', premises: [premise(`c${at}`)], target } as const;
		return at === 0 ? [added] : [added, { do: 'add', item: relation(made) }];
	}).flat();
	await store.create({ id: 'd', owner: null, steps, at: 0 });
	const head = await store.head('d');
	try {
		return await work(store, head.ok ? head.value.epoch : '', folder);
	} finally {
		store.close();
		rmSync(folder, { recursive: true });
	}
}

function rewording(turn: number): Step[] {
	return [{ do: 'set', kind: 'claim', id: `c${turn % 1000}`, to: { text: `Reworded, turn ${turn}` } }];
}

/** How often a second a line of some hundred bytes is written and flushed, one after the other. */
function flushes(folder: string, seconds: number): number {
	const file = openSync(join(folder, 'flushes'), 'w');
	const line = Buffer.alloc(128, 'x');
	const end = performance.now() + seconds * 1000;
	let count = 0;
	for (; performance.now() < end; count++) {
		writeSync(file, line);
		fdatasyncSync(file);
	}
	closeSync(file);
	return count / seconds;
}

async function appends(
	store: Engine,
	epoch: string,
	client: string,
	group: number,
	seconds: number
): Promise<number> {
	const end = performance.now() + seconds * 1000;
	let n = 0;
	while (performance.now() < end) {
		const changes = Array.from({ length: group }, () => ({ n: ++n, steps: rewording(n) }));
		const since = Number.MAX_SAFE_INTEGER;
		const head = await store.head('d');
		await store.append('d', null, { client, epoch, since: head.ok ? head.value.seq : since, changes });
	}
	return n / seconds;
}

export const benches: Bench[] = [
	{
		name: 'durable appends one by one, beside a bare write and flush',
		reach: '0.4 of the loop (0.8 where a flush costs 2 ms)',
		run: () =>
			withStore(1_000, async (store, epoch, folder) => {
				await appends(store, epoch, 'warm', 1, 0.5);
				const bare = [flushes(folder, 1)];
				const ours = await appends(store, epoch, 'x', 1, 2);
				bare.push(flushes(folder, 1));
				const loop = (bare[0]! + bare[1]!) / 2;
				return { figure: `${(ours / loop).toFixed(2)} (${Math.round(ours)}/s beside ${Math.round(loop)}/s)` };
			})
	},
	{
		name: 'durable steps in groups of 64',
		reach: '10,000 steps/s',
		run: () =>
			withStore(1_000, async (store, epoch) => {
				await appends(store, epoch, 'warm', 64, 0.5);
				return { figure: `${Math.round(await appends(store, epoch, 'x', 64, 2))} steps/s` };
			})
	},
	{
		name: 'snapshot of 10,000 claims, cold, store to bytes',
		reach: '80 ms',
		run: () =>
			withStore(COUNT, async (store, epoch) => {
				let n = 0;
				const ms = await median(5, async () => {
					await store.append('d', null, {
						client: 'x',
						epoch,
						since: 0,
						changes: [{ n: ++n, steps: rewording(n) }]
					});
					return took(() => store.snapshot('d'));
				});
				return { figure: inMs(ms) };
			})
	},
	{
		name: 'search over 10,000 claims',
		reach: '20 ms',
		run: () =>
			withStore(COUNT, async (store) => {
				await store.search(null, 'warm', { limit: 50 });
				const worst: number[] = [];
				for (const query of ['turkic states 9876', 'central', 'as', 'claim 12'])
					worst.push(await median(5, () => took(() => store.search(null, query, { limit: 50 }))));
				return { figure: `${inMs(Math.max(...worst))} (slowest of four queries)` };
			})
	}
];
