import type { Debate } from '#lib/core/model/debate.ts';
import type { Id } from '#lib/core/model/item.ts';
import type { Bearings } from './bearings.ts';
import { entriesOf, linkOf, rootEntry, type Entry } from './entries.ts';
import { below, foldsAbove, hiddenBelow } from './folds.ts';
import type { Forest, Shown } from './forest.ts';
import { branchOf, Node, type Link } from './node.ts';
import { put, setChildren, setRoots, type Changes } from './plant.ts';

/**
 * Mends the hierarchy around what was `touched`, at a cost that follows the families concerned. What it leads to is
 * what growing from the roots would lead to. Where only that can tell, because a claim that is used twice might now
 * stand in its other place, the forest `isSure` no longer and has to be grown.
 */
export function mend(
	forest: Forest,
	debate: Debate,
	bearings: Bearings,
	shown: Shown,
	touched: ReadonlySet<Id>
): { changes: Changes; isSure: boolean } {
	const mender = new Mender(forest, debate, bearings, shown);
	if (!forest.hasCircleRoots && shown.most === Infinity) mender.mend(touched);
	else mender.isSure = false;
	return mender;
}

class Mender {
	isSure = true;
	readonly changes: Changes = { nodes: new Set(), areRoots: false };
	readonly #forest: Forest;
	readonly #debate: Debate;
	readonly #bearings: Bearings;
	readonly #shown: Shown;
	/** What has its place since now, in the order in which it is to be looked at. */
	readonly #placed = new Set<Node>();

	constructor(forest: Forest, debate: Debate, bearings: Bearings, shown: Shown) {
		this.#forest = forest;
		this.#debate = debate;
		this.#bearings = bearings;
		this.#shown = shown;
	}

	mend(touched: ReadonlySet<Id>): void {
		this.#forest.loose.clear();
		const heads = this.#heads(touched);
		const { root } = this.#shown;
		const roots = (root === null ? this.#bearings.roots() : [root])
			.filter((id) => this.#debate.has(id))
			.map(rootEntry);
		this.#release(this.#forest.roots, roots);
		for (const head of heads) if (this.#stands(head)) this.#release(head.children, this.#entriesOf(head));
		setRoots(this.#forest, this.#tended(null, roots).children, this.changes);
		for (const head of heads) if (this.#stands(head) && !this.#placed.has(head)) this.#tend(head);
		for (const head of this.#placed) this.#tend(head);
		if (this.isSure) this.#look(touched);
	}

	/** What is to be looked at, upper ones first. */
	#heads(touched: ReadonlySet<Id>): Node[] {
		const heads = new Set<Node>();
		const add = (id: Id) => {
			const node = this.#forest.nodes.get(id);
			if (node) heads.add(node);
		};
		for (const id of touched) {
			add(id);
			const item = this.#debate.get(id);
			if ((item?.kind === 'relation' || item?.kind === 'evidence') && item.target !== null) add(item.target);
		}
		return [...heads].sort((a, b) => a.depth - b.depth);
	}

	#entriesOf(head: Node): Entry[] {
		const isFolded = head.kind === 'card' && this.#shown.folded.has(head.id);
		return isFolded ? [] : entriesOf(head, this.#bearings);
	}

	#stands(node: Node): boolean {
		return this.#forest.nodes.get(node.id) === node;
	}

	/** Takes away what is wanted here no more. What stays in another order is seen in another order from the roots, too. */
	#release(children: readonly Node[], wanted: readonly Entry[]): void {
		const places = new Map<Id, number>();
		for (const [at, { id, kind }] of wanted.entries())
			if (!places.has(id)) places.set(id, kind === this.#forest.nodes.get(id)?.kind ? at : -1);
		let last = -1;
		let isInOrder = true;
		for (const child of children) {
			const at = places.get(child.id) ?? -1;
			if (at === -1) this.#loosen(child);
			else if (at < last) isInOrder = false;
			else last = at;
		}
		if (!isInOrder && children.some((child) => this.#hasLinks(child))) this.isSure = false;
	}

	#hasLinks(top: Node): boolean {
		return branchOf(top).some(
			({ id }) => this.#forest.hasLinksFrom(id) || this.#forest.linksTo(id).length > 0
		);
	}

	#loosen(top: Node): void {
		const branch = branchOf(top).filter((node) => this.#stands(node));
		if (branch.some(({ id }) => this.#forest.hasLinksFrom(id))) this.isSure = false;
		for (const node of branch) this.#forest.take(node);
	}

	#tend(head: Node): void {
		const { children, links } = this.#tended(head, this.#entriesOf(head));
		setChildren(head, children, this.changes);
		this.#forest.setLinksTo(head.id, links);
	}

	#tended(head: Node | null, wanted: readonly Entry[]): { children: Node[]; links: Link[] } {
		const children = new Set<Node>();
		const links: Link[] = [];
		for (const entry of wanted) {
			const standing = this.#forest.nodes.get(entry.id);
			if (entry.isPlaceable && !standing) children.add(this.#plant(entry, head));
			else if (standing?.parent === head && !children.has(standing)) {
				put(this.#forest, standing, entry, head, this.changes);
				children.add(standing);
			} else if (head) {
				const link = linkOf(entry, head, standing);
				if (!link) continue;
				if (standing && entry.isPlaceable && this.#mightStand(link, standing, head)) this.isSure = false;
				links.push(link);
			} else this.isSure = false;
		}
		return { children: [...children], links };
	}

	#plant(entry: Entry, head: Node | null): Node {
		const known = this.#forest.loose.get(entry.id);
		const node = known?.kind === entry.kind ? known : new Node(entry.id, entry.kind);
		put(this.#forest, node, entry, head, this.changes);
		this.#placed.add(node);
		return node;
	}

	/** Whether what stands elsewhere might, seen from the roots, be met here first. */
	#mightStand({ relation, from }: Link, standing: Node, head: Node): boolean {
		const isNew =
			this.#placed.has(head) ||
			!this.#forest.linksTo(head.id).some((link) => link.relation === relation && link.from === from);
		return this.#placed.has(standing) || (isNew && head.depth + 1 <= standing.depth);
	}

	/** What has no place is hidden by a fold, or else a circle that nothing leads to. */
	#look(touched: ReadonlySet<Id>): void {
		const { folded, root } = this.#shown;
		const counted = new Set<Id>();
		const ids = new Set([...touched, ...this.#forest.loose.keys()]);
		for (const id of [...ids]) {
			const isUnfolded = this.#forest.hidden.has(id) && !folded.has(id);
			if (!isUnfolded && this.#forest.nodes.has(id)) continue;
			const shown = isUnfolded ? null : this.#forest;
			for (const hidden of below(id, shown, this.#debate, this.#bearings)) ids.add(hidden);
		}
		for (const { id } of this.#placed) ids.add(id);
		for (const id of ids) {
			const above = folded.size > 0 ? foldsAbove(id, this.#forest, this.#debate, folded) : NONE;
			for (const fold of above) counted.add(fold);
			const kind = this.#debate.get(id)?.kind;
			const isStanding = kind === 'claim' || kind === 'argument';
			if (isStanding && above.size === 0 && root === null && !this.#forest.nodes.has(id)) this.isSure = false;
			if (!folded.has(id)) this.#forest.hidden.delete(id);
		}
		for (const id of counted) {
			const node = this.#forest.nodes.get(id)!;
			this.#forest.hidden.set(id, hiddenBelow(id, this.#forest, this.#debate, this.#bearings));
			this.changes.nodes.add(node);
		}
	}
}

const NONE: ReadonlySet<Id> = new Set();
