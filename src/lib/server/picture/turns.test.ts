import { expect, test } from 'vitest';
import { Turns } from './turns.ts';

const stays = new AbortController().signal;

test('[L37] one at a time and in order, also after one that failed; who would wait behind too many does not', async () => {
	const turns = new Turns(3);
	const log: string[] = [];
	const work = (name: string) => async () => {
		log.push(`${name} begins`);
		await Promise.resolve();
		log.push(`${name} ends`);
		if (name === 'b') throw new Error('b broke');
		return name;
	};
	const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) => turns.take(work(name), stays));
	expect(await d).toEqual({ ok: false, error: 'busy' });
	expect(await a).toEqual({ ok: true, value: 'a' });
	await expect(b).rejects.toThrow('b broke');
	expect(await c).toEqual({ ok: true, value: 'c' });
	expect(log).toEqual(['a', 'b', 'c'].flatMap((name) => [`${name} begins`, `${name} ends`]));
	expect(await turns.take(work('e'), stays)).toEqual({ ok: true, value: 'e' });
});

test('[L37] nothing is drawn for somebody who has gone', async () => {
	const turns = new Turns(2);
	const leaves = new AbortController();
	let isDrawn = false;
	const first = turns.take(async () => leaves.abort(), stays);
	const second = turns.take(async () => (isDrawn = true), leaves.signal);
	await first;
	expect(await second).toEqual({ ok: false, error: 'gone' });
	expect(isDrawn).toBe(false);
});
