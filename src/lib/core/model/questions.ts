import type { Debate } from './debate.ts';
import type { Argument, Claim, Evidence, Group, Id, Item, Relation, Source } from './item.ts';
import { compare } from './order.ts';

/** The item with this id if it is a claim. */
export function claimOf(debate: Debate, id: Id): Claim | undefined {
	const item = debate.get(id);
	return item?.kind === 'claim' ? item : undefined;
}

/** The item with this id if it is a relation. */
export function relationOf(debate: Debate, id: Id): Relation | undefined {
	const item = debate.get(id);
	return item?.kind === 'relation' ? item : undefined;
}

/** The source of a piece of evidence, if it has one. */
export function sourceOf(debate: Debate, evidence: Evidence): Source | undefined {
	const item = evidence.source === null ? undefined : debate.get(evidence.source);
	return item?.kind === 'source' ? item : undefined;
}

/** Relations that bear on `id`, in the author's order. */
export function relationsOn(debate: Debate, id: Id): Relation[] {
	return placed(debate, debate.referrers(id, 'target'), 'relation');
}

/** Evidence for and against `id`, in the author's order. */
export function evidenceOn(debate: Debate, id: Id): Evidence[] {
	return placed(debate, debate.referrers(id, 'target'), 'evidence');
}

/** Relations in which `id` is a premise. */
export function relationsFrom(debate: Debate, id: Id): Relation[] {
	return placed(debate, debate.referrers(id, 'premise'), 'relation');
}

/** Evidence that cites the source `id`. */
export function evidenceCiting(debate: Debate, id: Id): Evidence[] {
	return placed(debate, debate.referrers(id, 'source'), 'evidence');
}

/** In how many relations `id` is a premise: "2 uses" on its card from two on. */
export function uses(debate: Debate, id: Id): number {
	return debate.referrers(id, 'premise').size;
}

/** Claims and arguments that are no premise of anything with a target: where a reader begins. In order. */
export function roots(debate: Debate): (Claim | Argument)[] {
	const found: (Claim | Argument)[] = [];
	for (const item of debate.items())
		if ((item.kind === 'claim' || item.kind === 'argument') && isRoot(debate, item.id)) found.push(item);
	return found.sort(byOrder);
}

/** Whether `id` is a premise of nothing that has a target. */
export function isRoot(debate: Debate, id: Id): boolean {
	for (const relation of debate.referrers(id, 'premise'))
		if (relationOf(debate, relation)?.target != null) return false;
	return true;
}

/** Claims that stand unsaid, in order of their words: the assumptions. */
export function assumptions(debate: Debate): Claim[] {
	return every(debate, 'claim')
		.filter((claim) => claim.unstated)
		.sort((a, b) => compare(a.text, b.text) || compare(a.id, b.id));
}

/** All items of one kind, in no order that means anything. */
export function every<K extends Item['kind']>(debate: Debate, kind: K): Extract<Item, { kind: K }>[] {
	const found: Extract<Item, { kind: K }>[] = [];
	for (const item of debate.items()) if (is(item, kind)) found.push(item);
	return found;
}

/** The author's order, ids deciding between equal keys, so that every replica agrees. */
export function byOrder(a: { order: string; id: Id }, b: { order: string; id: Id }): number {
	return compare(a.order, b.order) || compare(a.id, b.id);
}

function placed<K extends 'relation' | 'evidence' | 'group'>(
	debate: Debate,
	ids: ReadonlySet<Id>,
	kind: K
): Extract<Relation | Evidence | Group, { kind: K }>[] {
	const found: Extract<Relation | Evidence | Group, { kind: K }>[] = [];
	if (ids.size === 0) return found;
	for (const id of ids) {
		const item = debate.get(id);
		if (item && is(item, kind)) found.push(item as Extract<Relation | Evidence | Group, { kind: K }>);
	}
	return found.length > 1 ? found.sort(byOrder) : found;
}

function is<K extends Item['kind']>(item: Item, kind: K): item is Extract<Item, { kind: K }> {
	return item.kind === kind;
}
