import { describe, expect, test } from 'vitest';
import { argument, claim, evidence, group, premise, relation, source } from '#lib/core/model/make.ts';
import { adding, refusal, rewording, value, type Place } from './place.ts';

/** What is put in comes out, and what is removed is gone. */
export function debates(at: Place): void {
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
				relation({ id: 'u', sense: 'attack', premises: [premise('c')], target: 'r' }),
				group({ id: 'g', title: 'Outer' }),
				group({ id: 'h', title: 'Inner', form: 'issue', parent: 'g' }),
				argument({ id: 'x', title: 'Named', descriptions: ['one', 'two'], steps: ['u', 'r'], group: 'h' }),
				relation({ id: 'o', sense: 'attack', premises: [], target: 'x' }),
				relation({ id: 'n', sense: 'entails', premises: [premise('x'), premise('r')], target: 'e' })
			];
			value(
				await at.send(
					'x',
					items.map((item) => ({ do: 'add', item }))
				)
			);
			const after = await at.snapshot();
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
			value(await at.send('x', [rewording('top', text)]));
			expect((await at.snapshot()).items[0]).toMatchObject({ text });
		});

		test('[D3] a snapshot has a stable order, its number, and the debate’s own words', async () => {
			value(
				await at.send('x', [adding('b'), adding('a')], [{ do: 'describe', to: { title: 'T', summary: 'S' } }])
			);
			const { seq, about, items } = await at.snapshot();
			expect(seq).toBe(3);
			expect(about).toEqual({ title: 'T', summary: 'S', imported: null });
			expect(items.map(({ id }) => id)).toEqual(['a', 'b', 'top']);
		});

		test('[D45] the text that a debate was read from is kept, changed and let go of as its steps say', async () => {
			const imported = { format: 'argdown', text: '[A]: ’;--\n\t// \0 كلمة\n' };
			value(await at.send('x', [{ do: 'describe', to: { imported } }], [rewording('top', 'else')]));
			expect((await at.snapshot()).about.imported).toEqual(imported);
			value(await at.send('y', [{ do: 'describe', to: { imported: null }, was: { imported } }]));
			expect((await at.snapshot()).about.imported).toBeNull();
		});

		test('[D4] an id of a debate is used once', async () => {
			expect(await at.store.create({ id: 'd', owner: 'bob', steps: [], at: 3 })).toEqual(
				refusal('already exists')
			);
		});

		test('[D5] two debates can hold items of the same ids', async () => {
			value(await at.store.create({ id: 'other', owner: 'bob', steps: [adding('top', 'Other')], at: 3 }));
			expect((await at.snapshot()).items[0]).toMatchObject({ text: 'top' });
			expect((await at.snapshot('other')).items[0]).toMatchObject({ text: 'Other' });
		});

		test('[D6] what is not there is refused by name', async () => {
			for (const asked of [at.store.snapshot('none'), at.store.head('none'), at.store.since('none', 0, 9)])
				expect(await asked).toEqual(refusal('no such debate'));
			expect(
				await at.store.append('none', 'ann', { client: 'x', epoch: at.epoch, since: 0, changes: [] })
			).toEqual(refusal('no such debate'));
		});

		test('[D6] whose steps do not fit is not made', async () => {
			const steps = [adding('a'), adding('a')];
			await expect(at.store.create({ id: 'new', owner: 'ann', steps, at: 3 })).rejects.toThrow(
				'already exists'
			);
			expect(await at.store.debates()).toEqual(['d']);
		});

		test('[D7] a removed debate is gone with its log, its words and its links', async () => {
			const { token } = value(await at.store.link('d', 'ann', 'read'));
			value(await at.store.remove('d', 'ann'));
			expect(await at.store.debates()).toEqual([]);
			expect(await at.store.search('ann', 'top', { limit: 9 })).toEqual([]);
			expect(await at.store.follow(token, 'bob')).toEqual(refusal('no such debate'));
			expect(await at.store.snapshot('d')).toEqual(refusal('no such debate'));
		});

		test('[D8] lists come by last change, with counts', async () => {
			value(await at.store.create({ id: 'later', owner: 'ann', steps: [adding('a'), adding('b')], at: 9 }));
			const cards = await at.store.list('ann');
			expect(cards.map(({ id, claims }) => `${id} ${claims}`).sort()).toEqual(['d 1', 'later 2']);
			expect(cards.map(({ changed }) => changed)).toEqual(
				cards.map(({ changed }) => changed).sort((a, b) => b - a)
			);
		});

		test('[D9] that the sample was put in is known from then on', async () => {
			expect(await at.store.isSeeded()).toBe(false);
			value(await at.store.markSeeded());
			expect(await at.store.isSeeded()).toBe(true);
		});
	});
}
