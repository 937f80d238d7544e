import type { Answer, Question } from '#lib/core/model/judgement/rating.ts';
import { VERDICTS } from '#lib/core/model/judgement/rating.ts';
import { partOf, PARTS, type Opinion, type Tally } from '#lib/core/model/judgement/tally.ts';
import { t } from '#lib/i18n/t.ts';

/** An answer as one says it: "70 %", "stands". */
export function answerWords(answer: Answer): string {
	return typeof answer === 'number' ? percent(answer) : t(`standing.${answer}`);
}

/** A number from 0 to 1 as it is said. */
export function percent(score: number): string {
	return t('map.percent', { percent: Math.round(score * 100) });
}

/** What all answered, in one sentence, and what is not counted in another. */
export function tallyWords({ count, mean, earlier }: Tally): string {
	const all = mean === null ? t('judge.all', { count }) : t('judge.allMean', { count, mean: percent(mean) });
	return earlier === 0 ? all : `${all} ${t('judge.earlier', { count: earlier })}`;
}

/** What a picture of the answers shows, for those who do not see it. */
export function spreadWords(question: Question, { answer }: Opinion, { shares }: Tally): string {
	const own = partOf(answer);
	const parts = shares.flatMap((count, at) =>
		count === 0
			? []
			: [t('judge.share', { part: partWords(question, at), count, isOwn: at === own ? 'yes' : 'no' })]
	);
	return t('judge.spread', { parts: parts.join(', ') });
}

/** What one bar stands for. */
export function partWords(question: Question, at: number): string {
	if (question === 'verdict') return t(`standing.${VERDICTS[at]!}`);
	return t('judge.part', { from: (at * 100) / PARTS, to: ((at + 1) * 100) / PARTS });
}
