import type { Debate } from '#lib/core/model/debate.ts';
import type { Id } from '#lib/core/model/item.ts';
import { byOrder } from '#lib/core/model/questions.ts';
import type { Bearings } from './bearings.ts';
import { entriesOf, linkOf, rootEntry, type Entry } from './entries.ts';
import { below, hiddenBelow } from './folds.ts';
import type { Forest, Shown } from './forest.ts';
import { Node, type Link } from './node.ts';
import { put, setChildren, setRoots, type Changes } from './plant.ts';

/**
 * Grows the hierarchy of a debate from its roots. What stood in `forest` before is used again; the answer says what
 * of it stands otherwise now, or is new.
 */
export function grow(forest: Forest, debate: Debate, bearings: Bearings, shown: Shown): Changes {
	const grower = new Grower(forest, debate, bearings, shown);
	for (const id of shown.root === null ? bearings.roots() : [shown.root]) grower.root(id);
	grower.grow();
	if (shown.root === null && !grower.isFull) grower.rootCircles();
	return grower.done();
}

class Grower {
	readonly #forest: Forest;
	readonly #debate: Debate;
	readonly #bearings: Bearings;
	readonly #shown: Shown;
	readonly #before: ReadonlyMap<Id, Node>;
	readonly #roots: Node[] = [];
	readonly #queue: Node[] = [];
	readonly #changes: Changes = { nodes: new Set(), areRoots: false };
	/** How many claims and arguments have their place. */
	#standing = 0;
	#next = 0;

	constructor(forest: Forest, debate: Debate, bearings: Bearings, shown: Shown) {
		this.#forest = forest;
		this.#debate = debate;
		this.#bearings = bearings;
		this.#shown = shown;
		this.#before = forest.clear();
	}

	get isFull(): boolean {
		return this.#queue.length >= this.#shown.most;
	}

	done(): Changes {
		const forest = this.#forest;
		setRoots(forest, this.#roots, this.#changes);
		forest.hidden.clear();
		for (const id of this.#shown.folded)
			if (forest.nodes.get(id)?.kind === 'card')
				forest.hidden.set(id, hiddenBelow(id, forest, this.#debate, this.#bearings));
		return this.#changes;
	}

	root(id: Id): void {
		if (this.#forest.nodes.has(id) || !this.#debate.has(id)) return;
		this.#roots.push(this.#put(rootEntry(id), null));
	}

	/** Level by level, so that a claim used twice stands where it is nearest to a root. */
	grow(): void {
		for (; this.#next < this.#queue.length && !this.isFull; this.#next++)
			this.#visit(this.#queue[this.#next]!);
		for (let at = this.#next; at < this.#queue.length; at++) setChildren(this.#queue[at]!, [], this.#changes);
	}

	/** Claims of a circle that nothing outside leads to: the first of each becomes a root. */
	rootCircles(): void {
		const { claim, argument } = this.#debate.count;
		if (this.#standing === claim + argument) return;
		const { nodes } = this.#forest;
		const seen = new Set<Id>();
		const hide = (id: Id) => {
			if (!this.#shown.folded.has(id) || nodes.get(id)?.kind !== 'card') return;
			for (const hidden of below(id, null, this.#debate, this.#bearings)) seen.add(hidden);
		};
		for (const id of this.#shown.folded) hide(id);
		const left: { id: Id; order: string }[] = [];
		for (const item of this.#debate.items())
			if ((item.kind === 'claim' || item.kind === 'argument') && !seen.has(item.id) && !nodes.has(item.id))
				left.push(item);
		for (const { id } of left.sort(byOrder)) {
			if (seen.has(id) || nodes.has(id)) continue;
			this.#forest.hasCircleRoots = true;
			this.root(id);
			this.grow();
			hide(id);
		}
	}

	#visit(head: Node): void {
		const children: Node[] = [];
		const links: Link[] = [];
		const isFolded = head.kind === 'card' && this.#shown.folded.has(head.id);
		for (const entry of isFolded ? [] : entriesOf(head, this.#bearings)) {
			const standing = this.#forest.nodes.get(entry.id);
			if (standing || !entry.isPlaceable) {
				const link = linkOf(entry, head, standing);
				if (link) links.push(link);
			} else if (!this.isFull) children.push(this.#put(entry, head));
		}
		setChildren(head, children, this.#changes);
		this.#forest.setLinksTo(head.id, links);
	}

	#put(entry: Entry, parent: Node | null): Node {
		const known = this.#before.get(entry.id);
		const node = known?.kind === entry.kind ? known : new Node(entry.id, entry.kind);
		put(this.#forest, node, entry, parent, this.#changes);
		if (entry.isStanding) this.#standing++;
		this.#queue.push(node);
		return node;
	}
}
