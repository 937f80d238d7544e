import fc from 'fast-check';
import { expect, test } from 'vitest';
import { debate, idOf, state } from '#tests/support/debates.ts';
import { anyDebate } from '#tests/support/edits.ts';
import type { Debate } from '../model/debate.ts';
import { evidenceOn, every, relationOf, relationsOn } from '../model/questions.ts';
import { apply } from './apply.ts';
import { canUnite, movePremise, unite } from './arrange.ts';
import type { Step } from './step.ts';

function done(made: Debate, steps: readonly Step[]): Step[] {
	const applied = apply(made, steps);
	expect(applied).toMatchObject({ ok: true });
	return applied.ok ? applied.value.undo : [];
}

function premises(made: Debate, id: string): string[] {
	return relationOf(made, id)!.premises.map((premise) => premise.id);
}

test('[E47] a premise moves among the others, and stays where it is at the end', () => {
	const made = debate('t', 'a', 'b', 'c', 'r:a+b+c>t');
	done(made, movePremise(made, { relation: 'r', premise: 'a', by: 1 }));
	expect(premises(made, 'r')).toEqual(['b', 'a', 'c']);
	done(made, movePremise(made, { relation: 'r', premise: 'c', by: -1 }));
	expect(premises(made, 'r')).toEqual(['b', 'c', 'a']);
	expect(movePremise(made, { relation: 'r', premise: 'b', by: -1 })).toEqual([]);
	expect(movePremise(made, { relation: 'r', premise: 'a', by: 1 })).toEqual([]);
	expect(movePremise(made, { relation: 'r', premise: 't', by: 1 })).toEqual([]);
});

test('[E48] separate reasons can be made one; undercuts and evidence bear on the whole', () => {
	const made = debate('t', 'a', 'b', 'u', 'r:a>t', 's:b>t', 'v:u-(s)', 'e against (s)');
	done(made, unite(made, ['r', 's']));
	expect(premises(made, 'r')).toEqual(['a', 'b']);
	expect(made.has('s')).toBe(false);
	expect(relationsOn(made, 'r').map(({ id }) => id)).toEqual(['v']);
	expect(evidenceOn(made, 'r').map(({ id }) => id)).toEqual(['e']);
});

test.each([
	['another target', ['a>t', 'a>b']],
	['another sense', ['a>t', 'b-t']],
	['the same twice', ['a>t', 'a>t']],
	['one alone', ['a>t']],
	['a claim', ['a>t', 'a']]
])('[E48] not with %s', (_why, words) => {
	const made = debate('t', 'a', 'b', 'a>t', 'a>b', 'b-t');
	expect(unite(made, words.map(idOf))).toEqual([]);
});

test('[E48] wherever it is possible, no claim, evidence or other relation is lost, and one undo parts them again', () => {
	fc.assert(
		fc.property(anyDebate, (made) => {
			const all = every(made, 'relation').map(({ id }) => id);
			for (const one of all) for (const two of all) if (canUnite(made, [one, two])) holdsFor(made, one, two);
		})
	);
});

function holdsFor(made: Debate, one: string, two: string): void {
	const before = state(made);
	const ids = [...made.items()].map(({ id }) => id);
	const steps = unite(made, [one, two]);
	expect(state(made)).toEqual(before);
	const undo = done(made, steps);
	expect(ids.filter((id) => !made.has(id))).toEqual([two]);
	done(made, undo);
	expect(state(made)).toEqual(before);
}
