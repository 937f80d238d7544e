import { references, type Debate } from '../model/debate.ts';
import type { Id, Item } from '../model/item.ts';
import type { Step } from './step.ts';

const REFERRING = ['target', 'premise', 'source', 'step', 'member'] as const;

/**
 * Takes items away with everything that only they held up: relations and evidence on them, and claims that were
 * reasons for nothing else. What is used elsewhere stays. Always possible, whatever bears on them.
 */
export function withdraw(debate: Debate, ids: readonly Id[]): Step[] {
	return removal(debate, ids);
}

/** The items that `withdraw` would take away, the named ones included. For the notice of what goes. */
export function departing(debate: Debate, ids: readonly Id[]): Item[] {
	return [...collect(debate, ids).gone].map((id) => debate.get(id)!);
}

/**
 * Steps that mend what stays and remove what goes, in an order in which nothing ever dangles. Claims in `keep`
 * stay even if nothing holds them up any more.
 */
export function removal(debate: Debate, ids: readonly Id[], keep: readonly Id[] = []): Step[] {
	const { gone, mended } = collect(debate, ids, keep);
	const mending = [...mended.values()].filter(({ id }) => !gone.has(id)).map((item) => mend(debate, item));
	const first = referrersFirst(gone, (id) => targets(debate, id));
	const knotted = new Set([...gone].filter((id) => !first.includes(id)));
	const isCut = (id: Id) => knotted.has(id) && debate.get(id)?.kind === 'relation';
	const cuts = [...knotted].filter(isCut).map(cut);
	const rest = referrersFirst(knotted, (id) => (isCut(id) ? [] : targets(debate, id)));
	return [...mending, ...first.map(remove), ...cuts, ...rest.map(remove)];
}

/** The `ids` so ordered that each comes after all that refer to it; those in a circle of references are left out. */
function referrersFirst(ids: ReadonlySet<Id>, targets: (id: Id) => readonly Id[]): Id[] {
	const waiting = new Map<Id, number>();
	for (const id of ids) for (const to of targets(id)) waiting.set(to, (waiting.get(to) ?? 0) + 1);
	const free = [...ids].filter((id) => !waiting.has(id));
	for (let at = 0; at < free.length; at++)
		for (const to of targets(free[at]!)) {
			const left = waiting.get(to)! - 1;
			waiting.set(to, left);
			if (left === 0 && ids.has(to)) free.push(to);
		}
	return free;
}

function remove(id: Id): Step {
	return { do: 'remove', id };
}

/** Relations on relations can hit each other in a circle: such a one lets go of everything before it goes. */
function cut(id: Id): Step {
	return { do: 'set', kind: 'relation', id, to: { premises: [], target: null } };
}

interface Removal {
	readonly gone: Set<Id>;
	/** Items that stay but lose a reference, as they will be. */
	readonly mended: Map<Id, Item>;
}

function collect(debate: Debate, ids: readonly Id[], keep: readonly Id[] = []): Removal {
	const gone = new Set<Id>();
	const mended = new Map<Id, Item>();
	const queue = ids.filter((id) => debate.has(id));
	const kept = above(debate, queue);
	for (const id of keep) kept.add(id);
	for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
		if (gone.has(id)) continue;
		gone.add(id);
		for (const role of REFERRING)
			for (const referrer of debate.referrers(id, role)) {
				const without = withoutReference(mended.get(referrer) ?? debate.get(referrer)!, id);
				if (without) mended.set(referrer, without);
				else queue.push(referrer);
			}
		for (const orphan of orphans(debate, id, gone)) if (!kept.has(orphan)) queue.push(orphan);
	}
	return { gone, mended };
}

/** What the items bear on, directly or not: in a circle of reasons that is not their branch. */
function above(debate: Debate, ids: readonly Id[]): Set<Id> {
	const found = new Set<Id>();
	const queue = [...ids];
	for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
		const item = debate.get(id)!;
		const up = [...debate.referrers(id, 'premise')];
		if (item.kind === 'relation' && item.target !== null) up.push(item.target);
		for (const next of up)
			if (!found.has(next)) {
				found.add(next);
				queue.push(next);
			}
	}
	return found;
}

/** `item` without its reference to `id`; `null` where it cannot be without. */
function withoutReference(item: Item, id: Id): Item | null {
	switch (item.kind) {
		case 'relation': {
			const premises = item.premises.filter((premise) => premise.id !== id);
			return item.target === id || premises.length === 0 ? null : { ...item, premises };
		}
		case 'evidence':
			return item.target === id ? null : { ...item, source: null };
		case 'argument':
			return {
				...item,
				steps: item.steps.filter((step) => step !== id),
				group: item.group === id ? null : item.group
			};
		case 'claim':
			return { ...item, group: null };
		case 'group':
			return { ...item, parent: null };
		case 'source':
			return item;
	}
}

/** The premises of a relation that goes, if they were a reason for nothing else and no argument spells them out. */
function orphans(debate: Debate, id: Id, gone: ReadonlySet<Id>): Id[] {
	const item = debate.get(id)!;
	if (item.kind !== 'relation') return [];
	return item.premises
		.map((premise) => premise.id)
		.filter((premise) => [...debate.referrers(premise, 'premise')].every((use) => gone.has(use)));
}

function mend(debate: Debate, item: Item): Step {
	const before: Readonly<Record<string, unknown>> = { ...debate.get(item.id)! };
	const changed = Object.entries(item).filter(([key, value]) => before[key] !== value);
	return { do: 'set', kind: item.kind, id: item.id, to: Object.fromEntries(changed) } as Step;
}

function targets(debate: Debate, id: Id): Id[] {
	return [...new Set(references(debate.get(id)!).map((reference) => reference.id))];
}
