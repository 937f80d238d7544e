import type { Debate } from '../model/debate.ts';
import type { Claim, Id } from '../model/item.ts';
import { byOrder, evidenceOn, every, isRoot, relationsOn } from '../model/questions.ts';
import type { Standing, Standings } from './standings.ts';

/** A claim that is open, and why. */
export interface Unsettled {
	readonly id: Id;
	readonly standing: Standing;
}

/** A debate at a glance. Each list has the main claims first. */
export interface Summary {
	readonly stands: readonly Id[];
	readonly falls: readonly Id[];
	readonly open: readonly Unsettled[];
	/** Claims for or against which no evidence with a source is given. */
	readonly unsourced: readonly Id[];
	/** Claims against which nobody has said anything. */
	readonly unanswered: readonly Id[];
}

/** How the claims of a debate stand, unless that is hidden, and what is missing. */
export function summaryOf(debate: Debate, standings: Standings | null): Summary {
	const stands: Id[] = [];
	const falls: Id[] = [];
	const open: Unsettled[] = [];
	const claims = mainFirst(debate);
	for (const { id } of claims) {
		const standing = standings?.standing(id);
		if (standing === 'open') open.push({ id, standing: standings!.get(id)! });
		else if (standing) (standing === 'stands' ? stands : falls).push(id);
	}
	const lacking = (isThere: (id: Id) => boolean) => claims.map(({ id }) => id).filter((id) => !isThere(id));
	return {
		stands,
		falls,
		open,
		unsourced: lacking((id) => evidenceOn(debate, id).some(({ source }) => source !== null)),
		unanswered: lacking((id) => isAnswered(debate, id))
	};
}

function mainFirst(debate: Debate): Claim[] {
	const claims = every(debate, 'claim');
	const main = claims.filter(({ id }) => isRoot(debate, id)).sort(byOrder);
	const isMain = new Set(main);
	return [...main, ...claims.filter((claim) => !isMain.has(claim))];
}

/** Whether anything was said against a claim itself. */
function isAnswered(debate: Debate, id: Id): boolean {
	return (
		evidenceOn(debate, id).some(({ bearing }) => bearing === 'against') ||
		relationsOn(debate, id).some(({ sense }) => AGAINST.has(sense))
	);
}

const AGAINST: ReadonlySet<string> = new Set(['attack', 'contrary', 'contradictory']);
