import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { debate } from '#tests/support/debates.ts';
import { anyEdit } from '#tests/support/edits.ts';
import { decode } from '../../decode.ts';
import { apply } from '../../edit/apply.ts';
import type { Step } from '../../edit/step.ts';
import type { Debate } from '../debate.ts';
import { QUESTIONS, rating, VERDICTS, type Answer, type Rating } from './rating.ts';
import { sha256 } from './sha256.ts';
import { judgement, partOf, PARTS, tally, type Judgement } from './tally.ts';
import { wordingOf } from './wording.ts';

const wording = sha256('words');
const anyScore = fc.double({ min: 0, max: 1, noNaN: true }).map((score) => score + 0);
const anyRating: fc.Arbitrary<Rating> = fc.oneof(
	fc.record({
		question: fc.constantFrom('likely' as const, 'carries' as const),
		answer: anyScore,
		wording: fc.constant(wording)
	}),
	fc.record({
		question: fc.constant('verdict' as const),
		answer: fc.constantFrom(...VERDICTS),
		wording: fc.constant(wording)
	})
);

test('[M50] every rating comes back from JSON and the decoder as it was', () => {
	fc.assert(
		fc.property(anyRating, (given) => {
			expect(decode(rating, JSON.parse(JSON.stringify(given)))).toEqual({ ok: true, value: given });
		})
	);
});

test.each<[what: string, value: unknown, path: string]>([
	['below 0', { question: 'likely', answer: -0.001, wording }, 'answer'],
	['above 1', { question: 'carries', answer: 1.001, wording }, 'answer'],
	['beyond all', { question: 'likely', answer: Infinity, wording }, 'answer'],
	['no number', { question: 'likely', answer: NaN, wording }, 'answer'],
	['a number as words', { question: 'likely', answer: '0.5', wording }, 'answer'],
	['a verdict for a number', { question: 'likely', answer: 'stands', wording }, 'answer'],
	['a number for a verdict', { question: 'verdict', answer: 1, wording }, 'answer'],
	['an unknown verdict', { question: 'verdict', answer: 'perhaps', wording }, 'answer'],
	['an unknown question', { question: 'nice', answer: 1, wording }, 'question'],
	['no wording', { question: 'likely', answer: 1 }, 'wording'],
	['a short wording', { question: 'likely', answer: 1, wording: 'abc' }, 'wording'],
	['a wording in capitals', { question: 'likely', answer: 1, wording: wording.toUpperCase() }, 'wording'],
	['more than was asked', { question: 'likely', answer: 1, wording, person: 'ann' }, 'person']
])('[M50] a rating %s is refused with its place', (_what, value, path) => {
	expect(decode(rating, value)).toMatchObject({ ok: false, error: { path } });
});

test('[M51] the fingerprint is SHA-256, whatever the words', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
			expect(sha256(text)).toBe(createHash('sha256').update(text).digest('hex'));
		})
	);
	for (const length of [0, 55, 56, 63, 64, 65, 119, 120, 100_000])
		expect(sha256('ж'.repeat(length))).toBe(createHash('sha256').update('ж'.repeat(length)).digest('hex'));
});

/** The fingerprint of `id` after `steps`. */
function after(made: Debate, id: string, ...steps: readonly Step[]): string | null {
	const done = apply(made, steps);
	if (!done.ok) throw new Error(done.error.refusal);
	const found = wordingOf(made, id);
	apply(made, done.value.undo);
	return found;
}

const words = (id: string, text: string): Step => ({ do: 'set', kind: 'claim', id, to: { text } });

test('[M52] a claim has another wording when its words change, and the old one when they come back', () => {
	const made = debate('open', 'trade', 'trade>open');
	const before = wordingOf(made, 'open');
	expect(after(made, 'open', words('open', 'Open!'))).not.toBe(before);
	expect(after(made, 'open', words('open', 'Open!'), words('open', 'open'))).toBe(before);
	expect(after(made, 'open', words('trade', 'Trade!'))).toBe(before);
	const elsewhere: Step = {
		do: 'set',
		kind: 'claim',
		id: 'open',
		to: { notes: 'n', tags: ['t'], pin: { x: 1, y: 2 } }
	};
	expect(after(made, 'open', elsewhere)).toBe(before);
	expect(wordingOf(made, 'nowhere')).toBeNull();
});

test('[M53] an inference has another wording when what it says changes: a premise, the sense, what it bears on', () => {
	const made = debate(
		'open',
		'trade',
		'peace',
		'r:trade+peace>open',
		'crime',
		'u:crime-(r)',
		'rare',
		'w:rare-(u)'
	);
	const r = wordingOf(made, 'r');
	const change = (to: object): Step => ({ do: 'set', kind: 'relation', id: 'r', to });
	const premises = ['trade', 'peace'].map((id) => ({ id, role: '', negated: false }));
	expect(after(made, 'r', words('trade', 'Trade!'))).not.toBe(r);
	expect(after(made, 'r', words('open', 'Open!'))).not.toBe(r);
	expect(after(made, 'r', change({ sense: 'attack' }))).not.toBe(r);
	expect(after(made, 'r', change({ premises: premises.slice(1) }))).not.toBe(r);
	expect(after(made, 'r', change({ premises: [premises[0], { ...premises[1], negated: true }] }))).not.toBe(
		r
	);
	expect(after(made, 'r', change({ premises: premises.toReversed(), notes: 'n', scheme: 's' }))).toBe(r);
	expect(after(made, 'r', words('crime', 'Crime!'))).toBe(r);
	expect(after(made, 'u', words('trade', 'Trade!'))).not.toBe(wordingOf(made, 'u'));
	expect(after(made, 'w', words('crime', 'Crime!'))).not.toBe(wordingOf(made, 'w'));
	expect(after(made, 'w', words('trade', 'Trade!'))).toBe(wordingOf(made, 'w'));
});

test('[M53] whatever a debate holds, everything in it has one wording, and what an edit leaves alone keeps it', () => {
	fc.assert(
		fc.property(anyEdit, ({ before, steps }) => {
			const found = new Map([...before.items()].map(({ id }) => [id, wordingOf(before, id)]));
			for (const each of found.values()) expect(each).toMatch(/^[\da-f]{64}$/);
			const done = apply(before, steps);
			if (done.ok) apply(before, done.value.undo);
			for (const [id, each] of found) expect(wordingOf(before, id)).toBe(each);
		})
	);
});

test('[M54] a tally counts everybody once, in the part where their answer lies, and names nobody', () => {
	fc.assert(
		fc.property(fc.array(anyScore), fc.nat(9), (scores, earlier) => {
			const counted = tally(scores, earlier);
			expect(counted).toMatchObject({ count: scores.length, earlier });
			expect(counted.shares.reduce((sum, share) => sum + share, 0)).toBe(scores.length);
			for (const score of scores) {
				const part = partOf(score);
				expect(score * PARTS + 1e-9 >= part && score * PARTS - 1e-9 <= part + 1).toBe(true);
				expect(counted.shares[part]).toBeGreaterThan(0);
			}
			if (scores.length === 0) expect(counted.mean).toBeNull();
			else {
				expect(counted.mean).toBeGreaterThanOrEqual(Math.min(...scores) - 1e-12);
				expect(counted.mean).toBeLessThanOrEqual(Math.max(...scores) + 1e-12);
			}
		})
	);
	expect(tally([0, 0.1, 0.3, 0.7, 0.999, 1], 0).shares).toEqual([1, 1, 0, 1, 0, 0, 0, 1, 0, 2]);
	expect(tally(['stands', 'open', 'stands'], 2)).toEqual({
		count: 3,
		shares: [2, 0, 1],
		mean: null,
		earlier: 2
	});
});

test('[M54] a judgement comes back from JSON and the decoder as it was', () => {
	const opinions = fc.array(fc.tuple(fc.constantFrom(...QUESTIONS), anyScore, fc.boolean()));
	fc.assert(
		fc.property(opinions, (entries) => {
			const given: Judgement = Object.fromEntries(
				entries.map(([question, score, isHidden]) => {
					const answer: Answer = question === 'verdict' ? 'falls' : score;
					return [question, { answer, wording, all: isHidden ? null : tally([answer, answer], 1) }];
				})
			);
			expect(decode(judgement, JSON.parse(JSON.stringify(given)))).toEqual({ ok: true, value: given });
		})
	);
});
