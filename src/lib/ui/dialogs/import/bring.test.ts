import fc from 'fast-check';
import { expect, test } from 'vitest';
import { copy, debate, state } from '#tests/support/debates.ts';
import { anyDebate } from '#tests/support/edits.ts';
import { apply } from '#lib/core/edit/apply.ts';
import { Debate } from '#lib/core/model/debate.ts';
import { bring } from './bring.ts';

function counter(): () => string {
	let next = 0;
	return () => `new${next++}`;
}

const beside = { target: null, sense: 'support' } as const;

test('[F7] an empty debate becomes just what was read', () => {
	fc.assert(
		fc.property(anyDebate, (read) => {
			const made = new Debate();
			const reading = { about: read.about, items: [...read.items()] };
			expect(apply(made, bring(made, reading, { ...beside, newId: counter() }))).toMatchObject({ ok: true });
			expect(state(made)).toEqual(state(read));
		})
	);
});

test('[F7] an empty debate that has a title keeps it', () => {
	const made = new Debate();
	made.about = { title: 'Mine', summary: '' };
	const reading = { about: { title: 'Theirs', summary: '' }, items: [...debate('a').items()] };
	apply(made, bring(made, reading, { ...beside, newId: counter() }));
	expect(made.about.title).toBe('Mine');
});

test('[F7] into any other debate comes a copy, and one undo takes all of it back', () => {
	fc.assert(
		fc.property(anyDebate, anyDebate, (to, read) => {
			fc.pre(to.size > 0);
			const before = state(copy(to));
			const reading = { about: read.about, items: [...read.items()] };
			const done = apply(to, bring(to, reading, { ...beside, newId: counter() }));
			if (!done.ok) throw new Error(done.error.refusal);
			expect(to.count.claim).toBe((before['count'] as typeof to.count).claim + read.count.claim);
			expect(apply(to, done.value.undo)).toMatchObject({ ok: true });
			expect(state(to)).toEqual(before);
		})
	);
});
