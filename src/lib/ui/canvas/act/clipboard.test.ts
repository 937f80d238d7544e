import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyText } from '#tests/support/arbitraries.ts';
import { debate } from '#tests/support/debates.ts';
import { anyDebate } from '#tests/support/edits.ts';
import { bytes } from '#lib/core/decode.ts';
import { apply } from '#lib/core/edit/apply.ts';
import { branch, graft } from '#lib/core/edit/branch.ts';
import { Debate } from '#lib/core/model/debate.ts';
import { decode } from '#lib/core/decode.ts';
import { steps } from '#lib/core/edit/step.ts';
import { LIMITS } from '#lib/core/model/decodeItem.ts';
import { itemsFrom, itemsFromOutline, itemsText, outlineOf, tops } from './clipboard.ts';
import { asWords } from './draft.ts';

function counter(): () => string {
	let next = 0;
	return () => `new${next++}`;
}

function planted(text: string): Debate {
	const made = new Debate();
	const newId = counter();
	const items = itemsFromOutline(text, newId);
	const grafted = graft(made, items, { target: null, sense: 'support', newId });
	if (grafted.length > 0) expect(decode(steps, grafted)).toMatchObject({ ok: true });
	expect(apply(made, grafted)).toMatchObject({ ok: true });
	return made;
}

function outline(made: Debate): string {
	const used = new Set(
		[...made.items()].flatMap((item) => (item.kind === 'relation' ? item.premises.map(({ id }) => id) : []))
	);
	const first = [...made.items()]
		.filter(({ kind, id }) => kind === 'claim' && !used.has(id))
		.map(({ id }) => id);
	return outlineOf(made, first);
}

describe('copying', () => {
	test('[K11] items read back as they were written', () => {
		fc.assert(
			fc.property(anyDebate, (made) => {
				const ids = [...made.items()].slice(0, 3).map(({ id }) => id);
				expect(itemsFrom(itemsText(made, ids))).toEqual(branch(made, tops(made, ids)));
			})
		);
	});

	test('[K11] an outline reads back in the same shape', () => {
		const made = debate('top', 'a', 'b', 'c', 'u', 'a>top', 'b-top', 'c>a', 'u-(c>a)');
		const text = outlineOf(made, ['top']);
		expect(text).toBe('top\n  + a\n    + c\n      _ u\n  - b');
		expect(outline(planted(text))).toBe(text);
	});

	test('[K11] a claim in a circle is written once', () => {
		expect(outlineOf(debate('a', 'b', 'a>b', 'b>a'), ['a'])).toBe('a\n  + b\n    + a');
	});
});

describe('pasting', () => {
	test('[K12] lines become claims, indented ones reasons; marks tell for and against', () => {
		expect(outline(planted('Top\n\tone\n\t- two\n\n\t\tthree\r\nOther'))).toBe(
			'Top\n  + one\n  - two\n    + three\nOther'
		);
	});

	test('[K12] in a bulleted list the bullets mean nothing', () => {
		expect(outline(planted('- one\n  - two\n- three'))).toBe('one\n  + two\nthree');
	});

	test('[K12] what is not ours is not taken for items', () => {
		for (const text of ['', 'null', '{}', '[{"kind":"claim"}]', '[', 'plain words'])
			expect(itemsFrom(text)).toBeNull();
	});

	test('[K12] any text becomes claims that a debate takes', () => {
		fc.assert(
			fc.property(
				fc.array(anyText).map((lines) => lines.join('\n')),
				(text) => void planted(text)
			)
		);
	});

	test('[K10] words are cut at the limit of a claim, between characters', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 5 }), (unit) => {
				const long = asWords(unit.repeat(5000));
				expect(bytes(long)).toBeLessThanOrEqual(LIMITS.claim);
				expect(unit.repeat(5000).startsWith(long)).toBe(true);
			}),
			{ numRuns: 30 }
		);
		expect(asWords('a\0b\ud800')).toBe('ab\ufffd');
	});
});
