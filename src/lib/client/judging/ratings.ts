import type { Id } from '#lib/core/model/item.ts';
import type { Question, Rating } from '#lib/core/model/judgement/rating.ts';
import { judgement, type Judgement } from '#lib/core/model/judgement/tally.ts';
import type { Result } from '#lib/core/result.ts';
import { ask, type Unavailable } from '../ask.ts';

type Heard = Promise<Result<Judgement, Unavailable>>;

/** What one may know of an item: one's own answers, and what all answered to the same questions. Never throws. */
export function readJudgement(debate: Id, item: Id): Heard {
	return ask(judgement, 'GET', path(debate, item));
}

/** Answers one question about an item, in place of the answer before. */
export function rate(debate: Id, item: Id, rating: Rating): Heard {
	return ask(judgement, 'PUT', path(debate, item), rating);
}

/** Takes one's answer to a question back. */
export function unrate(debate: Id, item: Id, question: Question): Heard {
	return ask(judgement, 'DELETE', path(debate, item), { question });
}

function path(debate: Id, item: Id): string {
	return `/api/debates/${debate}/ratings/${encodeURIComponent(item)}`;
}
