import type { Debate } from '../model/debate.ts';
import type { Id } from '../model/item.ts';
import { claim } from '../model/make.ts';
import { between } from '../model/order.ts';
import { roots } from '../model/questions.ts';
import type { Step } from './step.ts';

/** A claim that stands by itself, after the other roots. `claim` is its new id. */
export function addClaim(debate: Debate, fields: { claim: Id; text: string }): Step[] {
	const order = between(roots(debate).at(-1)?.order ?? null, null);
	return [{ do: 'add', item: claim({ id: fields.claim, text: fields.text, order }) }];
}
