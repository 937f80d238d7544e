import { describe, expect, test } from 'vitest';
import { adding, refusal, value, type Place } from './place.ts';

/** Who may see and change what. */
export function rights(at: Place): void {
	describe('rights', () => {
		test('[D30] a stranger sees, changes and finds nothing', async () => {
			expect(await at.store.right('bob', 'd')).toBeNull();
			expect(await at.store.list('bob')).toEqual([]);
			expect(await at.store.search('bob', 'top', { limit: 9 })).toEqual([]);
			for (const asked of [
				at.store.remove('d', 'bob'),
				at.store.link('d', 'bob', 'read'),
				at.store.revoke('d', 'bob', 'read')
			])
				expect(await asked).toEqual(refusal('no such debate'));
		});

		test('[D31] a link gives what it says and no more', async () => {
			const read = value(await at.store.link('d', 'ann', 'read'));
			const edit = value(await at.store.link('d', 'ann', 'edit'));
			expect(read.token).not.toBe(edit.token);
			expect(read.token.length).toBeGreaterThanOrEqual(22);
			expect(value(await at.store.follow(read.token, 'bob'))).toEqual({ debate: 'd', right: 'read' });
			const changes = [{ n: 1, steps: [adding('b')] }];
			expect(await at.store.append('d', 'bob', { client: 'y', epoch: at.epoch, since: 1, changes })).toEqual(
				refusal('forbidden')
			);
			expect(value(await at.store.follow(edit.token, 'bob')).right).toBe('edit');
			value(await at.store.append('d', 'bob', { client: 'y', epoch: at.epoch, since: 1, changes }));
			expect(await at.store.remove('d', 'bob')).toEqual(refusal('forbidden'));
			expect(await at.store.link('d', 'bob', 'read')).toEqual(refusal('forbidden'));
		});

		test('[D32] the same link is given each time, until it is revoked', async () => {
			const first = value(await at.store.link('d', 'ann', 'read'));
			expect(value(await at.store.link('d', 'ann', 'read'))).toEqual(first);
			value(await at.store.revoke('d', 'ann', 'read'));
			expect(value(await at.store.link('d', 'ann', 'read'))).not.toEqual(first);
			expect(await at.store.follow(first.token, 'bob')).toEqual(refusal('no such debate'));
		});

		test('[D33] rights that came through a link end with it, others stay', async () => {
			value(await at.store.follow(value(await at.store.link('d', 'ann', 'edit')).token, 'bob'));
			value(await at.store.revoke('d', 'ann', 'read'));
			expect(await at.store.right('bob', 'd')).toBe('edit');
			value(await at.store.revoke('d', 'ann', 'edit'));
			expect(await at.store.right('bob', 'd')).toBeNull();
			expect(await at.store.right('ann', 'd')).toBe('owner');
		});

		test('[D34] a link never takes a higher right away', async () => {
			const { token } = value(await at.store.link('d', 'ann', 'read'));
			expect(value(await at.store.follow(token, 'ann')).right).toBe('owner');
			expect(await at.store.right('ann', 'd')).toBe('owner');
		});

		test('[D35] a sample is everybody’s to read and nobody’s to change', async () => {
			value(await at.store.create({ id: 'sample', owner: null, steps: [adding('a')], at: 3, sample: true }));
			expect(await at.store.right('bob', 'sample')).toBe('read');
			expect((await at.store.list('bob')).map(({ id }) => id)).toEqual(['sample']);
			const { epoch: own } = value(await at.store.head('sample'));
			const changes = [{ n: 1, steps: [adding('b')] }];
			expect(await at.store.append('sample', 'bob', { client: 'y', epoch: own, since: 0, changes })).toEqual(
				refusal('forbidden')
			);
		});

		test('[D36] the one local person may do everything', async () => {
			value(await at.store.addPerson({ id: 'local', local: true, at: 3 }));
			expect(await at.store.localPerson()).toBe('local');
			expect(await at.store.right('local', 'd')).toBe('owner');
			expect(await at.store.list('local')).toHaveLength(1);
		});
	});
}
