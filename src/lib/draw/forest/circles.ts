import type { Debate } from '#lib/core/model/debate.ts';
import type { Id } from '#lib/core/model/item.ts';
import { loops } from '#lib/core/model/loops.ts';
import type { Forest } from './forest.ts';
import type { Node } from './node.ts';

/** Above so many steps it is cheaper to look at everything. */
const PATIENCE = 20_000;

/** In which circle of reasons an item is, by the number of that, if in any. */
export type Circles = ReadonlyMap<Id, number>;

export const NO_CIRCLES: Circles = new Map();

/** All circles. Only a link, or what has no place, can close one. */
export function circlesIn(debate: Debate, forest: Forest, folded: ReadonlySet<Id>): Circles {
	if (folded.size === 0 && !forest.hasHiddenLinks && !closes(forest)) return NO_CIRCLES;
	const found = new Map<Id, number>();
	for (const [at, loop] of loops(debate).entries()) for (const id of loop) found.set(id, at);
	return found;
}

/** Whether what was `touched` can have closed a circle, or have opened one of those that there were. */
export function mayTurn(debate: Debate, before: Circles, touched: ReadonlySet<Id>): boolean {
	for (const id of touched) {
		const item = debate.get(id);
		if (before.has(id) && (!item || item.kind === 'relation' || item.kind === 'evidence')) return true;
		if ((item?.kind === 'relation' || item?.kind === 'evidence') && leadsBack(debate, id)) return true;
	}
	return false;
}

/** Whether the way upwards from an item comes by it again. */
function leadsBack(debate: Debate, id: Id): boolean {
	const seen = new Set(above(debate, id));
	for (const at of seen) {
		if (at === id || seen.size > PATIENCE) return true;
		for (const next of above(debate, at)) seen.add(next);
	}
	return false;
}

/** What an item bears on: its target, and inferences that it is a premise of. */
function above(debate: Debate, id: Id): Id[] {
	const item = debate.get(id);
	const bears = item?.kind === 'relation' || item?.kind === 'evidence';
	const target = bears && item.target !== null ? [item.target] : [];
	return [...target, ...debate.referrers(id, 'premise')];
}

/** Whether some link leads back to where it came from. Each is followed upwards from where it ends. */
function closes(forest: Forest): boolean {
	const ways = new Map<Node, Node[]>();
	const { nodes } = forest;
	const ends = forest.links().map(({ from, to }) => ({ from: nodes.get(from)!, to: nodes.get(to)! }));
	for (const { from, to } of ends) {
		const known = ways.get(from);
		if (known) known.push(to);
		else ways.set(from, [to]);
	}
	let steps = 0;
	for (const { from, to } of ends) {
		const seen = new Set([to]);
		for (const top of seen) {
			if (top === from || ++steps > PATIENCE) return true;
			if (top.parent) seen.add(top.parent);
			for (const next of ways.get(top) ?? []) seen.add(next);
		}
	}
	return false;
}
