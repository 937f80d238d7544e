import type { Debate } from '#lib/core/model/debate.ts';
import type { Id, Point } from '#lib/core/model/item.ts';
import { Bearings } from '../forest/bearings.ts';
import { circlesIn, mayTurn, NO_CIRCLES, type Circles } from '../forest/circles.ts';
import { Forest, type Shown } from '../forest/forest.ts';
import { grow } from '../forest/grow.ts';
import { mend } from '../forest/mend.ts';
import type { Node } from '../forest/node.ts';
import type { Changes } from '../forest/plant.ts';
import { Arrangement } from '../family/arrangement.ts';
import { face } from './faces.ts';
import { giveWay } from './pins.ts';
import { Footprints, headLeft, middleOf } from './settle.ts';
import type { Shapes } from '../family/shapes.ts';
import type { Box } from './types.ts';

/** What a map is made for; for anything else it is made anew. */
export interface Purpose {
	/** Only this branch. */
	readonly root: Id | null;
	/** At most about so many cards. */
	readonly most: number;
	/** The size of text, 1 for 100 %. */
	readonly text: number;
	/** To be laid on its side. */
	readonly isTurned: boolean;
}

/** What may be otherwise from one time to the next. */
export interface Wish {
	/** Wished width to height. */
	readonly ratio: number;
	readonly folded: ReadonlySet<Id>;
}

/** What was laid out before by somebody else: how its families stood, and where. */
export interface Precedent {
	readonly shapes: Shapes;
	readonly placeOf: (id: Id) => Point | undefined;
}

/**
 * A debate laid out, kept from one edit to the next. Every branch is laid out seen from the branch around it; so an
 * edit concerns the families on the way from it up to the roots, as far as they change their size, and nothing else.
 */
export class Composition {
	readonly debate: Debate;
	readonly purpose: Purpose;
	readonly forest = new Forest();
	readonly arrangement: Arrangement;
	circles: Circles = NO_CIRCLES;
	/** Where the corner of everything lies on the map. */
	origin: Point = START;
	/** Cards that a person put where they are. */
	readonly pinned = new Set<Node>();
	/** Goes up with every change: what was found out before is old. */
	version = 0;
	/** Goes up when something has another place, seen from what is around it, or when there are other links. */
	placing = 0;
	#bearings: Bearings;
	#folded: ReadonlySet<Id> = NOBODY;

	constructor(debate: Debate, purpose: Purpose, wish: Wish, before: Precedent | null) {
		this.debate = debate;
		this.purpose = purpose;
		this.arrangement = new Arrangement(this.forest, before?.shapes);
		this.#bearings = new Bearings(debate);
		this.#folded = new Set(wish.folded);
		const changes = grow(this.forest, debate, this.#bearings, this.#shown());
		this.circles = circlesIn(debate, this.forest, this.#folded);
		this.#tie(changes);
		this.#face(changes.nodes, changes);
		this.#lay(changes, wish.ratio, null);
		if (before && this.pinned.size === 0) this.origin = this.#wayBack(before);
	}

	/** Lays out what has changed: `touched` as `apply` tells it. Without it, all is looked at anew. */
	update(touched: ReadonlySet<Id> | null, { ratio, folded }: Wish): void {
		this.version++;
		const toggled = [...apart(this.#folded, folded), ...apart(folded, this.#folded)];
		if (toggled.length > 0) this.#folded = new Set(folded);
		const concerned = new Set(touched ?? this.forest.nodes.keys());
		for (const id of toggled) concerned.add(id);
		if (touched) this.#bearings.forget(touched);
		else this.#bearings = new Bearings(this.debate);
		const { roots } = this.arrangement;
		const { linking } = this.forest;
		const changes = this.#mended(concerned, touched !== null);
		const isLinked = this.forest.linking !== linking;
		if (isLinked) this.placing++;
		if (!touched || isLinked || mayTurn(this.debate, this.circles, concerned)) this.#turn(concerned);
		this.#tie(changes);
		const nodes = new Set(changes.nodes);
		for (const id of concerned) {
			const node = this.forest.nodes.get(id);
			if (node) nodes.add(node);
		}
		const onWay = wayTo(nodes);
		const footprints = new Footprints(roots, this.origin, (node) => onWay.has(node));
		this.#face(nodes, changes);
		this.#lay(changes, ratio, footprints);
	}

	/** The card or joint itself, seen from `origin`. */
	boxOf(node: Node): Box {
		const { place } = this.#found(node);
		const { left, top, aside, width, height } = place;
		return { x: left + headLeft(node) + aside.x, y: top + aside.y, width, height };
	}

	/** The upper left corner of its branch, seen from `origin`. */
	cornerOf(node: Node): Point {
		const { left, top, aside } = this.#found(node).place;
		return { x: left + aside.x, y: top + aside.y };
	}

	/** Finds the corner of a branch, from those around it. */
	#found(node: Node): Node {
		const way: Node[] = [];
		for (let at: Node | null = node; at && at.place.at !== this.version; at = around(at)) way.push(at);
		for (let at = way.length - 1; at >= 0; at--) {
			const { place } = way[at]!;
			const outer = around(way[at]!)?.place;
			place.left = place.x + (outer?.left ?? 0);
			place.top = place.y + (outer?.top ?? 0);
			place.at = this.version;
		}
		return node;
	}

	#shown(): Shown {
		const { root, most } = this.purpose;
		return { folded: this.#folded, root, most };
	}

	#mended(concerned: ReadonlySet<Id>, isKnown: boolean): Changes {
		const { forest, debate } = this;
		const bearings = this.#bearings;
		const shown = this.#shown();
		const { changes, isSure } = isKnown
			? mend(forest, debate, bearings, shown, concerned)
			: { changes: { nodes: new Set<Node>(), areRoots: false }, isSure: false };
		if (isSure) return changes;
		const grown = grow(forest, debate, bearings, shown);
		return {
			nodes: new Set([...changes.nodes, ...grown.nodes].filter((node) => forest.nodes.get(node.id) === node)),
			areRoots: changes.areRoots || grown.areRoots
		};
	}

	/** Looks for circles of reasons. */
	#turn(concerned: Set<Id>): void {
		const before = this.circles;
		this.circles = circlesIn(this.debate, this.forest, this.#folded);
		for (const id of [...before.keys(), ...this.circles.keys()]) {
			if (before.get(id) === this.circles.get(id)) continue;
			concerned.add(id);
			this.placing++;
			const node = this.forest.nodes.get(id);
			for (const one of node ? [node, node.parent] : []) if (one) one.place.lines = null;
		}
	}

	/** Beside what links lead to there is less room. */
	#tie(changes: Changes): void {
		const { nodes, retied } = this.forest;
		for (const { id } of changes.nodes) retied.add(id);
		for (const id of retied) {
			const node = nodes.get(id);
			const isTied = this.forest.isTied(id);
			if (!node || node.place.isTied === isTied) continue;
			node.place.isTied = isTied;
			changes.nodes.add(node);
		}
		retied.clear();
	}

	#face(nodes: Iterable<Node>, changes: Changes): void {
		const { debate, purpose, forest, circles } = this;
		for (const node of nodes) {
			if (forest.nodes.get(node.id) !== node) continue;
			const isSpecial = forest.hidden.has(node.id) || circles.has(node.id);
			const { isOther, isPinnedOther } = face(debate, node, isSpecial, purpose);
			if (isOther) changes.nodes.add(node);
			if (isOther && node.parent) node.parent.place.lines = null;
			if (isPinnedOther && node.parent) changes.nodes.add(node.parent);
			if (isPinnedOther && !node.parent) changes.areRoots = true;
			if (node.place.pin) this.pinned.add(node);
		}
		for (const node of this.pinned)
			if (!node.place.pin || forest.nodes.get(node.id) !== node) this.pinned.delete(node);
	}

	#lay(changes: Changes, ratio: number, footprints: Footprints | null): void {
		const { arrangement } = this;
		if (arrangement.arrange(changes, ratio, footprints)) this.placing++;
		if (this.pinned.size > 0 || arrangement.hasAsides) {
			const { forest, pinned } = this;
			arrangement.hasAsides = giveWay({ forest, pinned, boxOf: (node) => this.boxOf(node) });
			this.placing++;
			this.origin = START;
		} else if (footprints) this.origin = footprints.wayBack(arrangement.roots);
	}

	/** How far to move everything so that most of it lies where it lay for somebody else. */
	#wayBack({ placeOf }: Precedent): Point {
		const ways = [];
		for (const node of this.forest.nodes.values()) {
			const was = node.kind === 'card' ? placeOf(node.id) : undefined;
			if (!was) continue;
			const { x, y } = this.boxOf(node);
			ways.push({ x: was.x - x, y: was.y - y, count: 1 });
		}
		return middleOf(ways);
	}
}

const START: Point = { x: 0, y: 0 };
const NOBODY: ReadonlySet<Id> = new Set();

/** The branch that this one stands in; none for what is pinned. */
function around({ parent, place }: Node): Node | null {
	return place.pin ? null : parent;
}

/** What is between the roots and these, both included. */
function wayTo(nodes: Iterable<Node>): Set<Node> {
	const way = new Set<Node>();
	for (const node of nodes) for (let at: Node | null = node; at && !way.has(at); at = at.parent) way.add(at);
	return way;
}

function apart<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): T[] {
	return [...a].filter((one) => !b.has(one));
}
