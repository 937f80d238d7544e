import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { claim, evidence, premise, relation, source } from '#lib/core/model/make.ts';
import type { Id } from '#lib/core/model/item.ts';
import type { Result } from '#lib/core/result.ts';
import type { Snapshot } from '#lib/core/sync/message.ts';
import type { Change } from '#lib/core/sync/message.ts';
import type { Step } from '#lib/core/edit/step.ts';
import type { Store } from '#lib/server/store/store.ts';

const adding = (id: Id, text = id): Step => ({ do: 'add', item: claim({ id, text }) });
const rewording = (id: Id, text: string): Step => ({ do: 'set', kind: 'claim', id, to: { text } });

/** What every store promises (rules D… of `server/store/RULES.md`), whatever it is made of. */
export function describeStore(name: string, open: () => Promise<Store>): void {
	describe(name, () => {
		let store: Store;
		let epoch: string;
		let counts: Map<string, number>;

		beforeEach(async () => {
			store = await open();
			counts = new Map();
			for (const id of ['ann', 'bob']) value(await store.addPerson({ id, local: false, at: 1 }));
			value(await store.create({ id: 'd', owner: 'ann', steps: [adding('top')], at: 2 }));
			({ epoch } = value(await store.head('d')));
		});

		afterEach(() => store.close());

		async function snapshot(id = 'd'): Promise<Snapshot> {
			return JSON.parse(Buffer.from(value(await store.snapshot(id)).json).toString('utf8')) as Snapshot;
		}

		/** Submits one change after another, numbered as the client's next. */
		function send(client: string, ...lists: Step[][]) {
			const changes: Change[] = lists.map((steps) => {
				const n = (counts.get(client) ?? 0) + 1;
				counts.set(client, n);
				return { n, steps };
			});
			return store.append('d', 'ann', { client, epoch, since: 1, changes });
		}

		describe('debates', () => {
			test('[D1] what was put in comes out, every field of it', async () => {
				const items = [
					claim({
						id: 'c',
						text: 'Words',
						tags: ['a'],
						notes: 'n',
						unstated: true,
						pin: { x: 1.5, y: -2 },
						wordings: [{ id: 'w', text: 'Other' }]
					}),
					source({
						id: 's',
						title: 'Work',
						author: [{ family: 'Okabe', given: 'M' }],
						issued: '2008',
						DOI: '10.1/x'
					}),
					evidence({
						id: 'e',
						target: 'c',
						bearing: 'against',
						source: 's',
						credibility: { rating: 'good', reason: 'r' }
					}),
					relation({
						id: 'r',
						sense: 'attack',
						premises: [premise('c'), { id: 'e', role: 'x', negated: true }],
						target: 'top',
						ext: { aif: { k: [1] } }
					}),
					relation({ id: 'u', sense: 'attack', premises: [premise('c')], target: 'r' })
				];
				value(
					await send(
						'x',
						items.map((item) => ({ do: 'add', item }))
					)
				);
				const after = await snapshot();
				for (const item of items) expect(after.items).toContainEqual(item);
			});

			test.each([
				'İstanbul ve Iğdır',
				'Көп векторлуу саясат',
				'لا يمكن الجمع بينهما',
				'中亚 👩🏽‍🏫',
				`'; DROP TABLE claim; --`,
				'<script>alert(1)</script>',
				'e\u0301\r\n\ttab'
			])('[D2] %j comes back to the letter', async (text) => {
				value(await send('x', [rewording('top', text)]));
				expect((await snapshot()).items[0]).toMatchObject({ text });
			});

			test('[D3] a snapshot has a stable order, its number, and the debate’s own words', async () => {
				value(
					await send('x', [adding('b'), adding('a')], [{ do: 'describe', to: { title: 'T', summary: 'S' } }])
				);
				const { seq, about, items } = await snapshot();
				expect(seq).toBe(3);
				expect(about).toEqual({ title: 'T', summary: 'S' });
				expect(items.map(({ id }) => id)).toEqual(['a', 'b', 'top']);
			});

			test('[D4] an id of a debate is used once', async () => {
				expect(await store.create({ id: 'd', owner: 'bob', steps: [], at: 3 })).toEqual(
					refusal('already exists')
				);
			});

			test('[D5] two debates can hold items of the same ids', async () => {
				value(await store.create({ id: 'other', owner: 'bob', steps: [adding('top', 'Other')], at: 3 }));
				expect((await snapshot()).items[0]).toMatchObject({ text: 'top' });
				expect((await snapshot('other')).items[0]).toMatchObject({ text: 'Other' });
			});

			test('[D6] what is not there is refused by name', async () => {
				for (const asked of [store.snapshot('none'), store.head('none'), store.since('none', 0, 9)])
					expect(await asked).toEqual(refusal('no such debate'));
				expect(await store.append('none', 'ann', { client: 'x', epoch, since: 0, changes: [] })).toEqual(
					refusal('no such debate')
				);
			});

			test('[D7] a removed debate is gone with its log, its words and its links', async () => {
				const { token } = value(await store.link('d', 'ann', 'read'));
				value(await store.remove('d', 'ann'));
				expect(await store.debates()).toEqual([]);
				expect(await store.search('ann', 'top', { limit: 9 })).toEqual([]);
				expect(await store.follow(token, 'bob')).toEqual(refusal('no such debate'));
				expect(await store.snapshot('d')).toEqual(refusal('no such debate'));
			});

			test('[D8] lists come by last change, with counts', async () => {
				value(await store.create({ id: 'later', owner: 'ann', steps: [adding('a'), adding('b')], at: 9 }));
				const cards = await store.list('ann');
				expect(cards.map(({ id, claims }) => `${id} ${claims}`).sort()).toEqual(['d 1', 'later 2']);
				expect(cards.map(({ changed }) => changed)).toEqual(
					cards.map(({ changed }) => changed).sort((a, b) => b - a)
				);
			});
		});

		describe('appending', () => {
			test('[D10] numbers are without gaps, and the answer brings the news', async () => {
				value(await send('x', [adding('a')]));
				const { acks, head, news } = value(await send('y', [adding('b')], [adding('c')]));
				expect(acks).toEqual([
					{ n: 1, seq: 3 },
					{ n: 2, seq: 4 }
				]);
				expect(head).toBe(4);
				expect(news.map(({ seq, client }) => `${seq} ${client}`)).toEqual(['2 x', '3 y', '4 y']);
			});

			test('[D11] a change sent again is answered again and done once', async () => {
				const submission = { client: 'x', epoch, since: 1, changes: [{ n: 1, steps: [adding('a')] }] };
				const once = value(await store.append('d', 'ann', submission));
				const twice = value(await store.append('d', 'ann', submission));
				expect(twice.acks).toEqual(once.acks);
				expect(value(await store.head('d')).seq).toBe(2);
			});

			test('[D12] a refused change is named with its step, changes nothing, and uses up its number', async () => {
				const { acks } = value(await send('x', [adding('a'), adding('top')], [adding('b')]));
				expect(acks).toEqual([
					{ n: 1, refusal: { at: 1, refusal: 'already exists' } },
					{ n: 2, seq: 2 }
				]);
				expect((await snapshot()).items.map(({ id }) => id)).toEqual(['b', 'top']);
				const again = {
					client: 'x',
					epoch,
					since: 1,
					changes: [{ n: 1, steps: [adding('a'), adding('top')] }]
				};
				expect(value(await store.append('d', 'ann', again)).acks[0]).toEqual(acks[0]);
			});

			test('[D13] a skipped number is refused and changes nothing', async () => {
				const submission = { client: 'x', epoch, since: 1, changes: [{ n: 2, steps: [adding('a')] }] };
				expect(await store.append('d', 'ann', submission)).toEqual({
					ok: false,
					error: { why: 'gap', expect: 1 }
				});
				expect(value(await store.head('d')).seq).toBe(1);
			});

			test('[D14] clients number by themselves', async () => {
				value(await send('x', [adding('a')]));
				expect(value(await send('y', [adding('b')])).acks).toEqual([{ n: 1, seq: 3 }]);
			});

			test('[D15] another epoch, or having heard more than there is, is refused', async () => {
				const changes = [{ n: 1, steps: [adding('a')] }];
				for (const off of [
					{ epoch: 'other', since: 1 },
					{ epoch, since: 99 }
				])
					expect(await store.append('d', 'ann', { client: 'x', changes, ...off })).toMatchObject(
						refusal('epoch')
					);
				expect(value(await store.head('d')).seq).toBe(1);
			});

			test('[D16] many at once are all written, each where its answer says', async () => {
				const sent = Array.from({ length: 40 }, (_, at) => send(`client${at % 4}`, [adding(`n${at}`)]));
				const answers = (await Promise.all(sent)).map((answer) => value(answer).acks[0]!);
				const places = answers.map((ack) => ('seq' in ack ? ack.seq : 0)).sort((a, b) => a - b);
				expect(places).toEqual(Array.from({ length: 40 }, (_, at) => at + 2));
				expect(value(await store.since('d', 1, 99)).map(({ seq }) => seq)).toEqual(places);
			});

			test('[D17] one that fails does not harm another of the same moment', async () => {
				const [good, bad] = await Promise.all([
					send('x', [adding('a')]),
					store.append('d', 'bob', {
						client: 'y',
						epoch,
						since: 1,
						changes: [{ n: 1, steps: [adding('b')] }]
					})
				]);
				expect(good.ok).toBe(true);
				expect(bad).toEqual(refusal('no such debate'));
			});

			test('[D18] nothing to send is a question for news', async () => {
				value(await send('x', [adding('a')]));
				const { acks, news, head } = value(
					await store.append('d', 'ann', { client: 'z', epoch, since: 1, changes: [] })
				);
				expect({ acks, head, news: news.length }).toEqual({ acks: [], head: 2, news: 1 });
			});

			test('[D19] changes after a place come oldest first, bounded', async () => {
				value(await send('x', [adding('a')], [adding('b')], [adding('c')]));
				expect(value(await store.since('d', 1, 2)).map(({ seq }) => seq)).toEqual([2, 3]);
				expect(value(await store.since('d', 1, 1))[0]).toMatchObject({
					actor: 'ann',
					n: 1,
					steps: [adding('a')]
				});
			});

			test('[D20] removed items leave no rows, and what they held can be named again', async () => {
				value(
					await send('x', [
						{
							do: 'add',
							item: relation({ id: 'r', sense: 'support', premises: [premise('top')], target: null })
						}
					])
				);
				value(
					await send(
						'x',
						[{ do: 'remove', id: 'r' }],
						[{ do: 'remove', id: 'top' }],
						[adding('top', 'again')]
					)
				);
				expect((await snapshot()).items).toEqual([claim({ id: 'top', text: 'again' })]);
			});
		});

		describe('rights', () => {
			test('[D30] a stranger sees, changes and finds nothing', async () => {
				expect(await store.right('bob', 'd')).toBeNull();
				expect(await store.list('bob')).toEqual([]);
				expect(await store.search('bob', 'top', { limit: 9 })).toEqual([]);
				for (const asked of [
					store.remove('d', 'bob'),
					store.link('d', 'bob', 'read'),
					store.revoke('d', 'bob', 'read')
				])
					expect(await asked).toEqual(refusal('no such debate'));
			});

			test('[D31] a link gives what it says and no more', async () => {
				const read = value(await store.link('d', 'ann', 'read'));
				const edit = value(await store.link('d', 'ann', 'edit'));
				expect(read.token).not.toBe(edit.token);
				expect(read.token.length).toBeGreaterThanOrEqual(22);
				expect(value(await store.follow(read.token, 'bob'))).toEqual({ debate: 'd', right: 'read' });
				const changes = [{ n: 1, steps: [adding('b')] }];
				expect(await store.append('d', 'bob', { client: 'y', epoch, since: 1, changes })).toEqual(
					refusal('forbidden')
				);
				expect(value(await store.follow(edit.token, 'bob')).right).toBe('edit');
				value(await store.append('d', 'bob', { client: 'y', epoch, since: 1, changes }));
				expect(await store.remove('d', 'bob')).toEqual(refusal('forbidden'));
				expect(await store.link('d', 'bob', 'read')).toEqual(refusal('forbidden'));
			});

			test('[D32] the same link is given each time, until it is revoked', async () => {
				const first = value(await store.link('d', 'ann', 'read'));
				expect(value(await store.link('d', 'ann', 'read'))).toEqual(first);
				value(await store.revoke('d', 'ann', 'read'));
				expect(value(await store.link('d', 'ann', 'read'))).not.toEqual(first);
				expect(await store.follow(first.token, 'bob')).toEqual(refusal('no such debate'));
			});

			test('[D33] rights that came through a link end with it, others stay', async () => {
				value(await store.follow(value(await store.link('d', 'ann', 'edit')).token, 'bob'));
				value(await store.revoke('d', 'ann', 'read'));
				expect(await store.right('bob', 'd')).toBe('edit');
				value(await store.revoke('d', 'ann', 'edit'));
				expect(await store.right('bob', 'd')).toBeNull();
				expect(await store.right('ann', 'd')).toBe('owner');
			});

			test('[D34] a link never takes a higher right away', async () => {
				const { token } = value(await store.link('d', 'ann', 'read'));
				expect(value(await store.follow(token, 'ann')).right).toBe('owner');
				expect(await store.right('ann', 'd')).toBe('owner');
			});

			test('[D35] a sample is everybody’s to read and nobody’s to change', async () => {
				value(await store.create({ id: 'sample', owner: null, steps: [adding('a')], at: 3, sample: true }));
				expect(await store.right('bob', 'sample')).toBe('read');
				expect((await store.list('bob')).map(({ id }) => id)).toEqual(['sample']);
				const { epoch: own } = value(await store.head('sample'));
				const changes = [{ n: 1, steps: [adding('b')] }];
				expect(await store.append('sample', 'bob', { client: 'y', epoch: own, since: 0, changes })).toEqual(
					refusal('forbidden')
				);
			});

			test('[D36] the one local person may do everything', async () => {
				value(await store.addPerson({ id: 'local', local: true, at: 3 }));
				expect(await store.localPerson()).toBe('local');
				expect(await store.right('local', 'd')).toBe('owner');
				expect(await store.list('local')).toHaveLength(1);
			});
		});

		describe('search', () => {
			test.each([
				['istanbul', 'İstanbul’un ışığı'],
				['ISIGI', 'İstanbul’un ışığı'],
				['ещё', 'Еще одна мысль'],
				['саясат', 'Көп векторлуу саясат'],
				['өң', 'Өңүр'],
				['中亚', '我们谈中亚的桥梁'],
				['桥', '我们谈中亚的桥梁'],
				['منظمة', 'مُنَظَّمَة الدول'],
				['east bridge', 'A bridge between East and West'],
				['100%', 'exactly 100% of it'],
				['a_b', 'the name a_b here'],
				['say "no"', 'They say "no" to it']
			])('[D40] %j finds %j', async (query, text) => {
				value(await send('x', [rewording('top', text)], [adding('noise', 'Something else altogether')]));
				expect((await store.search('ann', query, { limit: 9 })).map(({ item }) => item)).toEqual(['top']);
			});

			test('[D41] evidence and sources are found too, and what was reworded or removed is not', async () => {
				value(
					await send('x', [
						{ do: 'add', item: source({ id: 's', title: 'Silk roads' }) },
						{ do: 'add', item: evidence({ id: 'e', target: 'top', bearing: 'for', text: 'silk everywhere' }) }
					])
				);
				expect((await store.search('ann', 'silk', { limit: 9 })).map(({ kind }) => kind).sort()).toEqual([
					'evidence',
					'source'
				]);
				value(
					await send(
						'x',
						[{ do: 'remove', id: 'e' }],
						[{ do: 'set', kind: 'source', id: 's', to: { title: 'Roads' } }]
					)
				);
				expect(await store.search('ann', 'silk', { limit: 9 })).toEqual([]);
			});

			test('[D42] all words must occur, hits are bounded, and one debate can be asked alone', async () => {
				value(await send('x', [adding('a', 'red car'), adding('b', 'red bus'), adding('c', 'blue car')]));
				expect((await store.search('ann', 'red car', { limit: 9 })).map(({ item }) => item)).toEqual(['a']);
				expect(await store.search('ann', 'red', { limit: 1 })).toHaveLength(1);
				expect(await store.search('ann', 'red', { limit: 9, debate: 'none' })).toEqual([]);
				expect(await store.search('ann', '  ', { limit: 9 })).toEqual([]);
			});
		});

		test('[D50] every debate can be rebuilt from its log', async () => {
			value(
				await send(
					'x',
					[adding('a')],
					[rewording('a', 'A')],
					[adding('top')],
					[{ do: 'describe', to: { title: 'T' } }]
				)
			);
			expect(value(await store.verify('d'))).toEqual({ changes: 4 });
		});
	});
}

function value<T>(result: Result<T, unknown>): T {
	if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
	return result.value;
}

function refusal(why: string) {
	return { ok: false, error: expect.objectContaining({ why }) as unknown };
}
