import type { Id } from '#lib/core/model/item.ts';
import type { Link, Node } from './node.ts';

/** What of a debate is to be seen. */
export interface Shown {
	/** Cards whose branch is folded away. */
	readonly folded: ReadonlySet<Id>;
	/** Only this branch. */
	readonly root: Id | null;
	/** Only about so many nodes, those nearest to the roots. */
	readonly most: number;
}

/**
 * The hierarchy of a debate: every visible claim, argument and answered piece of evidence once, where it is first
 * met going level by level from the roots; everything else that ties them is a link.
 */
export class Forest {
	roots: readonly Node[] = [];
	/** How many of these are joints. */
	joints = 0;
	/** By the relation, what it leads from to its parent: its joint, if it has one. */
	readonly byRelation = new Map<Id, Node>();
	/** How many cards each folded card hides. */
	readonly hidden = new Map<Id, number>();
	/** Goes up when there are other links. */
	linking = 0;
	/** What was taken from its place last, to be put elsewhere or to be left out. */
	readonly loose = new Map<Id, Node>();
	/** What may be tied by links and was not, or the other way round. */
	readonly retied = new Set<Id>();
	/** Some claims of a circle that nothing outside leads to are roots. */
	hasCircleRoots = false;
	#nodes = new Map<Id, Node>();
	readonly #linksTo = new Map<Id, readonly Link[]>();
	readonly #countFrom = new Map<Id, number>();

	/** By the claim, the argument, the evidence or, for joints, the relation. */
	get nodes(): ReadonlyMap<Id, Node> {
		return this.#nodes;
	}

	/** What leads to a card or joint from elsewhere. */
	linksTo(head: Id): readonly Link[] {
		return this.#linksTo.get(head) ?? NONE;
	}

	/** Whether something leads from here to where it has no place. */
	hasLinksFrom(id: Id): boolean {
		return this.#countFrom.has(id);
	}

	/** Whether something leads to where it bears that has no place at all: a relation that is a premise. */
	get hasHiddenLinks(): boolean {
		for (const from of this.#countFrom.keys()) if (!this.#nodes.has(from)) return true;
		return false;
	}

	/** Whether links lead to it or from it, or would if their other end had a place. */
	isTied(id: Id): boolean {
		return this.#linksTo.has(id) || this.#countFrom.has(id);
	}

	setLinksTo(head: Id, links: readonly Link[]): void {
		const known = this.linksTo(head);
		if (known.length === links.length && known.every((link, at) => isSame(link, links[at]!))) return;
		this.linking++;
		this.retied.add(head);
		for (const { from } of known) this.#count(from, -1);
		for (const { from } of links) this.#count(from, 1);
		if (links.length > 0) this.#linksTo.set(head, links);
		else this.#linksTo.delete(head);
	}

	/** Empties the map; tells what was on it, and what was taken from it last. */
	clear(): ReadonlyMap<Id, Node> {
		const before = new Map([...this.loose, ...this.#nodes]);
		this.loose.clear();
		this.#nodes = new Map();
		this.joints = 0;
		this.hasCircleRoots = false;
		this.byRelation.clear();
		if (this.#linksTo.size > 0) this.linking++;
		for (const id of [...this.#linksTo.keys(), ...this.#countFrom.keys()]) this.retied.add(id);
		this.#linksTo.clear();
		this.#countFrom.clear();
		return before;
	}

	/** All links between what is on the map, always in the same order. */
	links(): Link[] {
		const found: { key: string; link: Link }[] = [];
		for (const links of this.#linksTo.values())
			for (const link of links)
				if (this.nodes.has(link.from)) found.push({ key: `${link.relation} ${link.from} ${link.to}`, link });
		found.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
		return found.filter(({ key }, at) => key !== found[at + 1]?.key).map(({ link }) => link);
	}

	/** Every node, level by level. */
	levels(): Node[] {
		const found = [...this.roots];
		for (let at = 0; at < found.length; at++) for (const child of found[at]!.children) found.push(child);
		return found;
	}

	/** Gives a node a place on the map; what leads from it to its parent is told by `via`. */
	add(node: Node): void {
		const known = this.#nodes.get(node.id);
		if (known?.kind === 'joint') this.joints--;
		if (node.kind === 'joint') this.joints++;
		this.#nodes.set(node.id, node);
		if (node.via !== null && node.part !== 'premise') this.byRelation.set(node.via, node);
	}

	/** Takes a node from the map. */
	take(node: Node): void {
		this.loose.set(node.id, node);
		if (this.#nodes.delete(node.id) && node.kind === 'joint') this.joints--;
		this.hidden.delete(node.id);
		this.setLinksTo(node.id, NONE);
		this.forgetRelation(node);
	}

	/** What leads from here to the parent leads there no more. */
	forgetRelation(node: Node): void {
		if (node.via !== null && this.byRelation.get(node.via) === node) this.byRelation.delete(node.via);
	}

	/** The same, each found when it is asked for. */
	*walk(): Generator<Node> {
		const found = [...this.roots];
		for (let at = 0; at < found.length; at++) {
			yield found[at]!;
			for (const child of found[at]!.children) found.push(child);
		}
	}

	#count(from: Id, by: number): void {
		this.retied.add(from);
		const count = (this.#countFrom.get(from) ?? 0) + by;
		if (count > 0) this.#countFrom.set(from, count);
		else this.#countFrom.delete(from);
	}
}

const NONE: readonly Link[] = [];

function isSame(a: Link, b: Link): boolean {
	return a.relation === b.relation && a.from === b.from && a.sense === b.sense && a.part === b.part;
}
