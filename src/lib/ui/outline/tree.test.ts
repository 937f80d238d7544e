import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apply } from '#lib/core/edit/apply.ts';
import type { Debate } from '#lib/core/model/debate.ts';
import type { Id } from '#lib/core/model/item.ts';
import { layout } from '#lib/draw/layout/layout.ts';
import { copy, debate as debateOf } from '#tests/support/debates.ts';
import { anyDebate, anyEdit } from '#tests/support/edits.ts';
import type { Row } from './rows.ts';
import { Tree } from './tree.ts';

const all = () => true;

function rowsOf(debate: Debate, isOpen: (key: string, level: number) => boolean = all): Row[] {
	return new Tree(debate).rows(isOpen);
}

function said(...words: readonly string[]): string[] {
	return rowsOf(debateOf(...words)).map(
		({ level, bearing, id, again }) => `${level} ${bearing} ${id}${again === 'no' ? '' : ` ${again}`}`
	);
}

describe('what stands where', () => {
	test('roots, supports, attacks: each under what it bears on', () => {
		expect(said('a', 'b', 'c', 'd', 'c-a', 'b>a', 'd>b')).toEqual([
			'1 root a',
			'2 for b',
			'3 for d',
			'2 against c'
		]);
	});

	test('joined premises follow each other, and what bears on the inference follows them', () => {
		expect(said('a', 'b', 'c', 'u', 's', 'b+c>a', 'u-(b+c>a)', 's>(b+c>a)')).toEqual([
			'1 root a',
			'2 for b',
			'2 joined c',
			'2 backing s',
			'2 undercut u'
		]);
	});

	test('a claim used twice is spelled out where the map has it, nearest to a root', () => {
		expect(said('top', 'a', 'b', 'c', 'a>top', 'b>a', 'b>top', 'c>b', 'c>top')).toEqual([
			'1 root top',
			'2 for a',
			'3 for b elsewhere',
			'2 for b',
			'3 for c elsewhere',
			'2 for c'
		]);
		expect(said('top', 'a', 'b', 'a>top', 'b>a', 'b>top', 'top>b')).toEqual([
			'1 root top',
			'2 for a',
			'3 for b elsewhere',
			'2 for b',
			'3 for top loop'
		]);
	});

	test('answered evidence has a row, on a claim as on an inference', () => {
		expect(said('a', 'b', 'r:b>a', 'e for a', 'o', 'o-e', 'f against (r)', 'p', 'p-f')).toEqual([
			'1 root a',
			'2 for b',
			'2 undercut f',
			'3 against p',
			'2 for e',
			'3 against o'
		]);
	});

	test('a closed row hides its branch and says that there is more', () => {
		const rows = rowsOf(debateOf('a', 'b', 'c', 'b>a', 'c>b'), (key) => key === ':a');
		expect(rows.map(({ id, hasMore, isOpen }) => ({ id, hasMore, isOpen }))).toEqual([
			{ id: 'a', hasMore: true, isOpen: true },
			{ id: 'b', hasMore: true, isOpen: false }
		]);
	});
});

describe('[O1] every claim and argument has one full row, and the rows stand as the cards of the map', () => {
	test('[O1] where every claim is in a circle, the first of each circle stands at the top', () => {
		expect(said('a', 'b', 'a>b', 'b>a')).toEqual(['1 root a', '2 for b', '3 for a loop']);
		expect(said('a', 'b', 'c', 'a>b', 'b>a', 'a>c', 'd', 'e', 'd>e', 'e-d')).toEqual([
			'1 root c',
			'2 for a',
			'3 for b',
			'4 for a loop',
			'1 root d',
			'2 against e',
			'3 for d loop'
		]);
	});

	test('[O1] whatever the debate: one full row for each of them, and one for each card of the map', () => {
		fc.assert(
			fc.property(anyDebate, (debate) => {
				const full = rowsOf(debate)
					.filter(({ again }) => again === 'no')
					.map(({ id }) => id);
				const standing = [...debate.items()].filter(({ kind }) => kind === 'claim' || kind === 'argument');
				expect(new Set(full).size).toBe(full.length);
				expect(full).toEqual(expect.arrayContaining(standing.map(({ id }) => id)));
				expect([...full].sort()).toEqual([...layout(debate).cards.keys()].sort());
			})
		);
	});

	test('[O1] every row has a key of its own, what can be opened holds something, and rows of one branch are counted', () => {
		fc.assert(
			fc.property(anyDebate, (debate) => {
				const rows = rowsOf(debate);
				expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
				const counted = new Map<number, number>();
				for (const [at, { level, position, count, isOpen }] of rows.entries()) {
					expect((rows[at + 1]?.level ?? 0) > level).toBe(isOpen);
					expect(position).toBe((counted.get(level) ?? 0) + 1);
					expect(position).toBeLessThanOrEqual(count);
					counted.set(level, position % count);
				}
			})
		);
	});
});

test('[O2] an outline that is kept through edits is the one that would be made anew', () => {
	fc.assert(
		fc.property(anyEdit, fc.func(fc.boolean()), ({ before, steps }, isOpen) => {
			const debate = copy(before);
			const tree = new Tree(debate);
			let rows = tree.rows(isOpen);
			for (const step of steps) {
				const done = apply(debate, [step]);
				const { version } = tree;
				if (done.ok) tree.update(done.value.touched);
				if (tree.version !== version) rows = tree.rows(isOpen);
				expect(rows).toEqual(rowsOf(debate, isOpen));
			}
		}),
		{ numRuns: 400 }
	);
});

test('[O2] other words make no other rows', () => {
	const debate = debateOf('a', 'b', 'c', 'b>a', 'c>a');
	const tree = new Tree(debate);
	const done = apply(debate, [{ do: 'set', kind: 'claim', id: 'b', to: { text: 'other' } }]);
	if (done.ok) tree.update(done.value.touched);
	expect(tree.version).toBe(0);
});

describe('[O3] the way to an item opens what is above it and nothing else', () => {
	const shown = (debate: Debate, id: Id) => {
		const tree = new Tree(debate);
		const way = tree.wayTo(id)!;
		return tree.rows((key) => way.includes(key)).map((row) => row.id);
	};

	test('[O3] down to a reason, an undercut, and what answers evidence', () => {
		const debate = debateOf('a', 'b', 'c', 'd', 'x', 'y', 'b>a', 'c>b', 'd>c', 'x>a', 'y>x');
		expect(shown(debate, 'd')).toEqual(['a', 'b', 'c', 'd', 'x']);
		expect(shown(debate, 'a')).toEqual(['a']);
		const answered = debateOf('a', 'b', 'r:b>a', 'u', 'u-(r)', 'e for u', 'o', 'o-e');
		expect(shown(answered, 'o')).toEqual(['a', 'b', 'u', 'e', 'o']);
		expect(new Tree(answered).wayTo('r')).toBeNull();
	});

	test('[O3] whatever the debate, and whatever is open besides: on its way a claim shows in full', () => {
		fc.assert(
			fc.property(anyDebate, fc.func(fc.boolean()), (debate, isOpen) => {
				const tree = new Tree(debate);
				for (const { id, kind } of debate.items()) {
					if (kind !== 'claim' && kind !== 'argument') continue;
					const way = new Set(tree.wayTo(id));
					const rows = tree.rows((key) => way.has(key) || isOpen(key));
					expect(rows.filter((row) => row.id === id && row.again === 'no')).toHaveLength(1);
				}
			})
		);
	});
});
