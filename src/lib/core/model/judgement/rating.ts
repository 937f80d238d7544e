import { number, object, oneOf, tagged, text, misfit, type Decoder } from '../../decode.ts';
import type { Kind } from '../item.ts';

/**
 * What people are asked: how likely a claim is, how it fares, and how far an inference carries if its premises hold.
 * Each is answered apart, and none of it is computed.
 */
export const QUESTIONS = ['likely', 'verdict', 'carries'] as const;
export type Question = (typeof QUESTIONS)[number];

/** A verdict of one's own. */
export const VERDICTS = ['stands', 'falls', 'open'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** From 0 to 1, or a verdict: whichever the question asks for. */
export type Answer = number | Verdict;

/** An answer, and the fingerprint of the words that it is about (`wording.ts`). */
export type Rating =
	| { readonly question: 'likely' | 'carries'; readonly answer: number; readonly wording: string }
	| { readonly question: 'verdict'; readonly answer: Verdict; readonly wording: string };

/** What is asked about items of each kind. */
export const ASKED: Readonly<Record<Kind, readonly Question[]>> = {
	claim: ['likely', 'verdict'],
	relation: ['carries'],
	argument: [],
	evidence: [],
	source: [],
	group: []
};

/** A fingerprint of words: 64 hexadecimal digits. */
export const fingerprint: Decoder<string> = (value, path) => {
	const digits = text(64)(value, path);
	return /^[\da-f]{64}$/.test(digits) ? digits : misfit(path, 'must be 64 hexadecimal digits');
};

const scale = <Q extends 'likely' | 'carries'>(question: Q): Decoder<Rating> =>
	object<{ question: Q; answer: number; wording: string }>({
		question: oneOf([question]),
		answer: number(0, 1),
		wording: fingerprint
	}) as Decoder<Rating>;

/** A rating from outside. */
export const rating: Decoder<Rating> = tagged<Rating>('question', {
	likely: scale('likely'),
	verdict: object<{ question: 'verdict'; answer: Verdict; wording: string }>({
		question: oneOf(['verdict']),
		answer: oneOf(VERDICTS),
		wording: fingerprint
	}),
	carries: scale('carries')
});
