import { OPEN } from '../label.ts';
import type { Stop } from './answer.ts';
import { Search, type Ground } from './search.ts';

/** The strongly connected components of some open units, each after those that lead to it. */
export function stages({ graph, label, components }: Ground, members: Int32Array): Int32Array[] {
	const found: Int32Array[] = [];
	const isOpen = (link: number) => label[graph.from[link]!] === OPEN;
	components.each(members, isOpen, (units, start, end) => found.push(units.slice(start, end).sort()));
	return found;
}

/**
 * One preferred position of a dispute, component by component: what is decided first stays as it is, and each
 * component takes a largest position on top of it. Such a position of the whole always exists. Labels are those of
 * the whole graph; `null` when the time ran out.
 */
export function onePreferred(ground: Ground, members: Int32Array, stop: Stop): Uint8Array | null {
	const label = ground.label.slice();
	const follow = { ...ground, label };
	for (const stage of stages(ground, members)) {
		const search = new Search(follow, stage, false);
		if (search.next([], stop) !== 'yes') return null;
		for (const [at, own] of search.labels().entries()) label[stage[at]!] = own;
	}
	return label;
}
