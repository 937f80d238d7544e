import type { Entry } from './entries.ts';
import type { Forest } from './forest.ts';
import type { Node } from './node.ts';

/** What stands otherwise than before, or is new. */
export interface Changes {
	readonly nodes: Set<Node>;
	/** Other roots, or in another order. */
	areRoots: boolean;
}

/** Gives a node its place below `parent`, or among the roots. */
export function put(
	forest: Forest,
	node: Node,
	{ via, sense, part }: Entry,
	parent: Node | null,
	changes: Changes
): void {
	const isNew = node.place.form === null;
	if (isNew || node.parent !== parent) changes.nodes.add(node);
	const isAsBefore = node.via === via && node.sense === sense && node.part === part;
	if (parent && (node.parent !== parent || !isAsBefore)) changes.nodes.add(parent);
	if (node.via !== via) forest.forgetRelation(node);
	node.parent = parent;
	node.via = via;
	node.sense = sense;
	node.part = part;
	node.depth = parent ? parent.depth + 1 : 0;
	forest.add(node);
}

export function setChildren(head: Node, children: readonly Node[], { nodes }: Changes): void {
	if (isSame(head.children, children)) return;
	head.children = children;
	nodes.add(head);
}

export function setRoots(forest: Forest, roots: readonly Node[], changes: Changes): void {
	if (isSame(forest.roots, roots)) return;
	forest.roots = roots;
	changes.areRoots = true;
}

function isSame(a: readonly Node[], b: readonly Node[]): boolean {
	return a.length === b.length && a.every((node, at) => node === b[at]);
}
