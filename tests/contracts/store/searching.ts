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
	});
}
