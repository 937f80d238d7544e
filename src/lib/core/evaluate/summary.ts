import type { Debate } from '../model/debate.ts';
import type { Claim, Id } from '../model/item.ts';
import { byOrder, isRoot } from '../model/questions.ts';
import type { Standings } from './standings.ts';

/** A debate at a glance. Each list has the main claims first. */
export interface Summary {
	readonly stands: readonly Id[];
	readonly falls: readonly Id[];
	readonly open: readonly Id[];
	/** Claims for or against which no evidence with a source is given. */
	readonly unsourced: readonly Id[];
	/** Claims against which nobody has said anything. */
	readonly unanswered: readonly Id[];
}

/** How the claims of a debate stand, unless that is hidden, and what is missing. */
export function summaryOf(debate: Debate, standings: Standings | null): Summary {
	const lists = { stands: [] as Id[], falls: [] as Id[], open: [] as Id[] };
	const unsourced: Id[] = [];
	const unanswered: Id[] = [];
	for (const { id } of mainFirst(debate)) {
		const standing = standings?.standing(id);
		if (standing) lists[standing].push(id);
		const { isSourced, isAnswered } = given(debate, id);
		if (!isSourced) unsourced.push(id);
		if (!isAnswered) unanswered.push(id);
	}
	return { ...lists, unsourced, unanswered };
}

function mainFirst(debate: Debate): Claim[] {
	const main: Claim[] = [];
	const others: Claim[] = [];
	for (const item of debate.items())
		if (item.kind === 'claim') (isRoot(debate, item.id) ? main : others).push(item);
	return main.sort(byOrder).concat(others);
}

/** Whether evidence with a source bears on a claim, and whether anything was said against the claim itself. */
function given(debate: Debate, id: Id): { isSourced: boolean; isAnswered: boolean } {
	let [isSourced, isAnswered] = [false, false];
	for (const referrer of debate.referrers(id, 'target')) {
		const item = debate.get(referrer);
		if (item?.kind === 'evidence') {
			isSourced ||= item.source !== null;
			isAnswered ||= item.bearing === 'against';
		} else if (item?.kind === 'relation') isAnswered ||= AGAINST.has(item.sense);
	}
	return { isSourced, isAnswered };
}

const AGAINST: ReadonlySet<string> = new Set(['attack', 'contrary', 'contradictory']);
