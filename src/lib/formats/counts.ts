import type { Item, Sense } from '#lib/core/model/item.ts';

/** What a reading holds, in numbers. */
export interface Counts {
	readonly claims: number;
	readonly arguments: number;
	/** By sense; undercuts are counted by themselves. */
	readonly relations: Readonly<Partial<Record<Sense, number>>>;
	readonly undercuts: number;
	readonly evidence: number;
	readonly sources: number;
	readonly groups: number;
}

/** Counts items. An undercut is an attack on a relation. */
export function countsOf(items: readonly Item[]): Counts {
	const isRelation = new Set(items.flatMap((item) => (item.kind === 'relation' ? [item.id] : [])));
	const relations: Partial<Record<Sense, number>> = {};
	let undercuts = 0;
	for (const item of items) {
		if (item.kind !== 'relation') continue;
		const isUndercut = item.sense === 'attack' && item.target !== null && isRelation.has(item.target);
		if (isUndercut) undercuts++;
		else relations[item.sense] = (relations[item.sense] ?? 0) + 1;
	}
	const of = (kind: Item['kind']): number => items.filter((item) => item.kind === kind).length;
	return {
		claims: of('claim'),
		arguments: of('argument'),
		relations,
		undercuts,
		evidence: of('evidence'),
		sources: of('source'),
		groups: of('group')
	};
}
