import { references } from '../model/debate.ts';
import type { Argument, Id, Item, Relation } from '../model/item.ts';
import type { Step } from './step.ts';

/**
 * Steps that add all `items`, in an order in which nothing dangles: for imports, copies and pasted branches. An
 * argument gets its steps last, since they may bear on it; relations that hit each other in a circle are added
 * bare and completed afterwards. References to what is neither among the items nor in the debate are refused by
 * `apply`, not here.
 */
export function plant(items: readonly Item[]): Step[] {
	const byId = new Map(items.map((item) => [item.id, item]));
	const waiting = new Map<Id, number>();
	const dependents = new Map<Id, Id[]>();
	for (const item of items) {
		const needs = new Set(needed(item).filter((id) => byId.has(id)));
		waiting.set(item.id, needs.size);
		for (const id of needs) {
			const known = dependents.get(id);
			if (known) known.push(item.id);
			else dependents.set(id, [item.id]);
		}
	}
	const added: Step[] = [];
	const completed: Step[] = [];
	const ready = items.filter(({ id }) => waiting.get(id) === 0).map(({ id }) => id);
	const knotted = new Set(items.map(({ id }) => id));
	const settle = () => {
		for (let at = 0; at < ready.length; at++) {
			const id = ready[at]!;
			knotted.delete(id);
			const item = byId.get(id)!;
			added.push({ do: 'add', item: bare(item) });
			if (item.kind === 'argument' && item.steps.length > 0) completed.push(spellOut(item));
			for (const dependent of dependents.get(id) ?? []) {
				const left = waiting.get(dependent)! - 1;
				waiting.set(dependent, left);
				if (left === 0 && knotted.has(dependent)) ready.push(dependent);
			}
		}
		ready.length = 0;
	};
	settle();
	for (const id of [...knotted]) {
		const item = byId.get(id)!;
		if (!knotted.has(id) || item.kind !== 'relation') continue;
		completed.push(complete(item));
		byId.set(id, { ...item, premises: [], target: null });
		ready.push(id);
		settle();
	}
	return [...added, ...completed];
}

/** What must be there before `item` can be added: everything but the steps of an argument. */
function needed(item: Item): Id[] {
	return references(item)
		.filter(({ role }) => role !== 'step')
		.map(({ id }) => id);
}

function bare(item: Item): Item {
	return item.kind === 'argument' && item.steps.length > 0 ? { ...item, steps: [] } : item;
}

function spellOut({ id, steps }: Argument): Step {
	return { do: 'set', kind: 'argument', id, to: { steps } };
}

function complete({ id, premises, target }: Relation): Step {
	return { do: 'set', kind: 'relation', id, to: { premises, target } };
}
