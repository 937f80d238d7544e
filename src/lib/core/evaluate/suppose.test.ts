import fc from 'fast-check';
import { expect, test } from 'vitest';
import { copy, debate, state } from '#tests/support/debates.ts';
import { anyEdit } from '#tests/support/edits.ts';
import { apply } from '../edit/apply.ts';
import type { Debate } from '../model/debate.ts';
import type { Id } from '../model/item.ts';
import { trace } from './explain/trace.ts';
import { evaluate, type Standings } from './standings.ts';
import { summaryOf } from './summary.ts';

function found(standings: Standings, made: Debate): Record<Id, string> {
	return Object.fromEntries([...made.items()].map(({ id }) => [id, standings.standing(id) ?? '']));
}

test('[V45] what is supposed holds or falls, whatever bears on it, and what rests on it follows', () => {
	const made = debate('t', 'a', 'r:a>t', 'b', 'b-t', 'c', 'c-b');
	const standings = evaluate(made);
	expect(found(standings, made)).toMatchObject({ t: 'stands', b: 'falls' });
	expect(standings.suppose(new Map([['b', true]]))).toEqual(new Set(['b', 'b-t', 't']));
	expect(found(standings, made)).toMatchObject({ t: 'open', b: 'stands', c: 'stands' });
	expect(standings.get('b')).toEqual({ standing: 'stands', reason: 'supposed', cites: [] });
	expect(trace(standings, 'b')).toMatchObject([{ id: 'b', because: [] }]);
	standings.suppose(
		new Map([
			['b', true],
			['r', false]
		])
	);
	expect(found(standings, made)).toMatchObject({ t: 'falls', r: 'falls', a: 'stands' });
});

test('[V45] an argument that is spelled out is supposed with its last step', () => {
	const made = debate('t', 'a', 'r:a>t', 'x argues r');
	const standings = evaluate(made);
	standings.suppose(new Map([['x', false]]));
	expect(found(standings, made)).toMatchObject({ x: 'falls', r: 'falls', t: 'falls', a: 'stands' });
});

test('[V46] suppositions outlast edits, change nothing in the debate, and leave no trace when they end', () => {
	const anySuppositions = fc.array(fc.tuple(fc.nat(), fc.boolean()), { minLength: 1, maxLength: 3 });
	fc.assert(
		fc.property(anyEdit, anySuppositions, ({ before: given, steps }, wished) => {
			const made = copy(given);
			const items = [...made.items()];
			if (items.length === 0) return;
			const supposed = new Map(wished.map(([at, holds]) => [items[at % items.length]!.id, holds]));
			const standings = evaluate(made);
			const before = state(made);
			standings.suppose(supposed);
			expect(state(made)).toEqual(before);
			for (const step of steps) {
				const done = apply(made, [step]);
				if (!done.ok) continue;
				standings.update(done.value.touched);
				const anew = evaluate(copy(made));
				anew.suppose(supposed);
				expect(found(standings, made)).toEqual(found(anew, made));
			}
			for (const [id, holds] of supposed)
				if (standings.get(id)) expect(standings.get(id)!.standing).toBe(holds ? 'stands' : 'falls');
			standings.suppose(new Map());
			expect(found(standings, made)).toEqual(found(evaluate(copy(made)), made));
		}),
		{ numRuns: 200 }
	);
});

test('[V47] the summary has every claim once as it stands, the main ones first, and what is missing', () => {
	const made = debate(
		...['s source', 'a', 't', 'a>t', 'b', 'b-t', 'c', 'c-b', 'd', 'u', 'd>u', 'e', 'e-u'],
		...['f for a in s', 'g for b', 'h against c']
	);
	const { stands, falls, open, unsourced, unanswered } = summaryOf(made, evaluate(made));
	expect(stands).toEqual(['a', 'b', 'd', 'e']);
	expect(falls).toEqual(['c']);
	expect(open).toEqual(['t', 'u']);
	expect(unsourced).toEqual(['t', 'u', 'b', 'c', 'd', 'e']);
	expect(unanswered).toEqual(['a', 'd', 'e']);
});
