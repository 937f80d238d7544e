import type { Debate } from './debate.ts';
import type { Id } from './item.ts';
import { relationsFrom } from './questions.ts';

/**
 * The circles of reasons: each a set of claims, arguments, evidence and relations of which every one bears on
 * every other. Tarjan's strongly connected components (1972), iterative, so that depth is no bound.
 */
export function loops(debate: Debate): ReadonlySet<Id>[] {
	const found: Set<Id>[] = [];
	const seen = new Map<Id, Visit>();
	const open: Visit[] = [];
	for (const { id } of debate.items()) if (!seen.has(id)) explore(debate, id, seen, open, found);
	return found;
}

interface Visit {
	readonly id: Id;
	readonly index: number;
	low: number;
	isOpen: boolean;
	readonly next: Iterator<Id>;
}

function explore(debate: Debate, start: Id, seen: Map<Id, Visit>, open: Visit[], found: Set<Id>[]): void {
	const path = [visit(debate, start, seen, open)];
	for (let top = path.at(-1); top; top = path.at(-1)) {
		const { value: to, done } = top.next.next();
		if (!done) {
			const known = seen.get(to);
			if (!known) path.push(visit(debate, to, seen, open));
			else if (known.isOpen) top.low = Math.min(top.low, known.index);
			continue;
		}
		path.pop();
		const below = path.at(-1);
		if (below) below.low = Math.min(below.low, top.low);
		if (top.low === top.index) close(top, open, found);
	}
}

function visit(debate: Debate, id: Id, seen: Map<Id, Visit>, open: Visit[]): Visit {
	const made = { id, index: seen.size, low: seen.size, isOpen: true, next: bearsOn(debate, id) };
	seen.set(id, made);
	open.push(made);
	return made;
}

function close(root: Visit, open: Visit[], found: Set<Id>[]): void {
	const component = new Set<Id>();
	for (let member = open.pop()!; ; member = open.pop()!) {
		member.isOpen = false;
		component.add(member.id);
		if (member === root) break;
	}
	if (component.size > 1) found.push(component);
}

/** One step up: from a claim to the relations that it is a premise of, from a relation or evidence to its target. */
function* bearsOn(debate: Debate, id: Id): Generator<Id> {
	const item = debate.get(id);
	if ((item?.kind === 'relation' || item?.kind === 'evidence') && item.target !== null) yield item.target;
	for (const relation of relationsFrom(debate, id)) yield relation.id;
}
