import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { copy, debate, state } from '#tests/support/debates.ts';
import { anyDebate } from '#tests/support/edits.ts';
import { apply } from '#lib/core/edit/apply.ts';
import { loops } from '#lib/core/model/loops.ts';
import { bearsOn, choices, drop } from './drops.ts';

function relations(made: ReturnType<typeof debate>): string[] {
	return [...made.items()].flatMap((item) =>
		item.kind === 'relation'
			? [`${item.premises.map(({ id }) => id).join('+')} ${item.sense} ${item.target}`]
			: []
	);
}

describe('a card put on another', () => {
	test('[K5] a reason put on a sibling is asked: together, for, against, or used again', () => {
		const made = debate('top', 'a', 'b', 'a>top', 'b>top');
		expect(choices(made, 'a', 'b')).toEqual(['together', 'because', 'but', 'because again', 'but again']);
	});

	test('[K5] put on a card elsewhere, it may also stand beside that card', () => {
		const made = debate('top', 'a', 'b', 'c', 'a>top', 'b>top', 'c-b');
		expect(choices(made, 'a', 'c')).toContain('beside');
		expect(apply(made, drop(made, 'a', 'c', 'beside', 'new'))).toMatchObject({ ok: true });
		expect(relations(made)).toContain('a attack b');
	});

	test('[K5] together makes one inference of two', () => {
		const made = debate('top', 'a', 'b', 'a>top', 'b>top');
		expect(apply(made, drop(made, 'a', 'b', 'together', 'new'))).toMatchObject({ ok: true });
		expect(relations(made)).toEqual(['b+a support top']);
	});

	test('[K5] a joined premise that is put elsewhere leaves the others behind', () => {
		const made = debate('top', 'a', 'b', 'c', 'a+b>top', 'c>top');
		expect(apply(made, drop(made, 'a', 'c', 'but', 'new'))).toMatchObject({ ok: true });
		expect(relations(made)).toEqual(['b support top', 'c support top', 'a attack c']);
	});

	test('[K5] put on an inference it joins it or objects to it', () => {
		const made = debate('top', 'a', 'b', 'a>top', 'b>top');
		expect(choices(made, 'b', 'a_top')).toEqual(['together', 'undercut', 'undercut again']);
		expect(apply(made, drop(made, 'b', 'a_top', 'undercut', 'new'))).toMatchObject({ ok: true });
		expect(relations(made)).toEqual(['a support top', 'b attack a_top']);
	});

	test('[K6] put on its own branch it can only be used again, which closes a circle', () => {
		const made = debate('top', 'a', 'a>top');
		expect(choices(made, 'top', 'a')).toEqual(['because again', 'but again']);
		expect(apply(made, drop(made, 'top', 'a', 'because again', 'new'))).toMatchObject({ ok: true });
		expect(loops(made)).toHaveLength(1);
	});

	test('[K6] nothing is offered that is so already', () => {
		const made = debate('top', 'a', 'a>top');
		expect(choices(made, 'a', 'top')).toEqual(['but', 'but again']);
		expect(choices(made, 'a', 'a')).toEqual([]);
	});
});

test('[K7] whatever is offered can be done, changes something, closes no circle unless used again, and can be undone', () => {
	fc.assert(
		fc.property(anyDebate, fc.nat(), fc.nat(), (made, from, to) => {
			const cards = [...made.items()].filter(({ kind }) => kind === 'claim');
			const targets = [...made.items()].filter(({ kind }) => kind === 'claim' || kind === 'relation');
			const card = cards[from % Math.max(cards.length, 1)];
			const target = targets[to % Math.max(targets.length, 1)];
			if (!card || !target) return;
			for (const choice of choices(made, card.id, target.id)) {
				const after = copy(made);
				const done = apply(after, drop(after, card.id, target.id, choice, 'fresh'));
				expect(done).toMatchObject({ ok: true });
				if (!done.ok) return;
				expect(state(after)).not.toEqual(state(made));
				const closes = !bearsOn(made, card.id, card.id) && bearsOn(after, card.id, card.id);
				if (!choice.endsWith('again')) expect(closes).toBe(false);
				expect(apply(after, done.value.undo)).toMatchObject({ ok: true });
				expect(state(after)).toEqual(state(made));
			}
		})
	);
});
