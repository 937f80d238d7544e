import { expect, test } from 'vitest';
import { Debate } from '#lib/core/model/debate.ts';
import { claim, evidence, source } from '#lib/core/model/make.ts';
import { find } from './find.ts';

function debate(): Debate {
	const made = new Debate();
	made.set(claim({ id: 'a', text: 'İstanbul is a bridge' }));
	made.set(claim({ id: 'b', text: 'Another bridge altogether' }));
	made.set(source({ id: 's', title: 'Silk roads', author: [{ family: 'Frankopan', given: 'Peter' }] }));
	made.set(evidence({ id: 'e', target: 'b', bearing: 'for', text: 'silk everywhere', source: 's' }));
	return made;
}

test('all words must occur, in any script and case; short claims come first', () => {
	expect(find(debate(), 'bridge', 9).map(({ item }) => item)).toEqual(['a', 'b']);
	expect(find(debate(), 'ISTANBUL bridge', 9).map(({ item }) => item)).toEqual(['a']);
	expect(find(debate(), ' ', 9)).toEqual([]);
	expect(find(debate(), 'bridge', 1)).toHaveLength(1);
});

test('evidence and sources lead to the claim that they are about', () => {
	expect(find(debate(), 'silk', 9).map(({ kind, place }) => `${kind} ${place}`)).toEqual([
		'evidence b',
		'source b'
	]);
	expect(find(debate(), 'frankopan', 9).map(({ place }) => place)).toEqual(['b']);
});

test('what was reworded is found by its new words only', () => {
	const made = debate();
	made.set(claim({ id: 'a', text: 'A tunnel' }));
	expect(find(made, 'istanbul', 9)).toEqual([]);
	expect(find(made, 'tunnel', 9).map(({ item }) => item)).toEqual(['a']);
});
