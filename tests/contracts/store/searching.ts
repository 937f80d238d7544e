import { describe, expect, test } from 'vitest';
import { evidence, source } from '#lib/core/model/make.ts';
import { adding, rewording, value, type Place } from './place.ts';

/** Words are found in any script, by those who may read them. */
export function searching(at: Place): void {
	describe('search', () => {
		test.each([
			['istanbul', 'İstanbul’un ışığı'],
			['ISIGI', 'İstanbul’un ışığı'],
			['ещё', 'Еще одна мысль'],
			['саясат', 'Көп векторлуу саясат'],
			['өң', 'Өңүр'],
			['中亚', '我们谈中亚的桥梁'],
			['桥', '我们谈中亚的桥梁'],
			['桥 中亚', '我们谈中亚的桥梁'],
			['тұғырлы', 'Көпвекторлы, ТҰҒЫРЛЫ саясат'],
			['ҳамкори', 'Ҳамкорӣ бо ҳамсояҳо'],
			['منظمة', 'مُنَظَّمَة الدول'],
			['east bridge', 'A bridge between East and West'],
			['100%', 'exactly 100% of it'],
			['a_b', 'the name a_b here'],
			['say "no"', 'They say "no" to it']
		])('[D40] %j finds %j', async (query, text) => {
			value(await at.send('x', [rewording('top', text)], [adding('noise', 'Something else altogether')]));
			expect((await at.store.search('ann', query, { limit: 9 })).map(({ item }) => item)).toEqual(['top']);
		});

		test('[D41] evidence and sources are found too, and what was reworded or removed is not', async () => {
			value(
				await at.send('x', [
					{ do: 'add', item: source({ id: 's', title: 'Silk roads' }) },
					{ do: 'add', item: evidence({ id: 'e', target: 'top', bearing: 'for', text: 'silk everywhere' }) }
				])
			);
			expect((await at.store.search('ann', 'silk', { limit: 9 })).map(({ kind }) => kind).sort()).toEqual([
				'evidence',
				'source'
			]);
			value(
				await at.send(
					'x',
					[{ do: 'remove', id: 'e' }],
					[{ do: 'set', kind: 'source', id: 's', to: { title: 'Roads' } }]
				)
			);
			expect(await at.store.search('ann', 'silk', { limit: 9 })).toEqual([]);
		});

		test('[D42] all words must occur, hits are bounded, and one debate can be asked alone', async () => {
			value(await at.send('x', [adding('a', 'red car'), adding('b', 'red bus'), adding('c', 'blue car')]));
			expect((await at.store.search('ann', 'red car', { limit: 9 })).map(({ item }) => item)).toEqual(['a']);
			expect(await at.store.search('ann', 'red', { limit: 1 })).toHaveLength(1);
			expect(await at.store.search('ann', 'red', { limit: 9, debate: 'none' })).toEqual([]);
			expect(await at.store.search('ann', '  ', { limit: 9 })).toEqual([]);
		});

		test('[D43] words that begin with what is looked for come first, then short texts before long ones', async () => {
			const texts = { within: 'outport', long: 'a port with a long description', short: 'Port' };
			value(
				await at.send(
					'x',
					Object.entries(texts).map(([id, text]) => adding(id, text))
				)
			);
			const hits = await at.store.search('ann', 'port', { limit: 9 });
			expect(hits.map(({ item }) => item)).toEqual(['short', 'long', 'within']);
		});

		test('[D30] debates of others keep nobody from finding one’s own', async () => {
			const texts = Array.from({ length: 30 }, (_, nth) => adding(`n${nth}`, `shared word ${nth}`));
			value(await at.send('x', texts));
			value(
				await at.store.create({ id: 'own', owner: 'bob', steps: [adding('mine', 'shared word')], at: 3 })
			);
			const hits = await at.store.search('bob', 'shared word', { limit: 9 });
			expect(hits.map(({ debate, item }) => `${debate} ${item}`)).toEqual(['own mine']);
			expect(await at.store.search('bob', 'shared word', { limit: 9, debate: 'd' })).toEqual([]);
		});
	});
}
