import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import type { Confirmed } from '#lib/core/sync/message.ts';
import type { Engine } from '#lib/server/store/engine.ts';
import { openStore, type Opening } from '#lib/server/store/open.ts';
import { adding } from './adding.ts';
import { value } from './store/place.ts';

const ROUNDS = 20;
const folder = mkdtempSync(join(tmpdir(), 'argosy-kill-'));
const children: ChildProcess[] = [];

afterAll(() => {
	for (const child of children) child.kill('SIGKILL');
	rmSync(folder, { recursive: true });
});

/** A process that waits to write; it starts while the one before it still works. */
function writer(file: string, round: number): ChildProcess {
	const path = fileURLToPath(new URL('./writer.ts', import.meta.url));
	const child = spawn(process.execPath, [path, file, String(round)], { stdio: ['pipe', 'pipe', 'inherit'] });
	children.push(child);
	return child;
}

function open(file: string, mode: Opening['mode'] = 'serve'): Engine {
	return value(openStore({ file, clock: Date.now, mode }));
}

async function expectSound(store: Engine): Promise<void> {
	expect(await store.verify('d')).toMatchObject({ ok: true });
}

/** Lets the writer acknowledge so many changes, reads beside it, and kills it in the middle of writing. */
async function killedAfter(child: ChildProcess, file: string, count: number): Promise<string[]> {
	let said = '';
	let hasRead = false;
	child.stdin!.write('go\n');
	for await (const chunk of child.stdout!.setEncoding('utf8')) {
		said += String(chunk);
		if (!hasRead) {
			hasRead = true;
			const beside = open(file, 'read');
			await expectSound(beside);
			beside.close();
		}
		if (said.split('\n').length > count) child.kill('SIGKILL');
	}
	if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
	return said.split('\n').slice(0, -1);
}

/** Sends the changes of the clients of `round` once more, from the first on, as a page does that heard no answer. */
async function sendAgain(store: Engine, log: readonly Confirmed[], round: number): Promise<void> {
	const { seq, epoch } = value(await store.head('d'));
	const numbers = new Map<string, number>();
	for (const { client, n } of log)
		if (client.startsWith(`w${round}-`)) numbers.set(client, Math.max(n, numbers.get(client) ?? 0));
	for (const [client, last] of numbers)
		for (let from = 1; from <= last; from += 64) {
			const length = Math.min(64, last + 1 - from);
			const changes = Array.from({ length }, (_, at) => ({
				n: from + at,
				steps: [adding(client, from + at)]
			}));
			const { acks } = value(await store.append('d', null, { client, epoch, since: seq, changes }));
			const places = log.filter((change) => change.client === client).map(({ n, seq }) => ({ n, seq }));
			expect(acks).toEqual(places.slice(from - 1, from - 1 + length));
		}
	expect(value(await store.head('d')).seq).toBe(seq);
}

test(
	`[D66] in ${ROUNDS} rounds of kill -9 no acknowledged change is lost, and sending all again doubles nothing`,
	{ timeout: 120_000 },
	async () => {
		const file = join(folder, 'killed.db');
		const acknowledged: string[] = [];
		let next = writer(file, 0);
		for (let round = 0; round < ROUNDS; round++) {
			const child = next;
			if (round + 1 < ROUNDS) next = writer(file, round + 1);
			const heard = await killedAfter(child, file, 5 + ((round * 37) % 60));
			acknowledged.push(...heard);
			const store = open(file);
			await expectSound(store);
			const log = value(await store.since('d', 0, Number.MAX_SAFE_INTEGER));
			expect(log.map(({ seq }) => seq)).toEqual(log.map((_, at) => at + 1));
			const kept = new Set(log.map(({ client, n }) => `${client} ${n}`));
			expect(kept.size).toBe(log.length);
			expect(acknowledged.filter((each) => !kept.has(each))).toEqual([]);
			await sendAgain(store, log, round);
			store.close();
		}
		expect(acknowledged.length).toBeGreaterThan(ROUNDS * 5);
	}
);

test(
	'[D67] a reader beside a writing server sees one moment, and needs no lock',
	{ timeout: 60_000 },
	async () => {
		const file = join(folder, 'beside.db');
		const child = writer(file, 0);
		child.stdin!.write('go\n');
		await once(child.stdout!, 'data');
		child.stdout!.resume();
		const beside = open(file, 'read');
		let [first, last] = [0, 0];
		// However slow the machine: until the server has written something in between.
		for (let times = 0; times < 12 || last === first; times++) {
			await expectSound(beside);
			const { seq, json } = value(await beside.snapshot('d'));
			const { items } = JSON.parse(Buffer.from(json).toString('utf8')) as { items: unknown[] };
			expect(items).toHaveLength(seq);
			first ||= seq;
			last = seq;
		}
		expect(last).toBeGreaterThan(first);
		expect(openStore({ file, clock: Date.now, mode: 'serve' })).toEqual({
			ok: false,
			error: { why: 'in use' }
		});
		beside.close();
		child.kill('SIGKILL');
		await once(child, 'exit');
		open(file).close();
	}
);
