import { references, type Debate } from '../model/debate.ts';
import type { Id, Item, Relation } from '../model/item.ts';
import { premise, relation } from '../model/make.ts';
import { after } from '../model/order.ts';
import { evidenceOn, relationsOn, roots } from '../model/questions.ts';
import { orderOn } from './addReason.ts';
import { fillIn, twins } from './cite.ts';
import { plant } from './plant.ts';
import type { Step } from './step.ts';

/**
 * The items with all that bears on them, directly or not: reasons, objections, undercuts, evidence, and the sources
 * that it cites. Each once, an item before what bears on it; what the items themselves bear on is not part of it.
 */
export function branch(debate: Debate, ids: readonly Id[]): Item[] {
	const found = new Map<Id, Item>();
	const queue = [...ids];
	for (let at = 0; at < queue.length; at++) {
		const id = queue[at]!;
		const item = debate.get(id);
		if (!item || found.has(id)) continue;
		found.set(id, item);
		if (item.kind === 'relation') queue.push(...item.premises.map((one) => one.id));
		if (item.kind === 'evidence' && item.source !== null) queue.push(item.source);
		if (item.kind === 'argument') queue.push(...item.steps);
		queue.push(...evidenceOn(debate, id).map((one) => one.id));
		queue.push(...relationsOn(debate, id).map((one) => one.id));
	}
	return [...found.values()];
}

export interface Graft {
	/** What the tops of the branch shall bear on; `null` makes them stand by themselves. */
	readonly target: Id | null;
	readonly sense: 'support' | 'attack';
	/** Makes a new id for each item. */
	readonly newId: () => Id;
}

/**
 * Adds copies of `items` under new ids. Their tops, the claims and arguments that are no premise among them,
 * become separate reasons for or against `target`. References to what is not among the items are dropped; a
 * relation or piece of evidence that loses its target that way is left out. A work that the debate has an entry for
 * is cited, not entered twice; what that entry leaves open is filled in.
 */
export function graft(debate: Debate, items: readonly Item[], { target, sense, newId }: Graft): Step[] {
	const cited = twins(debate, items);
	const names = new Map(complete(items).map(({ id }) => [id, cited.get(id) ?? newId()]));
	const copied = items.filter(({ id }) => names.has(id) && !cited.has(id));
	const filled = items.flatMap((item) =>
		item.kind === 'source' && cited.has(item.id) ? fillIn(debate, cited.get(item.id)!, item) : []
	);
	const copies = copied.map((item) => renamed(item, names));
	const used = new Set(copies.flatMap((item) => (item.kind === 'relation' ? premiseIds(item) : [])));
	const tops = copies.filter((item) => canBear(item) && !used.has(item.id));
	if (target === null) {
		const orders = after(roots(debate).at(-1)?.order ?? null, tops.length);
		const order = new Map(tops.map(({ id }, index) => [id, orders[index]!]));
		const placed = copies.map((item) => (order.has(item.id) ? at(item, order.get(item.id)!) : item));
		return [...plant(placed), ...filled];
	}
	const orders = [orderOn(debate, target)];
	orders.push(...after(orders[0]!, Math.max(tops.length - 1, 0)));
	const links = tops.map(({ id }, index) =>
		relation({ id: newId(), sense, premises: [premise(id)], target, order: orders[index]! })
	);
	return [...plant([...copies, ...links]), ...filled];
}

/** Whether an item of a branch can be a reason by itself: an argument that is spelled out is so through its steps. */
function canBear(item: Item): boolean {
	return item.kind === 'claim' || (item.kind === 'argument' && item.steps.length === 0);
}

/** The items without those whose target, or all of whose premises, are missing: what hangs on these goes too. */
function complete(items: readonly Item[]): Item[] {
	const known = new Set(items.map(({ id }) => id));
	for (let before = -1; before !== known.size;) {
		before = known.size;
		for (const item of items) if (!stands(item, known)) known.delete(item.id);
	}
	return items.filter(({ id }) => known.has(id));
}

function stands(item: Item, known: ReadonlySet<Id>): boolean {
	if (item.kind === 'evidence') return known.has(item.target);
	if (item.kind !== 'relation') return true;
	const isHeld = item.premises.length === 0 || item.premises.some(({ id }) => known.has(id));
	return isHeld && (item.target === null || known.has(item.target));
}

function renamed(item: Item, names: ReadonlyMap<Id, Id>): Item {
	const id = names.get(item.id)!;
	const optional = (other: Id | null) => (other === null ? null : (names.get(other) ?? null));
	switch (item.kind) {
		case 'claim':
			return { ...item, id, pin: null, group: optional(item.group) };
		case 'argument': {
			const steps = item.steps.flatMap((step) => names.get(step) ?? []);
			return { ...item, id, pin: null, group: optional(item.group), steps };
		}
		case 'relation': {
			const premises = item.premises.flatMap((one) => {
				const name = names.get(one.id);
				return name === undefined ? [] : [{ ...one, id: name }];
			});
			return { ...item, id, premises, target: optional(item.target) };
		}
		case 'evidence':
			return { ...item, id, target: names.get(item.target)!, source: optional(item.source) };
		case 'source':
			return { ...item, id };
		case 'group':
			return { ...item, id, parent: optional(item.parent) };
	}
}

function premiseIds(relation: Relation): Id[] {
	return references(relation)
		.filter(({ role }) => role === 'premise')
		.map(({ id }) => id);
}

function at(item: Item, order: string): Item {
	return item.kind === 'source' ? item : { ...item, order };
}
