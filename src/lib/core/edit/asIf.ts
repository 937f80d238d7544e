import type { Debate } from '../model/debate.ts';
import { apply } from './apply.ts';
import type { Step } from './step.ts';

/**
 * What `look` sees of the debate as it would be after `steps`; the debate itself is left as it was. Steps that do
 * not fit are left out, all of them. For previews: words that are still being typed, a change before it is made.
 */
export function asIf<T>(debate: Debate, steps: readonly Step[], look: (debate: Debate) => T): T {
	const done = apply(debate, steps);
	try {
		return look(debate);
	} finally {
		if (done.ok) apply(debate, done.value.undo);
	}
}
