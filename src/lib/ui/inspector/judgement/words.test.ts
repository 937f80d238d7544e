import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sha256 } from '#lib/core/model/judgement/sha256.ts';
import { tally } from '#lib/core/model/judgement/tally.ts';
import type { Answer } from '#lib/core/model/judgement/rating.ts';
import { spreadWords, tallyWords } from './words.ts';

const opinion = (answer: Answer) => ({ answer, wording: sha256(''), all: null });

test('[U30] what all answered is said in a sentence, alone or with others, and what is not counted in another', () => {
	expect(tallyWords(tally([0.7], 0))).toBe('Nobody else has answered yet.');
	expect(tallyWords(tally([0.5, 0.75, 1], 0))).toBe('3 people answered, 75 % on average.');
	expect(tallyWords(tally(['stands', 'open'], 0))).toBe('2 people answered.');
	expect(tallyWords(tally([0.5], 1))).toBe(
		'Nobody else has answered yet. One more answer is about an earlier wording and not counted.'
	);
	expect(tallyWords(tally([0.5], 4))).toContain(
		'4 more answers are about an earlier wording and not counted.'
	);
});

test('[U30] the picture of the answers is said part by part, one’s own among them', () => {
	expect(spreadWords('likely', opinion(0.72), tally([0.72, 0.75, 1, 0], 0))).toBe(
		'How the answers are spread: 0 to 10 %: 1, 70 to 80 %: 2, yours among them, 90 to 100 %: 1'
	);
	expect(spreadWords('verdict', opinion('open'), tally(['stands', 'open', 'stands'], 0))).toBe(
		'How the answers are spread: stands: 2, open: 1, yours among them'
	);
});

test('[U30] every answer is in what is said', () => {
	fc.assert(
		fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1 }), (answers) => {
			const said = spreadWords('likely', opinion(answers[0]!), tally(answers, 0));
			const counts = [...said.matchAll(/%: (\d+)/g)].map(([, count]) => Number(count));
			expect(counts.reduce((sum, count) => sum + count, 0)).toBe(answers.length);
			expect(said.match(/yours/g)).toHaveLength(1);
		})
	);
});
