import type { Debate } from '#lib/core/model/debate.ts';
import { isReferred } from '#lib/core/model/debate.ts';
import type { Id, Item, Relation } from '#lib/core/model/item.ts';
import { byOrder, evidenceOn, relationsOn, roots } from '#lib/core/model/questions.ts';
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
 * met going level by level from the roots; everything else that ties them is a link. With `start` only that branch;
 * with `most` only so many nodes, those nearest to the roots.
 */
export function forestOf(
	debate: Debate,
	folded: ReadonlySet<Id>,
	start: Id | null = null,
	most = Infinity
): Forest {
	const grower = new Grower(debate, folded, most);
	const begin = start === null ? roots(debate).map(({ id }) => id) : [start];
	for (const id of begin) grower.root(id);
	grower.grow();
	if (start === null && !grower.isFull) grower.rootCircles();
	return grower.forest();
}

class Grower {
	readonly #debate: Debate;
	readonly #folded: ReadonlySet<Id>;
	readonly #roots: Node[] = [];
	readonly #nodes: Node[] = [];
	readonly #links: Link[] = [];
	readonly #placed = new Map<Id, Node>();
	readonly #most: number;
	#next = 0;

	constructor(debate: Debate, folded: ReadonlySet<Id>, most: number) {
		this.#debate = debate;
		this.#folded = folded;
		this.#most = most;
	}

	get isFull(): boolean {
		return this.#nodes.length >= this.#most;
	}

	forest(): Forest {
		const links = new Map<string, Link>();
		for (const link of this.#links)
			if (this.#placed.has(link.from) && this.#placed.has(link.to) && !this.#isLine(link))
				links.set(`${link.relation} ${link.from} ${link.to}`, link);
		const hidden = new Map<Id, number>();
		for (const { id, kind } of this.#nodes)
			if (kind === 'card' && this.#folded.has(id)) hidden.set(id, this.#below(id, this.#placed).size);
		return { roots: this.#roots, nodes: this.#nodes, byId: this.#placed, links: [...links.values()], hidden };
	}

	/** A premise that is named twice has one line only. */
	#isLine({ relation, from, to }: Link): boolean {
		const node = this.#placed.get(from)!;
		return node.via === relation && node.parent?.id === to;
	}

	root(id: Id): void {
		if (this.#placed.has(id) || !this.#debate.has(id)) return;
		this.#roots.push(this.#put(id, 'card', null, null, 'support', 'stem'));
	}

	/** Level by level, so that a claim used twice stands where it is nearest to a root. */
	grow(): void {
		for (; this.#next < this.#nodes.length && !this.isFull; this.#next++) {
			const node = this.#nodes[this.#next]!;
			if (node.kind === 'card' && this.#folded.has(node.id)) continue;
			if (node.kind === 'joint') this.#premises(node);
			this.#reasons(node);
		}
	}

	/** Claims of a circle that nothing outside leads to: the first of each becomes a root. */
	rootCircles(): void {
		const seen = new Set(this.#placed.keys());
		for (const id of this.#folded)
			if (this.#placed.has(id)) for (const below of this.#below(id, new Map())) seen.add(below);
		const left = [...this.#debate.items()].filter(isStanding).filter(({ id }) => !seen.has(id));
		for (const { id } of left.sort(byOrder)) {
			if (seen.has(id)) continue;
			this.root(id);
			this.grow();
			for (const placed of this.#placed.keys()) seen.add(placed);
			if (this.#folded.has(id)) for (const below of this.#below(id, new Map())) seen.add(below);
		}
	}

	#put(id: Id, kind: Node['kind'], parent: Node | null, via: Id | null, sense: Sense, part: Part): Node {
		const node: Node = {
			index: this.#nodes.length,
			id,
			kind,
			parent,
			via,
			sense,
			part,
			children: [],
			depth: parent ? parent.depth + 1 : 0
		};
		parent?.children.push(node);
		this.#nodes.push(node);
		this.#placed.set(id, node);
		return node;
	}

	/** What bears on a card or a joint: supports before attacks in the author's order, each with its answered evidence. */
	#reasons(node: Node): void {
		const on = relationsOn(this.#debate, node.id);
		const evidence = evidenceOn(this.#debate, node.id);
		for (const sense of ['support', 'attack'] as const) {
			for (const relation of on) if (lookOf(relation) === sense) this.#reason(node, relation);
			for (const { id, bearing } of evidence)
				if ((bearing === 'for') === (sense === 'support') && isAnswered(this.#debate, id))
					this.#evidence(node, id, sense);
		}
	}

	#evidence(node: Node, id: Id, sense: Sense): void {
		const part = node.kind === 'joint' ? 'undercut' : 'stem';
		const look = part === 'undercut' && sense === 'attack' ? 'undercut' : sense;
		if (this.#placed.has(id)) this.#link(id, look, part, id, node.id);
		else this.#put(id, 'card', node, id, look, part);
	}

	#reason(node: Node, relation: Relation): void {
		const isUndercut = node.kind === 'joint';
		const sense = isUndercut && lookOf(relation) === 'attack' ? 'undercut' : lookOf(relation);
		const part = isUndercut ? 'undercut' : 'stem';
		if (isJointed(this.#debate, relation)) {
			if (this.#placed.has(relation.id)) this.#link(relation.id, sense, part, relation.id, node.id);
			else this.#put(relation.id, 'joint', node, relation.id, sense, part);
			return;
		}
		const [premise] = relation.premises;
		if (premise) this.#lead(premise.id, node, relation.id, sense, part);
	}

	#premises(joint: Node): void {
		const relation = this.#debate.get(joint.id);
		if (relation?.kind !== 'relation') return;
		for (const { id } of relation.premises) this.#lead(id, joint, relation.id, joint.sense, 'premise');
	}

	/** From a premise to where it bears: as a child, or as a link where it stands elsewhere already. */
	#lead(id: Id, to: Node, relation: Id, sense: Sense, part: Node['part']): void {
		if (this.isFull) return;
		const item = this.#debate.get(id);
		if (!item || item.kind === 'source' || item.kind === 'group') return;
		if (this.#placed.has(id) || item.kind === 'relation') this.#link(relation, sense, part, id, to.id);
		else this.#put(id, 'card', to, relation, sense, part);
	}

	#link(relation: Id, sense: Sense, part: Node['part'], from: Id, to: Id): void {
		this.#links.push({ relation, sense, part, from, to });
	}

	/** The cards that hang below `id`, those of `shown` left out. */
	#below(id: Id, shown: ReadonlyMap<Id, Node>): Set<Id> {
		const found = new Set<Id>();
		const queue = [id];
		const seen = new Set(queue);
		for (let top = queue.pop(); top !== undefined; top = queue.pop()) {
			const next: Id[] = [];
			for (const relation of relationsOn(this.#debate, top))
				next.push(relation.id, ...relation.premises.map((premise) => premise.id));
			for (const evidence of evidenceOn(this.#debate, top))
				if (isAnswered(this.#debate, evidence.id)) next.push(evidence.id);
			for (const below of next) {
				if (seen.has(below)) continue;
				seen.add(below);
				if (shown.has(below) && this.#debate.get(below)?.kind !== 'relation') continue;
				if (this.#debate.get(below)?.kind !== 'relation') found.add(below);
				queue.push(below);
			}
		}
		return found;
	}
}

/** Evidence shows as a card once something bears on it; until then it is a number on the card that it bears on. */
function isAnswered(debate: Debate, evidence: Id): boolean {
	return debate.referrers(evidence, 'target').size > 0;
}

type Standing = Extract<Item, { kind: 'claim' | 'argument' }>;

function isStanding(item: Item): item is Standing {
	return item.kind === 'claim' || item.kind === 'argument';
}

/** A joint shows where premises meet, and is what can be objected to or built upon. */
export function isJointed(debate: Debate, relation: Relation): boolean {
	return relation.premises.length > 1 || isReferred(debate, relation.id);
}

/** How the lines of a relation look: an attack on an inference is an undercut. */
export function senseOf(debate: Debate, relation: Relation): Sense {
	const look = lookOf(relation);
	const isUndercut = relation.target !== null && debate.get(relation.target)?.kind === 'relation';
	return look === 'attack' && isUndercut ? 'undercut' : look;
}

function lookOf({ sense }: Relation): 'support' | 'attack' {
	return sense === 'attack' || sense === 'contrary' || sense === 'contradictory' ? 'attack' : 'support';
}
