import type { Debate } from '../model/debate.ts';
import type { Patch } from '../model/decodeItem.ts';
import type { Id, Kind } from '../model/item.ts';
import { equal } from './apply.ts';
import type { SetStep, Step } from './step.ts';

/** Changes some fields of one item. No step where nothing would change or the item is of another kind. */
export function amend<K extends Kind>(debate: Debate, kind: K, id: Id, to: Patch[K]): Step[] {
	const item = debate.get(id);
	if (item?.kind !== kind) return [];
	const table: Readonly<Record<string, unknown>> = { ...item };
	const changed = Object.entries(to).filter(([key, value]) => !equal(value, table[key]));
	if (changed.length === 0) return [];
	return [{ do: 'set', kind, id, to: Object.fromEntries(changed) } as unknown as SetStep];
}

/** Gives a claim other words. Blank words are no change: a claim says something or is withdrawn. */
export function reword(debate: Debate, id: Id, text: string): Step[] {
	return text.trim() === '' ? [] : amend(debate, 'claim', id, { text });
}

/** Gives the debate another title or summary. */
export function describe(debate: Debate, to: { title?: string; summary?: string }): Step[] {
	return equal({ ...debate.about, ...to }, debate.about) ? [] : [{ do: 'describe', to }];
}
