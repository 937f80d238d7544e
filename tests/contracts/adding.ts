import type { Step } from '#lib/core/edit/step.ts';
import { claim } from '#lib/core/model/make.ts';

/** The `n`th change of a writer of the kill test, the same however often it is made. */
export function adding(client: string, n: number): Step {
	return { do: 'add', item: claim({ id: `${client}-${n}`, text: `Claim ${n} of ${client}` }) };
}
