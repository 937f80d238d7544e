import type { Board } from '../act/board.svelte.ts';
import type { Judge } from '../place/paint.ts';
import type { Plan } from '../place/plan.ts';

/** What the painted map shows of a debate. */
export interface Content {
	readonly plan: Plan;
	readonly judge: Judge;
}

/** What is to be painted now; tracked, so that it is another one as soon as anything looks otherwise. */
export function contentOf({ plan, verdicts }: Board): Content {
	void verdicts.shown;
	return { plan, judge: (id) => verdicts.get(id) };
}
