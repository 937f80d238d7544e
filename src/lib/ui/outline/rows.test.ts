import fc from 'fast-check';
import { expect, test } from 'vitest';
import { debate as debateOf } from '#tests/support/debates.ts';
import { anyDebate } from '#tests/support/edits.ts';
import { every } from '#lib/core/model/questions.ts';
import { rowsOf, wayTo } from './rows.ts';

const all = () => true;

test('roots, supports, attacks: each under what it bears on', () => {
	const rows = rowsOf(debateOf('a', 'b', 'c', 'd', 'b>a', 'c-a', 'd>b'), all);
	expect(rows.map(({ id, level, bearing }) => `${level} ${bearing} ${id}`)).toEqual([
		'1 root a',
		'2 for b',
		'3 for d',
		'2 against c'
	]);
});

test('joined premises follow each other, and an undercut follows the inference that it hits', () => {
	const rows = rowsOf(debateOf('a', 'b', 'c', 'u', 'b+c>a', 'u-(b+c>a)'), all);
	expect(rows.map(({ bearing, id }) => `${bearing} ${id}`)).toEqual([
		'root a',
		'for b',
		'joined c',
		'undercut u'
	]);
});

test('a closed row hides its branch and says that there is more', () => {
	const rows = rowsOf(debateOf('a', 'b', 'c', 'b>a', 'c>b'), (key) => key === ':a');
	expect(rows.map(({ id, hasMore, isOpen }) => ({ id, hasMore, isOpen }))).toEqual([
		{ id: 'a', hasMore: true, isOpen: true },
		{ id: 'b', hasMore: true, isOpen: false }
	]);
});

test('a claim used twice is spelled out once, and a circle ends', () => {
	const rows = rowsOf(debateOf('top', 'a', 'b', 'a>top', 'b>a', 'a>b', 'b>top'), all);
	expect(rows.map(({ id, again }) => `${id} ${again}`)).toEqual([
		'top no',
		'a no',
		'b no',
		'a loop',
		'b again'
	]);
});

test('every row of any debate has a key of its own, and every claim that a root leads to has a row', () => {
	fc.assert(
		fc.property(anyDebate, (debate) => {
			const rows = rowsOf(debate, all);
			expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
			for (const { position, count } of rows) expect(position).toBeLessThanOrEqual(count);
			const shown = new Set(rows.map(({ id }) => id));
			const free = every(debate, 'claim').filter(({ id }) => debate.referrers(id, 'premise').size === 0);
			for (const { id } of free) expect(shown.has(id)).toBe(true);
		})
	);
});

test('the way to a claim opens what is above it and nothing else', () => {
	const debate = debateOf('a', 'b', 'c', 'd', 'x', 'y', 'b>a', 'c>b', 'd>c', 'x>a', 'y>x');
	const way = wayTo(debate, 'd')!;
	expect(rowsOf(debate, (_key, _level, id) => way.has(id)).map(({ id }) => id)).toEqual([
		'a',
		'b',
		'c',
		'd',
		'x'
	]);
	expect(wayTo(debate, 'a')).toEqual(new Set());
	expect(wayTo(debateOf('a', 'b', 'a>b', 'b>a'), 'a')).toBeNull();
});

test('the way leads to an undercut through what its inference bears on, and through evidence that is answered', () => {
	const debate = debateOf('a', 'b', 'r:b>a', 'u', 'u-(r)', 'e for u', 'o', 'o-e');
	expect(wayTo(debate, 'u')).toEqual(new Set(['a']));
	expect(wayTo(debate, 'o')).toEqual(new Set(['a', 'u', 'e']));
});

test('whatever the debate, and whatever is open besides: on its way a claim shows', () => {
	fc.assert(
		fc.property(anyDebate, fc.func(fc.boolean()), (debate, isOpen) => {
			for (const { id } of every(debate, 'claim')) {
				const way = wayTo(debate, id);
				if (!way) continue;
				const rows = rowsOf(debate, (key, _level, own) => way.has(own) || isOpen(key));
				expect(rows.map((row) => row.id)).toContain(id);
			}
		})
	);
});
