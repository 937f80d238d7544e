import type { Debate } from '#lib/core/model/debate.ts';
import type { Group, Item } from '#lib/core/model/item.ts';
import { every } from '#lib/core/model/questions.ts';
import { isRaw, keyOf, type Raw } from './graph.ts';
import { partsIn } from './hold.ts';
import type { Part } from './parts.ts';

/** What an item carries of the file that it was read from. Nothing in it is trusted. */
export interface Carried {
	/** The id of its node; `''` where it never had one. */
	readonly id: string;
	/** Where its node stood. */
	readonly at: number;
	/** Which of the conclusions of its node it leads to; 0 for the first. */
	readonly twin: number;
	readonly node: Raw | null;
}

/** What `item` carries of the format `name` for itself. */
export function carriedBy(item: Item, name: string): Carried {
	const { id, at, twin, node } = tableOf(item, name);
	return {
		id: keyOf(id),
		at: typeof at === 'number' ? at : Infinity,
		twin: typeof twin === 'number' ? twin : 0,
		node: isRaw(node) ? node : null
	};
}

/** What all items carry of the rest of the file, in its order. */
export function partsCarried(debate: Debate, name: string): Part[] {
	const parts = [...debate.items()].flatMap((item) => partsIn(tableOf(item, name)));
	return parts.sort((a, b) => a.at - b.at);
}

/** Groups that only carry what was said beside the claims: nothing belongs to them. */
export function areOnlyCarriers(debate: Debate, name: string): boolean {
	return every(debate, 'group').every((group) => isCarrier(debate, group, name));
}

function isCarrier(debate: Debate, group: Group, name: string): boolean {
	const isEmpty = group.parent === null && debate.referrers(group.id, 'member').size === 0;
	return isEmpty && partsIn(tableOf(group, name)).length > 0;
}

function tableOf(item: Item, name: string): Raw {
	const table = Object.hasOwn(item.ext, name) ? item.ext[name] : undefined;
	return isRaw(table) ? table : {};
}
