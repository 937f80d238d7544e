import type { About } from '#lib/core/model/debate.ts';
import { LIMITS } from '#lib/core/model/decodeItem.ts';
import type { Id } from '#lib/core/model/item.ts';
import type { Draft } from '../draft.ts';
import type { Native } from '../format.ts';
import type { Graph, Node, PlaceOf } from './graph.ts';

/** A conclusion more than these is left out. */
const CONCLUSIONS = 1000;

/** What is known of a document beside its nodes and edges. */
export interface Beside {
	readonly draft: Draft;
	readonly about: Partial<About>;
	readonly native: Native;
	readonly placeOf: PlaceOf;
}

/** What comes of a node: a claim, or a relation for each of its targets. */
export interface Plan {
	readonly node: Node;
	readonly ids: readonly Id[];
	readonly targets: readonly (Id | null)[];
	readonly premises: readonly Id[];
}

/** What each node that is a claim or an inference becomes. A premise leads to its inference, that to its target. */
export function plansIn({ nodes, edges }: Graph, draft: Draft): Map<string, Plan> {
	const premises = new Map<string, string[]>();
	const targets = new Map<string, string[]>();
	for (const { from, to } of edges) {
		const [source, target] = [nodes.get(from)!.meaning.is, nodes.get(to)!.meaning.is];
		if (from === to) draft.warn('loop', `Node “${from}” leads to itself; that edge is kept, but not shown.`);
		else if (source === 'relation' && target !== 'other') add(targets, from, to);
		else if (source === 'claim' && target === 'relation') add(premises, to, from);
		else if (source === 'claim' && target === 'claim')
			draft.warn('no-inference', `“${from}” leads to “${to}” without an inference; kept, but not shown.`);
	}
	const ids = new Map<string, Id[]>();
	for (const { key, meaning } of nodes.values()) {
		if (meaning.is === 'other') continue;
		const count = targets.get(key)?.length ?? 1;
		if (count > CONCLUSIONS)
			draft.warn(
				'too-many',
				`Node “${key}” has more than ${CONCLUSIONS} conclusions; the rest were left out.`
			);
		const made = [draft.id(key)];
		for (let nth = 1; nth < Math.min(count, CONCLUSIONS); nth++) made.push(draft.id(`${key}-${nth}`));
		ids.set(key, made);
	}
	const first = (key: string): Id => ids.get(key)![0]!;
	const plans = new Map<string, Plan>();
	for (const [key, made] of ids)
		plans.set(key, {
			node: nodes.get(key)!,
			ids: made,
			targets: targets.get(key)?.slice(0, CONCLUSIONS).map(first) ?? [null],
			premises: (premises.get(key) ?? []).slice(0, LIMITS.premises + 1).map(first)
		});
	return plans;
}

/** Puts `entry` at the end of the list under `key`. */
export function add(lists: Map<string, string[]>, key: string, entry: string): void {
	const known = lists.get(key);
	if (known) known.push(entry);
	else lists.set(key, [entry]);
}
