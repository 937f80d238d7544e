import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { claim } from '#lib/core/model/make.ts';
import { openStore } from '#lib/server/store/open.ts';

const ROUNDS = 20;
const folder = mkdtempSync(join(tmpdir(), 'argosy-kill-'));
const file = join(folder, 'argosy.db');

afterAll(() => rmSync(folder, { recursive: true }));

/** Lets a writer run until it has acknowledged so many changes, and kills it there, in the middle of writing. */
async function killedAfter(count: number, round: number): Promise<string[]> {
	const writer = fileURLToPath(new URL('./writer.ts', import.meta.url));
	const child = spawn(process.execPath, [writer, file, String(round)], {
		stdio: ['ignore', 'pipe', 'inherit']
	});
	let said = '';
	for await (const chunk of child.stdout.setEncoding('utf8')) {
		said += String(chunk);
		if (said.split('\n').length > count) child.kill('SIGKILL');
	}
	if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
	return said.split('\n').slice(0, -1);
}

test(`[D66] in ${ROUNDS} rounds of kill -9 no acknowledged change is lost, and sending all again doubles nothing`, async () => {
	const acknowledged: string[] = [];
	for (let round = 0; round < ROUNDS; round++) {
		acknowledged.push(...(await killedAfter(5 + ((round * 37) % 60), round)));
		const opened = openStore({ file, clock: Date.now, mode: 'serve' });
		if (!opened.ok) throw new Error(opened.error.why);
		const store = opened.value;
		expect(await store.verify('d')).toMatchObject({ ok: true });
		const log = await store.since('d', 0, Number.MAX_SAFE_INTEGER);
		const entries = log.ok ? log.value : [];
		expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, at) => at + 1));
		const kept = new Set(entries.map(({ client, n }) => `${client} ${n}`));
		expect(kept.size).toBe(entries.length);
		expect(acknowledged.filter((each) => !kept.has(each))).toEqual([]);

		const head = await store.head('d');
		const epoch = head.ok ? head.value.epoch : '';
		const last = acknowledged.at(-1)!;
		const [client = '', n = ''] = last.split(' ');
		const item = claim({ id: `${client}-${n}`, text: `Claim ${n} of ${client}` });
		const changes = [{ n: Number(n), steps: [{ do: 'add', item } as const] }];
		expect(await store.append('d', null, { client, epoch, since: 0, changes })).toMatchObject({ ok: true });
		expect(await store.head('d')).toEqual(head);
		store.close();
	}
	expect(acknowledged.length).toBeGreaterThan(ROUNDS * 5);
}, 120_000);
