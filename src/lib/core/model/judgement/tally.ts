import { list, nullable, number, object, oneOf, partial, whole, type Decoder } from '../../decode.ts';
import { id } from '../decodeId.ts';
import type { Id } from '../item.ts';
import { fingerprint, VERDICTS, type Answer, type Question } from './rating.ts';

/** Into so many parts of equal width is the way from 0 to 1 divided. */
export const PARTS = 10;

/** How many people answered what; nobody's name is in it. */
export interface Tally {
	/** Everybody who answered, oneself included. */
	readonly count: number;
	/** How many of them in each part from 0 to 1; or for each of `VERDICTS`. */
	readonly shares: readonly number[];
	/** The mean; `null` for verdicts. */
	readonly mean: number | null;
	/** So many more answered when the words were others. They are not counted. */
	readonly earlier: number;
}

/** What one person may know of a question that they have answered. */
export interface Opinion {
	readonly answer: Answer;
	/** The fingerprint of the words that were answered about. */
	readonly wording: string;
	/** `null` where the words are others by now: then one answers anew first. */
	readonly all: Tally | null;
}

/** What one person may know about an item: nothing of what they have not answered. */
export type Judgement = { readonly [Q in Question]?: Opinion };

/** An item, and what one person may know about it. */
export interface Judged {
	readonly item: Id;
	readonly judgement: Judgement;
}

/** Counts answers to one question, all about the same words. */
export function tally(answers: readonly Answer[], earlier: number): Tally {
	const scores = answers.filter((answer) => typeof answer === 'number');
	const isScale = scores.length === answers.length;
	const shares = Array.from({ length: isScale ? PARTS : VERDICTS.length }, () => 0);
	for (const answer of answers) shares[partOf(answer)]!++;
	const mean =
		isScale && scores.length > 0 ? scores.reduce((sum, score) => sum + score, 0) / scores.length : null;
	return { count: answers.length, shares, mean, earlier };
}

/** The place of an answer among the shares. */
export function partOf(answer: Answer): number {
	return typeof answer === 'number'
		? Math.min(Math.floor(answer * PARTS), PARTS - 1)
		: VERDICTS.indexOf(answer);
}

const MANY = whole(0, Number.MAX_SAFE_INTEGER);

const answer: Decoder<Answer> = (value, path) =>
	typeof value === 'number' ? number(0, 1)(value, path) : oneOf(VERDICTS)(value, path);

const opinion: Decoder<Opinion> = object<Opinion>({
	answer,
	wording: fingerprint,
	all: nullable(
		object<Tally>({
			count: MANY,
			shares: list(MANY, PARTS, VERDICTS.length),
			mean: nullable(number(0, 1)),
			earlier: MANY
		})
	)
});

/** A judgement from outside. */
export const judgement: Decoder<Judgement> = partial<Required<Judgement>>({
	likely: opinion,
	verdict: opinion,
	carries: opinion
});

/** No debate holds more claims and inferences. */
const MOST_JUDGED = 250_000;

/** The judgements of a whole debate from outside. */
export const judgements: Decoder<Judged[]> = list(object<Judged>({ item: id, judgement }), MOST_JUDGED);
