import { describe, expect, test } from 'vitest';
import { refusal, value, type Place } from './place.ts';

/** People without accounts: what leads back to them, and when they are forgotten. */
export function people(at: Place): void {
	describe('people', () => {
		test('[D37] a secret leads back to its person, and a newer one takes its place', async () => {
			expect(await at.store.hasRecovery('ann')).toBe(false);
			value(await at.store.setRecovery('ann', 'first hash'));
			value(await at.store.setRecovery('ann', 'second hash'));
			expect(await at.store.hasRecovery('ann')).toBe(true);
			expect(await at.store.recovered('first hash')).toBeNull();
			expect(await at.store.recovered('second hash')).toBe('ann');
		});

		test('[D38] what one person may do, another may do as well, unless they may do more', async () => {
			value(await at.store.create({ id: 'theirs', owner: 'bob', steps: [], at: 3 }));
			const { token } = value(await at.store.link('theirs', 'bob', 'read'));
			value(await at.store.follow(token, 'ann'));
			value(await at.store.takeAlong('ann', 'bob'));
			expect([await at.store.right('bob', 'd'), await at.store.right('bob', 'theirs')]).toEqual([
				'owner',
				'owner'
			]);
			expect(await at.store.right('ann', 'd')).toBe('owner');
			value(await at.store.revoke('theirs', 'bob', 'read'));
			expect(await at.store.right('ann', 'theirs')).toBeNull();
		});

		test('[D39] those to whom nothing leads are forgotten, and no others', async () => {
			for (const id of ['gone', 'known']) value(await at.store.addPerson({ id, local: false, at: 4 }));
			value(await at.store.setRecovery('known', 'hash'));
			value(await at.store.sweep());
			for (const id of ['ann', 'known'])
				expect(await at.store.addPerson({ id, local: false, at: 5 })).toEqual(refusal('already exists'));
			value(await at.store.addPerson({ id: 'gone', local: false, at: 5 }));
		});
	});
}
