import type { Id, Point } from '#lib/core/model/item.ts';
import { familyOf } from '../family/arrangement.ts';
import { alone, type Form } from '../family/family.ts';
import { shelvesOf } from '../family/shelves.ts';
import { BUS, SHELF } from '../family/gaps.ts';
import { Node } from '../forest/node.ts';
import type { Box } from '../layout/types.ts';
import type { Ground } from './ground.ts';

/**
 * The ground as links see it: a shelf is a branch of its own, between the head of its family and what hangs from it.
 * So a link from there runs up to the level of its shelf, and beside all shelves to the head. Cards and joints have
 * stand-ins here, as far as links ask for them.
 */
export class ShelvedGround implements Ground {
	readonly forest: Ground['forest'] = { nodes: { get: (id) => this.#find(id) } };
	readonly arrangement: Ground['arrangement'];
	readonly #ground: Ground;
	readonly #standIns = new Map<Node, Node>();
	readonly #originals = new Map<Node, Node>();
	readonly #shelves = new Map<Node, Box>();

	constructor(ground: Ground) {
		this.#ground = ground;
		const { roots, whole } = ground.arrangement;
		this.arrangement = this.#family(null, roots, whole);
	}

	boxOf(node: Node): Box {
		return this.#shelves.get(node) ?? this.#ground.boxOf(this.#originals.get(node)!);
	}

	cornerOf(node: Node): Point {
		return this.#shelves.get(node) ?? this.#ground.cornerOf(this.#originals.get(node)!);
	}

	/** The stand-in of a card or joint, once all families on the way down to it have theirs. */
	#find(id: Id): Node | undefined {
		const node = this.#ground.forest.nodes.get(id);
		const way: Node[] = [];
		for (let at = node ?? null; at && !this.#standIns.has(at); at = at.parent) {
			way.push(at);
			// What is pinned stands in no family.
			if (at.place.pin) this.#standIn(at, null);
		}
		for (const { parent } of way.reverse()) {
			if (!parent || this.#standIns.get(parent)!.place.family.length > 0) continue;
			const { roots, whole } = this.#family(parent, parent.place.family, parent.place.form!);
			Object.assign(this.#standIns.get(parent)!.place, { family: roots, form: whole });
		}
		return node && this.#standIns.get(node);
	}

	/** Stand-ins for a family; where it stands on shelves, for these. */
	#family(head: Node | null, children: readonly Node[], form: Form): Ground['arrangement'] {
		const above = head && this.#standIns.get(head)!;
		if (!form.shelves) return { roots: children.map((child) => this.#standIn(child, above)), whole: form };
		const family = head ? familyOf(head) : { head: null, children };
		const { shelves } = shelvesOf(family, form.parts, form.shelves);
		const corner = head ? this.#ground.cornerOf(head) : START;
		const roots = shelves.map(({ from, to, x, top, width, bus }) => {
			const shelf = below(above, '', bus === BUS.joint ? 'joint' : 'card');
			shelf.part = 'premise';
			const at = { x: form.shift + x, y: top };
			// Nothing stands above roots that are on top: links run there.
			const room = !head && from === 0 ? SHELF.roots : 0;
			this.#shelves.set(shelf, { x: corner.x + at.x, y: corner.y + at.y - room, width, height: 0 });
			shelf.place.form = alone({ kind: 'card', width, height: 0, isTied: true });
			shelf.place.family = children.slice(from, to).map((child) => {
				const one = this.#standIn(child, shelf);
				one.place.x -= at.x;
				one.place.y -= at.y;
				return one;
			});
			return shelf;
		});
		return { roots, whole: { ...form, parts: [] } };
	}

	#standIn(node: Node, parent: Node | null): Node {
		const one = below(parent, node.id, node.kind);
		Object.assign(one, { part: node.part, sense: node.sense });
		Object.assign(one.place, node.place, { family: [] });
		this.#standIns.set(node, one);
		this.#originals.set(one, node);
		return one;
	}
}

const START: Point = { x: 0, y: 0 };

function below(parent: Node | null, id: Id, kind: Node['kind']): Node {
	const node = new Node(id, kind);
	node.parent = parent;
	node.depth = parent ? parent.depth + 1 : 0;
	return node;
}
