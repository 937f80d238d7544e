import { expect, test } from 'vitest';
import { addClaim } from '#lib/core/edit/addClaim.ts';
import { apply } from '#lib/core/edit/apply.ts';
import { Debate } from '#lib/core/model/debate.ts';
import { relationsOn } from '#lib/core/model/questions.ts';
import { asWords, draftSteps, nextDraft, type Draft } from './draft.ts';

function top(): Debate {
	const debate = new Debate();
	apply(debate, addClaim(debate, { claim: 'top', text: 'Top' }));
	return debate;
}

const reason: Draft = {
	is: 'reason',
	claim: 'a',
	relation: 'ra',
	target: 'top',
	sense: 'support',
	origin: 'top',
	isInRow: true
};

test('[K8] a draft is one change that adds the claim with its words and its relation, and one undo takes both away', () => {
	const debate = top();
	const done = apply(debate, draftSteps(debate, reason, 'First words'));
	expect(debate.get('a')).toMatchObject({ kind: 'claim', text: 'First words' });
	expect(relationsOn(debate, 'top').map(({ id }) => id)).toEqual(['ra']);
	apply(debate, done.ok ? done.value.undo : []);
	expect([...debate.items()].map(({ id }) => id)).toEqual(['top']);
});

test('[K9] after a reason comes a sibling right behind it, with the same sense and a way back', () => {
	const debate = top();
	apply(debate, draftSteps(debate, reason, 'A'));
	apply(debate, draftSteps(debate, { ...reason, claim: 'z', relation: 'rz' }, 'Z'));
	let made = 0;
	const next = nextDraft(reason, () => `new${++made}`);
	expect(next).toMatchObject({ is: 'reason', sense: 'support', target: 'top', origin: 'a', isInRow: true });
	apply(debate, draftSteps(debate, next, 'Between'));
	expect(relationsOn(debate, 'top').map(({ premises }) => premises[0]!.id)).toEqual(['a', next.claim, 'z']);
});

test('[K10] words that are too long are cut at a whole letter, and half a letter is mended', () => {
	expect(new TextEncoder().encode(asWords('ё'.repeat(9_000))).length).toBeLessThanOrEqual(8 * 1024);
	expect(asWords('a\0b\ud800')).toBe('ab\ufffd');
});
