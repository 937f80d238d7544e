import type { Debate } from '../model/debate.ts';
import type { Id } from '../model/item.ts';
import { relationOf } from '../model/questions.ts';
import { removal } from './withdraw.ts';
import type { Step } from './step.ts';

/** Takes an inference away, with what bears on it; its premises stay, with all that bears on them. */
export function unlink(debate: Debate, relation: Id): Step[] {
	const found = relationOf(debate, relation);
	if (!found) return [];
	return removal(
		debate,
		[relation],
		found.premises.map(({ id }) => id)
	);
}
