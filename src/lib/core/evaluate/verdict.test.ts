import fc from 'fast-check';
import { expect, test } from 'vitest';
import { debate, idOf } from '#tests/support/debates.ts';
import { anyDebate, anyEdit } from '#tests/support/edits.ts';
import { grown, seeded } from '#tests/support/grown.ts';
import { programOf, wellFounded } from '#tests/support/program.ts';
import { apply } from '../edit/apply.ts';
import type { Debate } from '../model/debate.ts';
import type { Basis, Id, Standard } from '../model/item.ts';
import { claim, premise, relation } from '../model/make.ts';
import { evaluate, type Standings } from './standings.ts';

/** The standing of every item that stands, by the definition. */
function defined(debate: Debate): Record<Id, string> {
	const { isIn, isPossible } = wellFounded(programOf(debate));
	return Object.fromEntries(
		[...debate.items()]
			.filter(({ kind }) => kind !== 'source' && kind !== 'group')
			.map(({ id }) => [id, isIn.has(id) ? 'stands' : isPossible.has(id) ? 'open' : 'falls'])
	);
}

function found(standings: Standings, debate: Debate): Record<Id, string> {
	return Object.fromEntries(
		[...debate.items()].flatMap(({ id }) => {
			const standing = standings.get(id);
			return standing ? [[id, standing.standing]] : [];
		})
	);
}

function standingsOf(...words: string[]): Record<Id, string> {
	const made = debate(...words);
	return found(evaluate(made), made);
}

test('[V1] the verdict is the well-founded model of the program that the debate means', () => {
	fc.assert(
		fc.property(anyDebate, (made) => {
			expect(found(evaluate(made), made)).toEqual(defined(made));
		}),
		{ numRuns: 300 }
	);
});

test.each<[standard: Standard, basis: Basis, pro: string, con: string, standing: string]>([
	['balanced', 'auto', 'stands', 'falls', 'stands'],
	['balanced', 'auto', 'stands', 'stands', 'open'],
	['balanced', 'auto', 'falls', 'stands', 'falls'],
	['balanced', 'auto', 'falls', 'falls', 'falls'],
	['balanced', 'given', 'falls', 'falls', 'stands'],
	['balanced', 'given', 'falls', 'stands', 'falls'],
	['strict', 'auto', 'stands', 'falls', 'stands'],
	['strict', 'auto', 'stands', 'stands', 'falls'],
	['strict', 'given', 'falls', 'falls', 'stands'],
	['scintilla', 'auto', 'stands', 'stands', 'stands'],
	['scintilla', 'auto', 'falls', 'stands', 'falls'],
	['scintilla', 'given', 'falls', 'falls', 'stands']
])('[V2] under the %s standard a claim (%s) with a reason that %s and an objection that %s %s', (...row) => {
	const [standard, basis, pro, con, standing] = row;
	const made = debate('p', 'c', 'x');
	made.set(claim({ id: 't', text: 't', standard, basis }));
	for (const [premises, target, sense] of [
		['p', 't', 'support'],
		['c', 't', 'attack'],
		...(pro === 'falls' ? [['x', 'p', 'attack'] as const] : []),
		...(con === 'falls' ? [['x', 'c', 'attack'] as const] : [])
	] as const)
		made.set(relation({ id: `${premises}${target}`, sense, premises: [premise(premises)], target }));
	expect(evaluate(made).get('t')?.standing).toBe(standing);
});

test('[V3] joined premises stand or fall together, separate reasons each alone', () => {
	expect(standingsOf('t', 'a', 'b', 'x', 'a+b>t', 'x-b')).toMatchObject({ t: 'falls', 'a--b_t': 'falls' });
	expect(standingsOf('t', 'a', 'b', 'x', 'a>t', 'b>t', 'x-b')).toMatchObject({ t: 'stands', b_t: 'falls' });
});

test('[V4] an undercut takes the inference away, an answer to the undercut gives it back', () => {
	const undercut = ['t', 'a', 'u', 'a>t', 'u-(a>t)'];
	expect(standingsOf(...undercut)).toMatchObject({ a: 'stands', a_t: 'falls', t: 'falls' });
	expect(standingsOf(...undercut, 'w', 'w-u')).toMatchObject({ a_t: 'stands', t: 'stands' });
	expect(standingsOf(...undercut, 'w', 'w-(u-(a>t))')).toMatchObject({ a_t: 'stands', t: 'stands' });
});

test('[V5] evidence is a reason whose premise is given, and can be answered', () => {
	expect(standingsOf('t', 'e against t')).toEqual({ t: 'falls', e: 'stands' });
	expect(standingsOf('t', 'e against t', 'a', 'a-e')).toMatchObject({ t: 'stands', e: 'falls' });
	expect(standingsOf('t', 'e for t', 'a', 'a-e')).toMatchObject({ t: 'falls', e: 'falls' });
});

test('[V6] a sketched argument is given; spelled out, it carries when its steps do, and is undercut in the last', () => {
	expect(standingsOf('t', 'x argues', 'x>t')).toMatchObject({ x: 'stands', t: 'stands' });
	const spelled = ['a', 'b', 'c', 'a>b', 'b>c', 'x argues a>b, b>c', 'o'];
	expect(standingsOf(...spelled)).toMatchObject({ x: 'stands' });
	expect(standingsOf(...spelled, 'o-x')).toMatchObject({
		x: 'falls',
		a_b: 'stands',
		b_c: 'falls',
		c: 'falls'
	});
	expect(standingsOf(...spelled, 'o-a')).toMatchObject({ x: 'falls' });
});

test('[V7] support in a circle supports nothing; support from outside carries the whole circle', () => {
	const circle = ['a', 'b', 'a>b', 'b>a'];
	const made = debate(...circle);
	expect(evaluate(made).get('a')).toEqual({ standing: 'falls', reason: 'circular', cites: [idOf('b>a')] });
	expect(standingsOf(...circle, 'c', 'c>a')).toMatchObject({ a: 'stands', b: 'stands' });
	expect(standingsOf(...circle, 'c', 'a>c')).toMatchObject({ c: 'falls' });
});

test('[V8] an objection of which it is open whether it holds does not refute', () => {
	const contested = ['p', 'a', 'b', 'a>p', 'b-p'];
	expect(standingsOf(...contested, 't', 'p-t')).toMatchObject({ p: 'open', t: 'open' });
});

test('[V9] contraries attack each other, entailment supports, a rephrasing and a reason without premises do nothing', () => {
	const made = debate('a', 'b');
	made.set(relation({ id: 'r', sense: 'contrary', premises: [premise('a')], target: 'b' }));
	expect(found(evaluate(made), made)).toMatchObject({ a: 'open', b: 'open' });
	made.set(relation({ id: 'r', sense: 'rephrase', premises: [premise('a')], target: 'b' }));
	expect(found(evaluate(made), made)).toMatchObject({ a: 'stands', b: 'stands' });
	made.set(relation({ id: 'r', sense: 'attack', premises: [], target: 'b' }));
	expect(found(evaluate(made), made)).toMatchObject({ r: 'falls', b: 'stands' });
	made.set(
		relation({ id: 'r', sense: 'attack', premises: [{ ...premise('a'), negated: true }], target: 'b' })
	);
	expect(found(evaluate(made), made)).toMatchObject({ r: 'falls', b: 'stands' });
	made.set(relation({ id: 'r', sense: 'entails', premises: [premise('a')], target: 'b' }));
	expect(evaluate(made).get('b')).toEqual({ standing: 'stands', reason: 'supported', cites: ['r'] });
});

test.each<[reason: string, words: string[], cites: Id[]]>([
	['supported', ['t', 'a', 'a>t'], ['a_t']],
	['unchallenged', ['t'], []],
	['answered', ['t', 'a', 'b', 'a-t', 'b-a'], ['a-t']],
	['refuted', ['t', 'a', 'a-t'], ['a-t']],
	['unsupported', ['t', 'a', 'b', 'a>t', 'b-a'], ['a_t']],
	['circular', ['t', 'a', 'a>t', 't>a'], ['a_t']],
	['contested', ['t', 'a', 'b', 'a>t', 'b-t'], ['a_t', 'b-t']],
	['hangs', ['k', 'a', 'b', 'a>k', 'b-k', 'm', 'k>m', 't', 'm>t'], ['k']],
	['circle', ['t', 'a', 't-a', 'a-t'], ['a-t']]
])('[V10] the reason %s is told with what makes it so', (reason, words, cites) => {
	expect(evaluate(debate(...words)).get('t')).toMatchObject({ reason, cites });
});

test.each<[reason: string, words: string[], cites: Id[]]>([
	['carries', ['t', 'a', 'b', 'r:a+b>t'], ['a', 'b']],
	['broken', ['t', 'a', 'b', 'r:a+b>t', 'x', 'x-b'], ['b']],
	['undercut', ['t', 'a', 'r:a>t', 'x', 'x-(r)'], ['x-r']],
	['unbacked', ['t', 'a', 'r:a>t', 'x', 'x>(r)', 'y', 'y-x'], ['x_r']],
	['circular', ['t', 'a', 'r:a>t', 't>a'], ['a']],
	['hangs', ['t', 'a', 'r:a>t', 'x', 'y', 'x>a', 'y-a'], ['a']]
])('[V11] a relation says whether it carries, and why: %s', (reason, words, cites) => {
	expect(evaluate(debate(...words)).get('r')).toMatchObject({ reason, cites });
});

test('[V12] after an edit, what can change is evaluated again, and nothing differs from a full evaluation', () => {
	fc.assert(
		fc.property(anyEdit, ({ before, steps }) => {
			const standings = evaluate(before);
			for (const step of steps) {
				const was = found(standings, before);
				const done = apply(before, [step]);
				if (!done.ok) continue;
				const changed = standings.update(done.value.touched);
				const now = found(standings, before);
				expect(now).toEqual(found(evaluate(before), before));
				const different = Object.keys(now).filter((id) => now[id] !== was[id]);
				expect([...changed].sort()).toEqual(different.sort());
			}
		}),
		{ numRuns: 1_000 }
	);
});

test('[V12] a reason across a large debate ranks it anew, and nothing differs from a full evaluation', () => {
	const claims = 1_000;
	const made = grown({ claims, seed: 5, depth: 1 });
	const standings = evaluate(made);
	const random = seeded(5);
	const any = () => `c${Math.floor(random() * claims)}`;
	for (let at = 0; at < 40; at++) {
		const was = found(standings, made);
		const sense = random() < 0.5 ? 'support' : 'attack';
		const item = relation({ id: `n${at}`, sense, premises: [premise(any())], target: any() });
		const done = apply(made, [{ do: 'add', item }]);
		if (!done.ok) continue;
		const changed = standings.update(done.value.touched);
		const now = found(standings, made);
		expect(now).toEqual(found(evaluate(made), made));
		expect([...changed].sort()).toEqual(
			Object.keys(now)
				.filter((id) => now[id] !== was[id])
				.sort()
		);
	}
});
