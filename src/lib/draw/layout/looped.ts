import type { Debate } from '#lib/core/model/debate.ts';
import type { Id } from '#lib/core/model/item.ts';
import { loops } from '#lib/core/model/loops.ts';
import type { Forest, Node } from './forest.ts';

/** Above so many steps it is cheaper to look at everything. */
const PATIENCE = 20_000;

/** In which circle of reasons an item is, if in any. Only a link, or what a fold hides, can close one. */
export function loopsIn(debate: Debate, forest: Forest, folded: ReadonlySet<Id>): ReadonlyMap<Id, number> {
	const found = new Map<Id, number>();
	if (folded.size === 0 && !closes(forest)) return found;
	for (const [at, loop] of loops(debate).entries()) for (const id of loop) found.set(id, at);
	return found;
}

/** Whether some link leads back to where it came from. Each is followed upwards from where it ends. */
function closes({ links, byId }: Forest): boolean {
	const ways = new Map<Node, Node[]>();
	const ends = links.map(({ from, to }) => ({ from: byId.get(from)!, to: byId.get(to)! }));
	for (const { from, to } of ends) {
		const known = ways.get(from);
		if (known) known.push(to);
		else ways.set(from, [to]);
	}
	let steps = 0;
	for (const { from, to } of ends) {
		const seen = new Set([to]);
		const queue = [to];
		for (let top = queue.pop(); top; top = queue.pop()) {
			if (top === from || ++steps > PATIENCE) return true;
			for (const next of [top.parent, ...(ways.get(top) ?? [])]) {
				if (!next || seen.has(next)) continue;
				seen.add(next);
				queue.push(next);
			}
		}
	}
	return false;
}
