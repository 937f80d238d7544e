import fc from 'fast-check';
import { expect, test } from 'vitest';
import { debate, idOf, state } from '#tests/support/debates.ts';
import { anyDebate } from '#tests/support/edits.ts';
import { Debate, isReferred, references } from './debate.ts';
import type { Id } from './item.ts';
import {
	assumptions,
	byOrder,
	claimOf,
	evidenceCiting,
	evidenceOn,
	every,
	isRoot,
	relationOf,
	relationsFrom,
	relationsOn,
	roots,
	sourceOf,
	uses
} from './questions.ts';

const ids = (items: readonly { id: Id }[]): Id[] => items.map(({ id }) => id);

test('[M15] reasons and evidence come in the order in which they were put', () => {
	const made = debate('t', 'a', 'b', 'b-t', 'a>t', 'e against t', 'f for t', 'u', 'u-(a>t)');
	expect(ids(relationsOn(made, 't'))).toEqual(['b-t', idOf('a>t')]);
	expect(ids(evidenceOn(made, 't'))).toEqual(['e', 'f']);
	expect(ids(relationsOn(made, idOf('a>t')))).toEqual([idOf('u-(a>t)')]);
});

test('[M15] equal places are ordered by id, so that every replica agrees', () => {
	fc.assert(
		fc.property(anyDebate, (made) => {
			const turned = new Debate();
			for (const item of [...made.items()].reverse()) turned.set(item);
			for (const { id } of made.items()) {
				expect(ids(relationsOn(turned, id))).toEqual(ids(relationsOn(made, id)));
				expect(ids(evidenceOn(turned, id))).toEqual(ids(evidenceOn(made, id)));
			}
			expect(ids(roots(turned))).toEqual(ids(roots(made)));
			expect(ids(roots(made))).toEqual(ids([...roots(made)].sort(byOrder)));
			expect(assumptions(turned)).toEqual(assumptions(made));
		})
	);
});

test('[M16] each question is answered as if one looked at every item', () => {
	fc.assert(
		fc.property(anyDebate, (made) => {
			const relations = every(made, 'relation');
			const evidence = every(made, 'evidence');
			for (const { id } of made.items()) {
				const sorted = (found: { id: Id }[]) => ids(found).sort();
				const from = relations.filter(({ premises }) => premises.some((premise) => premise.id === id));
				expect(sorted(relationsOn(made, id))).toEqual(
					sorted(relations.filter(({ target }) => target === id))
				);
				expect(sorted(relationsFrom(made, id))).toEqual(sorted(from));
				expect(uses(made, id)).toBe(from.length);
				expect(isRoot(made, id)).toBe(from.every(({ target }) => target === null));
				expect(sorted(evidenceOn(made, id))).toEqual(sorted(evidence.filter(({ target }) => target === id)));
				expect(sorted(evidenceCiting(made, id))).toEqual(
					sorted(evidence.filter(({ source }) => source === id))
				);
				const isNamed = [...made.items()].some((item) => references(item).some((to) => to.id === id));
				expect(isReferred(made, id)).toBe(isNamed);
			}
		})
	);
});

test('[M17] roots are what no reason rests on: where a reader begins', () => {
	const made = debate('a', 'b', 'x argues', 'c', 'c>a', 'e for b');
	expect(ids(roots(made))).toEqual(['a', 'b', 'x']);
	expect(ids(roots(debate('a', 'b', 'a>b', 'b>a')))).toEqual([]);
});

test('[M18] assumptions are the claims that stand unsaid, by their words', () => {
	expect(ids(assumptions(debate('z?', 'm', 'b?')))).toEqual(['b', 'z']);
});

test('[M18] a question for one kind does not answer with another', () => {
	const made = debate('a', 'b', 'a>b', 's source', 'e for a in s', 'f for a');
	expect([claimOf(made, 'a')?.id, claimOf(made, 's'), claimOf(made, 'none')]).toEqual([
		'a',
		undefined,
		undefined
	]);
	expect([relationOf(made, idOf('a>b'))?.sense, relationOf(made, 'a')]).toEqual(['support', undefined]);
	expect(evidenceOn(made, 'a').map((evidence) => sourceOf(made, evidence)?.id)).toEqual(['s', undefined]);
});

test('[M19] to put an item in the place of another, or to take it away, leaves no trace of it in the indexes', () => {
	fc.assert(
		fc.property(anyDebate, anyDebate, (one, two) => {
			const made = new Debate();
			for (const item of one.items()) made.set(item);
			for (const item of two.items()) made.set(item);
			for (const { id } of one.items()) if (!two.has(id)) made.delete(id);
			made.delete('nowhere');
			const anew = new Debate();
			for (const item of two.items()) anew.set(item);
			expect(state(made)).toEqual(state(anew));
		})
	);
});
