import type { Debate } from '../model/debate.ts';
import type { Id } from '../model/item.ts';
import { apply } from './apply.ts';
import type { Step } from './step.ts';

const NONE: ReadonlySet<Id> = new Set();

/**
 * What `look` sees of the debate as it would be after `steps`, and what these touch; the debate itself is left as it was. Steps that do
 * not fit are left out, all of them. For previews: words that are still being typed, a change before it is made.
 */
export function asIf<T>(
	debate: Debate,
	steps: readonly Step[],
	look: (debate: Debate, touched: ReadonlySet<Id>) => T
): T {
	const done = apply(debate, steps);
	try {
		return look(debate, done.ok ? done.value.touched : NONE);
	} finally {
		if (done.ok) apply(debate, done.value.undo);
	}
}
