import type { Id } from '#lib/core/model/item.ts';
import type { Part, Sense } from '../layout/types.ts';
import { Place } from '../layout/place.ts';

/**
 * A card or a joint in the hierarchy that a map is made of. It stays the same object from one edit to the next, so
 * that whatever is known of it and of the branch below it need not be found out again.
 */
export class Node {
	readonly id: Id;
	readonly kind: 'card' | 'joint';
	parent: Node | null = null;
	/** What leads from here to the parent: a relation or, for answered evidence, the evidence itself. */
	via: Id | null = null;
	sense: Sense = 'support';
	part: Part = 'stem';
	/** How far below its root. */
	depth = 0;
	children: readonly Node[] = [];
	/** How it and its branch lie: what the layout knows of it. */
	readonly place = new Place();

	constructor(id: Id, kind: Node['kind']) {
		this.id = id;
		this.kind = kind;
	}
}

/** A line between two that stand in different places: a second use of a claim, or the way back of a circle. */
export interface Link {
	readonly relation: Id;
	readonly sense: Sense;
	readonly part: Part;
	readonly from: Id;
	readonly to: Id;
}

/** All of a branch, each after its parent. */
export function branchOf(top: Node): Node[] {
	const found = [top];
	for (let at = 0; at < found.length; at++) for (const child of found[at]!.children) found.push(child);
	return found;
}
