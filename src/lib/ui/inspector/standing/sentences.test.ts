import fc from 'fast-check';
import { expect, test } from 'vitest';
import { debate } from '#tests/support/debates.ts';
import { anyDebate } from '#tests/support/edits.ts';
import { FlipSearch } from '#lib/core/evaluate/explain/flips.ts';
import { evaluate } from '#lib/core/evaluate/standings.ts';
import type { Debate } from '#lib/core/model/debate.ts';
import { sentences } from './sentences.ts';

function said(made: Debate, id: string): string[] {
	const standings = evaluate(made);
	const search = new FlipSearch(standings, id);
	search.advance(() => false);
	return sentences(made, standings, id, search);
}

test.each<[words: string[], ...said: string[]]>([
	[
		['t'],
		'It stands: nothing holds against it.',
		'It is taken at face value until somebody objects.',
		'One new objection to it would make it fall.'
	],
	[
		['t', 'a', 'a>t'],
		'It stands: a reason for it holds.',
		'“a” speaks for it.',
		'One new objection to it would leave it open.'
	],
	[
		['t', 'b', 'b-t', 'c', 'c-b'],
		'It stands: every objection to it fails.',
		'The objection “b” fails, because “c” holds against it.',
		'One new objection to it would make it fall.'
	],
	[
		['t', 'b', 'o:b-t', 'u', 'u-(o)', 'd', 'd-t', 'c', 'c-d'],
		'It stands: every objection to it fails.',
		'The objection “b” fails, because “u” undercuts that step, and so does one more.',
		'One new objection to it would make it fall.'
	],
	[
		['t', 'a', 'a>t', 'b', 'b-a'],
		'It falls: no reason for it holds.',
		'“a” was the reason for it, and fails.',
		'One new reason for it would make it stand.'
	],
	[
		['t', 'a', 'b', 'a+b>t', 'c', 'd', 'c-t', 'd-t'],
		'It is open: both sides hold.',
		'What holds for it: “a” and “b”. What holds against it: “c” and “d”.',
		'One new objection to “b” would make it fall.'
	],
	[
		['t', 'm', 'm>t', 'a', 'a>m', 'b', 'b-m'],
		'It is open: it depends on something open.',
		'That depends on “m”, where both sides hold.',
		'One new reason for it would make it stand.'
	],
	[
		['t', 'a', 'a>t', 't>a'],
		'It falls: it rests on nothing but itself.',
		'It rests on “a”, which rests on it in turn.',
		'One new reason for it would make it stand.'
	]
])('[U20] why, in three sentences: %j', (words, ...three) => {
	expect(said(debate(...words), 't')).toEqual(three);
});

test('[U20] everything that stands somehow is explained in three sentences, none of which begins with a gap', () => {
	fc.assert(
		fc.property(anyDebate, (made) => {
			const standings = evaluate(made);
			for (const { id } of made.items()) {
				const three = standings.get(id) ? said(made, id) : ['A.', 'B.', 'C.'];
				expect(three).toHaveLength(3);
				for (const sentence of three) expect(sentence).toMatch(/^[“\p{L}].*\.$/su);
			}
		}),
		{ numRuns: 60 }
	);
});
