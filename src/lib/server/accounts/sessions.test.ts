import { expect, test, vi } from 'vitest';
import { openStore } from '../store/open.ts';
import { hashed } from './hashedAdapter.ts';
import { Sessions } from './sessions.ts';

const DAY = 24 * 60 * 60 * 1000;

/** Sessions over a database in memory, with one person, on the clock of the test. */
async function sessions() {
	vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2030, 0, 1) });
	const opened = openStore({ file: ':memory:', clock: Date.now, mode: 'serve' });
	if (!opened.ok) throw new Error(opened.error.why);
	const store = opened.value;
	await store.addPerson({ id: 'ada', local: false, at: Date.now() });
	const made = new Sessions(store, Date.now);
	const visit = await made.create('ada');
	if (!visit.ok) throw new Error(visit.error.why);
	return { sessions: made, store, token: visit.value.token };
}

const later = (days: number) => vi.setSystemTime(Date.now() + days * DAY);

test('[W19] a session ends when it was not used for 30 days', async () => {
	const { sessions: known, token } = await sessions();
	later(29.9);
	expect(await known.validate(token)).toMatchObject({ person: 'ada', fresh: true });
	later(29.9);
	expect(await known.validate(token)).toMatchObject({ person: 'ada' });
	later(30.1);
	expect(await known.validate(token)).toBeNull();
});

test('[W19] a session ends after 90 days, however often it was used', async () => {
	const { sessions: known, token } = await sessions();
	for (let day = 0; day < 80; day += 20) {
		later(20);
		expect(await known.validate(token)).toMatchObject({ person: 'ada' });
	}
	later(9.9);
	expect(await known.validate(token)).toMatchObject({ person: 'ada' });
	later(0.2);
	expect(await known.validate(token)).toBeNull();
});

test('[W19] a session that was ended is ended', async () => {
	const { sessions: known, token } = await sessions();
	await known.invalidate(token);
	expect(await known.validate(token)).toBeNull();
});

test('[W18] the hash that is kept opens nothing', async () => {
	const { sessions: known, store, token } = await sessions();
	const rows = store.raw.prepare('SELECT * FROM session').all();
	expect(rows).toMatchObject([{ id: hashed(token), user_id: 'ada' }]);
	expect(JSON.stringify(rows)).not.toContain(token);
	expect(await known.validate(hashed(token))).toBeNull();
});

test('[W12] a guest to whom nothing leads any more is forgotten, others are not', async () => {
	const { sessions: known, store, token } = await sessions();
	const people = () => store.raw.prepare('SELECT id FROM person ORDER BY id').pluck().all();
	for (const id of ['bea', 'cem', 'dina']) await store.addPerson({ id, local: false, at: 0 });
	await store.setRecovery('bea', hashed('secret'));
	await store.create({ id: 'd', owner: 'cem', steps: [], at: 0 });
	await store.sweep();
	expect(people()).toEqual(['ada', 'bea', 'cem']);
	await known.invalidate(token);
	await store.sweep();
	expect(people()).toEqual(['bea', 'cem']);
});
