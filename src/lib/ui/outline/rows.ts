import type { Debate } from '#lib/core/model/debate.ts';
import { evidenceOn, isRoot, relationsFrom, relationsOn, roots } from '#lib/core/model/questions.ts';
import type { Id, Item, Relation } from '#lib/core/model/item.ts';

/** One line of the outline. The same claim can have several, one for each use; `key` tells them apart. */
export interface Row {
	readonly key: string;
	readonly id: Id;
	/** From 1. */
	readonly level: number;
	/** What it is to the row above it in the tree. */
	readonly bearing: 'root' | 'for' | 'against' | 'undercut' | 'joined';
	readonly isOpen: boolean;
	readonly hasMore: boolean;
	readonly position: number;
	readonly count: number;
	/** Its branch is spelled out where it stands first; `loop` where it stands above itself. */
	readonly again: 'no' | 'again' | 'loop';
}

interface Member {
	readonly id: Id;
	/** The relation or the piece of evidence by which it stands here, `''` for roots; the place among its premises. */
	readonly via: string;
	readonly bearing: Row['bearing'];
}

/**
 * The rows that show: roots, and under each open one what bears on it, supports first, then attacks, then undercuts
 * of those inferences. Only open branches are looked at, so the cost follows what shows.
 */
export function rowsOf(debate: Debate, isOpen: (key: string, level: number, id: Id) => boolean): Row[] {
	const rows: Row[] = [];
	const spelled = new Set<Id>();
	const above = new Set<Id>();
	const top = roots(debate).map(({ id }) => ({ id, via: '', bearing: 'root' as const }));
	const frames: Frame[] = [{ owner: null, members: top, at: 0 }];
	for (let frame = frames.at(-1); frame; frame = frames.at(-1)) {
		const member = frame.members[frame.at++];
		if (!member) {
			if (frame.owner !== null) above.delete(frame.owner);
			frames.pop();
			continue;
		}
		const { id, via, bearing } = member;
		const again = above.has(id) ? 'loop' : spelled.has(id) ? 'again' : 'no';
		const below = again === 'no' ? membersOf(debate, id) : [];
		const [key, level] = [`${via}:${id}`, frames.length];
		const open = below.length > 0 && isOpen(key, level, id);
		const place = { level, position: frame.at, count: frame.members.length };
		rows.push({ key, id, bearing, isOpen: open, hasMore: below.length > 0, again, ...place });
		spelled.add(id);
		if (!open) continue;
		above.add(id);
		frames.push({ owner: id, members: below, at: 0 });
	}
	return rows;
}

/** What must be open for a row of `id` to show: a way down from a root, itself left out. `null` where none leads there. */
export function wayTo(debate: Debate, id: Id): Set<Id> | null {
	const below = new Map<Id, Id | null>([[id, null]]);
	for (const at of below.keys()) {
		if (debate.get(at)?.kind !== 'evidence' && isRoot(debate, at)) return wayDown(below, at, id);
		for (const up of ownersOf(debate, at)) if (!below.has(up)) below.set(up, at);
	}
	return null;
}

function wayDown(below: ReadonlyMap<Id, Id | null>, from: Id, to: Id): Set<Id> {
	const way = new Set<Id>();
	for (let at: Id | null = from; at !== null && at !== to; at = below.get(at) ?? null) way.add(at);
	return way;
}

/** The items under which `id` has a row: what its inferences bear on, or for an undercut what the inference that it hits does. */
function ownersOf(debate: Debate, id: Id): Id[] {
	const item = debate.get(id);
	// Evidence for an inference has no row.
	if (item?.kind === 'evidence') return debate.get(item.target)?.kind === 'relation' ? [] : [item.target];
	return relationsFrom(debate, id).flatMap((relation) => {
		const seen = new Set<Id>();
		for (let at: Item | undefined = relation; at && !seen.has(at.id); at = debate.get(at.target)) {
			if (at.kind !== 'relation') return [at.id];
			if (at.target === null) return [];
			seen.add(at.id);
		}
		return [];
	});
}

interface Frame {
	readonly owner: Id | null;
	readonly members: readonly Member[];
	at: number;
}

/** What bears on a claim, an argument or a piece of evidence, each with what is joined to it and what undercuts it. */
function membersOf(debate: Debate, id: Id): Member[] {
	const on = relationsOn(debate, id);
	const members = [
		...on.filter((relation) => !isAgainst(relation)).flatMap((relation) => reason(debate, relation, 'for')),
		...on.filter(isAgainst).flatMap((relation) => reason(debate, relation, 'against'))
	];
	const answered = evidenceOn(debate, id).filter(
		(evidence) => debate.referrers(evidence.id, 'target').size > 0
	);
	return [...members, ...answered.map(({ id: own, bearing }) => ({ id: own, via: own, bearing }))];
}

function reason(debate: Debate, relation: Relation, bearing: 'for' | 'against' | 'undercut'): Member[] {
	const members: Member[] = [];
	const seen = new Set<Id>([relation.id]);
	const queue = [relation];
	for (let one = queue.shift(); one; one = queue.shift()) {
		const first = one === relation ? bearing : 'undercut';
		for (const [at, { id }] of one.premises.entries())
			// An inference that is a premise is shown by what it hits, not once more.
			if (debate.get(id)?.kind !== 'relation')
				members.push({
					id,
					via: at === 0 ? one.id : `${one.id}.${at}`,
					bearing: at === 0 ? first : 'joined'
				});
		for (const under of relationsOn(debate, one.id))
			if (!seen.has(under.id)) {
				seen.add(under.id);
				queue.push(under);
			}
	}
	return members;
}

function isAgainst({ sense }: Relation): boolean {
	return sense === 'attack' || sense === 'contrary' || sense === 'contradictory';
}
