import type { Debate } from '#lib/core/model/debate.ts';
import type { Id } from '#lib/core/model/item.ts';
import { byOrder } from '#lib/core/model/questions.ts';
import type { Bearing, Bearings, Lead } from './bearings.ts';
import type { Part, Sense } from './types.ts';

/** A card or a joint in its place in the hierarchy that the layout is made of. */
export interface Node {
	/** Its place in `Forest.nodes`. */
	readonly index: number;
	readonly id: Id;
	readonly kind: 'card' | 'joint';
	readonly parent: Node | null;
	/** What leads from here to the parent: a relation or, for answered evidence, the evidence itself. */
	readonly via: Id | null;
	readonly sense: Sense;
	readonly part: Part;
	readonly children: Node[];
	readonly depth: number;
}

/** A line between two that stand in different places: a second use of a claim, or the way back of a circle. */
export interface Link {
	readonly relation: Id;
	readonly sense: Sense;
	readonly part: Part;
	readonly from: Id;
	readonly to: Id;
}

export interface Forest {
	readonly roots: readonly Node[];
	/** Every node once, each after its parent. */
	readonly nodes: readonly Node[];
	readonly byId: ReadonlyMap<Id, Node>;
	readonly links: readonly Link[];
	/** How many cards each folded card hides. */
	readonly hidden: ReadonlyMap<Id, number>;
}

/**
 * The hierarchy of a debate: every visible claim, argument and answered piece of evidence once, where it is first
 * met going level by level from the roots; everything else that ties them is a link.
 */
export function forestOf(debate: Debate, bearings: Bearings, shown: Shown): Forest {
	const grower = new Grower(debate, bearings, shown);
	for (const id of shown.root === null ? bearings.roots() : [shown.root]) grower.root(id);
	grower.grow();
	if (shown.root === null && !grower.isFull) grower.rootCircles();
	return grower.forest();
}

/** What of a debate is to be seen. */
export interface Shown {
	readonly folded: ReadonlySet<Id>;
	/** Only this branch. */
	readonly root: Id | null;
	/** Only about so many nodes, those nearest to the roots. */
	readonly most: number;
}

class Grower {
	readonly #debate: Debate;
	readonly #bearings: Bearings;
	readonly #shown: Shown;
	readonly #roots: Node[] = [];
	readonly #nodes: Node[] = [];
	readonly #links: Link[] = [];
	readonly #placed = new Map<Id, Node>();
	/** How many claims and arguments have their place. */
	#standing = 0;
	#next = 0;

	constructor(debate: Debate, bearings: Bearings, shown: Shown) {
		this.#debate = debate;
		this.#bearings = bearings;
		this.#shown = shown;
	}

	get isFull(): boolean {
		return this.#nodes.length >= this.#shown.most;
	}

	forest(): Forest {
		const links = new Map<string, Link>();
		for (const link of this.#links)
			if (this.#placed.has(link.from) && this.#placed.has(link.to) && !this.#isLine(link))
				links.set(`${link.relation} ${link.from} ${link.to}`, link);
		const hidden = new Map<Id, number>();
		for (const id of this.#shown.folded)
			if (this.#placed.get(id)?.kind === 'card') hidden.set(id, this.#below(id, this.#placed).size);
		return {
			roots: this.#roots,
			nodes: this.#nodes,
			byId: this.#placed,
			links: [...links.values()],
			hidden
		};
	}

	/** A premise that is named twice has one line only. */
	#isLine({ relation, from, to }: Link): boolean {
		const node = this.#placed.get(from)!;
		return node.via === relation && node.parent?.id === to;
	}

	root(id: Id): void {
		if (this.#placed.has(id) || !this.#debate.has(id)) return;
		this.#roots.push(this.#put(id, 'card', null, null, 'support', 'stem'));
		this.#standing++;
	}

	/** Level by level, so that a claim used twice stands where it is nearest to a root. */
	grow(): void {
		for (; this.#next < this.#nodes.length && !this.isFull; this.#next++) {
			const node = this.#nodes[this.#next]!;
			if (node.kind === 'joint')
				for (const lead of this.#bearings.into(node.id))
					this.#lead(lead, node, node.id, node.sense, 'premise');
			else if (this.#shown.folded.has(node.id)) continue;
			for (const bearing of this.#bearings.on(node.id)) this.#reason(node, bearing);
		}
	}

	/** Claims of a circle that nothing outside leads to: the first of each becomes a root. */
	rootCircles(): void {
		const { claim, argument } = this.#debate.count;
		if (this.#standing === claim + argument) return;
		const seen = new Set(this.#placed.keys());
		for (const id of this.#shown.folded)
			if (this.#placed.has(id)) for (const below of this.#below(id, NOBODY)) seen.add(below);
		const left: { id: Id; order: string }[] = [];
		for (const item of this.#debate.items())
			if ((item.kind === 'claim' || item.kind === 'argument') && !seen.has(item.id)) left.push(item);
		for (const { id } of left.sort(byOrder)) {
			if (seen.has(id)) continue;
			this.root(id);
			this.grow();
			for (const placed of this.#placed.keys()) seen.add(placed);
			if (this.#shown.folded.has(id)) for (const below of this.#below(id, NOBODY)) seen.add(below);
		}
	}

	#put(id: Id, kind: Node['kind'], parent: Node | null, via: Id | null, sense: Sense, part: Part): Node {
		const depth = parent ? parent.depth + 1 : 0;
		const node = { index: this.#nodes.length, id, kind, parent, via, sense, part, children: [], depth };
		parent?.children.push(node);
		this.#nodes.push(node);
		this.#placed.set(id, node);
		return node;
	}

	#reason(node: Node, { id, sense: look, isEvidence, isJointed, premises }: Bearing): void {
		const isUndercut = node.kind === 'joint';
		const sense = isUndercut && look === 'attack' ? 'undercut' : look;
		const part = isUndercut ? 'undercut' : 'stem';
		if (!isEvidence && !isJointed) {
			if (premises[0]) this.#lead(premises[0], node, id, sense, part);
		} else if (this.#placed.has(id)) this.#link(id, sense, part, id, node.id);
		else this.#put(id, isEvidence ? 'card' : 'joint', node, id, sense, part);
	}

	/** From a premise to where it bears: as a child, or as a link where it stands elsewhere already. */
	#lead({ id, kind }: Lead, to: Node, relation: Id, sense: Sense, part: Part): void {
		if (this.isFull) return;
		if (kind === 'relation' || this.#placed.has(id)) this.#link(relation, sense, part, id, to.id);
		else {
			this.#put(id, 'card', to, relation, sense, part);
			if (kind === 'standing') this.#standing++;
		}
	}

	#link(relation: Id, sense: Sense, part: Part, from: Id, to: Id): void {
		this.#links.push({ relation, sense, part, from, to });
	}

	/** The cards that hang below `id`, those of `shown` left out. */
	#below(id: Id, shown: ReadonlyMap<Id, unknown>): Set<Id> {
		const found = new Set<Id>();
		const queue = [id];
		const seen = new Set(queue);
		for (let top = queue.pop(); top !== undefined; top = queue.pop()) {
			const next = this.#bearings
				.on(top)
				.flatMap((bearing) => [bearing.id, ...bearing.premises.map((one) => one.id)]);
			for (const below of next) {
				if (seen.has(below)) continue;
				seen.add(below);
				const isRelation = this.#debate.get(below)?.kind === 'relation';
				if (!isRelation && shown.has(below)) continue;
				if (!isRelation) found.add(below);
				queue.push(below);
			}
		}
		return found;
	}
}

const NOBODY: ReadonlyMap<Id, unknown> = new Map();
