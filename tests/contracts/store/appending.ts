import { describe, expect, test } from 'vitest';
import { claim, premise, relation, source } from '#lib/core/model/make.ts';
import { adding, refusal, value, type Place } from './place.ts';

/** Changes are written once, in one order, or refused by name. */
export function appending(at: Place): void {
	describe('appending', () => {
		test('[D10] numbers are without gaps, and the answer brings the news', async () => {
			value(await at.send('x', [adding('a')]));
			const { acks, head, news } = value(await at.send('y', [adding('b')], [adding('c')]));
			expect(acks).toEqual([
				{ n: 1, seq: 3 },
				{ n: 2, seq: 4 }
			]);
			expect(head).toBe(4);
			expect(news.map(({ seq, client }) => `${seq} ${client}`)).toEqual(['2 x', '3 y', '4 y']);
		});

		test('[D11] a change sent again is answered again and done once', async () => {
			const submission = {
				client: 'x',
				epoch: at.epoch,
				since: 1,
				changes: [{ n: 1, steps: [adding('a')] }]
			};
			const once = value(await at.store.append('d', 'ann', submission));
			const twice = value(await at.store.append('d', 'ann', submission));
			expect(twice).toEqual(once);
			const more = { ...submission, changes: [...submission.changes, { n: 2, steps: [adding('b')] }] };
			const { acks, news } = value(await at.store.append('d', 'ann', { ...more, since: 2 }));
			expect(acks).toEqual([
				{ n: 1, seq: 2 },
				{ n: 2, seq: 3 }
			]);
			expect(news).toEqual(value(await at.store.since('d', 2, 9)));
			expect(news.map(({ seq }) => seq)).toEqual([3]);
		});

		test('[D12] a refused change is named with its step, changes nothing, and uses up its number', async () => {
			const { acks } = value(await at.send('x', [adding('a'), adding('top')], [adding('b')]));
			expect(acks).toEqual([
				{ n: 1, refusal: { at: 1, refusal: 'already exists' } },
				{ n: 2, seq: 2 }
			]);
			expect((await at.snapshot()).items.map(({ id }) => id)).toEqual(['b', 'top']);
			const again = {
				client: 'x',
				epoch: at.epoch,
				since: 1,
				changes: [{ n: 1, steps: [adding('a'), adding('top')] }]
			};
			expect(value(await at.store.append('d', 'ann', again)).acks[0]).toEqual(acks[0]);
		});

		test('[D13] a skipped number is refused and changes nothing', async () => {
			const submission = {
				client: 'x',
				epoch: at.epoch,
				since: 1,
				changes: [{ n: 2, steps: [adding('a')] }]
			};
			expect(await at.store.append('d', 'ann', submission)).toEqual({
				ok: false,
				error: { why: 'gap', expect: 1 }
			});
			expect(value(await at.store.head('d')).seq).toBe(1);
		});

		test('[D14] clients number by themselves', async () => {
			value(await at.send('x', [adding('a')]));
			expect(value(await at.send('y', [adding('b')])).acks).toEqual([{ n: 1, seq: 3 }]);
		});

		test('[D15] another epoch, or having heard more than there is, is refused', async () => {
			const changes = [{ n: 1, steps: [adding('a')] }];
			for (const off of [
				{ epoch: 'other', since: 1 },
				{ epoch: at.epoch, since: 99 }
			])
				expect(await at.store.append('d', 'ann', { client: 'x', changes, ...off })).toMatchObject(
					refusal('epoch')
				);
			expect(value(await at.store.head('d')).seq).toBe(1);
		});

		test('[D16] many at once are all written, each where its answer says', async () => {
			const sent = Array.from({ length: 40 }, (_, turn) =>
				at.send(`client${turn % 4}`, [adding(`n${turn}`)])
			);
			const answers = (await Promise.all(sent)).map((answer) => value(answer).acks[0]!);
			const places = answers.map((ack) => ('seq' in ack ? ack.seq : 0)).sort((a, b) => a - b);
			expect(places).toEqual(Array.from({ length: 40 }, (_, turn) => turn + 2));
			expect(value(await at.store.since('d', 1, 99)).map(({ seq }) => seq)).toEqual(places);
		});

		test('[D17] one that fails does not harm another of the same moment', async () => {
			const [good, bad] = await Promise.all([
				at.send('x', [adding('a')]),
				at.store.append('d', 'bob', {
					client: 'y',
					epoch: at.epoch,
					since: 1,
					changes: [{ n: 1, steps: [adding('b')] }]
				})
			]);
			expect(good.ok).toBe(true);
			expect(bad).toEqual(refusal('no such debate'));
		});

		test('[D17] nor does one that breaks off half-way', async () => {
			const steps = [adding('a'), adding('a')];
			const [broken, good] = await Promise.allSettled([
				at.store.create({ id: 'new', owner: 'ann', steps, at: 3 }),
				at.send('x', [adding('b')])
			]);
			expect(broken.status).toBe('rejected');
			expect(good).toMatchObject({ status: 'fulfilled', value: { ok: true, value: { head: 2 } } });
			expect(await at.store.debates()).toEqual(['d']);
			expect(await at.store.verify('d')).toEqual({ ok: true, value: { changes: 2 } });
		});

		test('[D18] nothing to send is a question for news', async () => {
			value(await at.send('x', [adding('a')]));
			const { acks, news, head } = value(
				await at.store.append('d', 'ann', { client: 'z', epoch: at.epoch, since: 1, changes: [] })
			);
			expect({ acks, head, news: news.length }).toEqual({ acks: [], head: 2, news: 1 });
		});

		test('[D19] changes after a place come oldest first, bounded', async () => {
			value(await at.send('x', [adding('a')], [adding('b')], [adding('c')]));
			expect(value(await at.store.since('d', 1, 2)).map(({ seq }) => seq)).toEqual([2, 3]);
			expect(value(await at.store.since('d', 1, 1))[0]).toMatchObject({
				actor: 'ann',
				n: 1,
				steps: [adding('a')]
			});
		});

		test('[D20] removed items leave no rows, and what they held can be named again', async () => {
			value(
				await at.send('x', [
					{
						do: 'add',
						item: relation({ id: 'r', sense: 'support', premises: [premise('top')], target: null })
					}
				])
			);
			value(
				await at.send(
					'x',
					[{ do: 'remove', id: 'r' }],
					[{ do: 'remove', id: 'top' }],
					[adding('top', 'again')]
				)
			);
			expect((await at.snapshot()).items).toEqual([claim({ id: 'top', text: 'again' })]);
		});

		test('[D20] what is removed and added within one change may come back as something else', async () => {
			const other = source({ id: 'top', title: 'A work' });
			value(
				await at.send('x', [
					{ do: 'remove', id: 'top' },
					{ do: 'add', item: other }
				])
			);
			expect((await at.snapshot()).items).toEqual([other]);
			value(await at.send('x', [{ do: 'remove', id: 'top' }, adding('top'), { do: 'remove', id: 'top' }]));
			expect((await at.snapshot()).items).toEqual([]);
			expect(await at.store.verify('d')).toMatchObject({ ok: true });
		});
	});
}
