import type { Id } from '#lib/core/model/item.ts';
import type { Forest } from '../forest/forest.ts';
import type { Node } from '../forest/node.ts';

/** The cards of a map, or its joints, each worked out when it is asked for; in order from the roots downwards. */
export class Seen<T> implements ReadonlyMap<Id, T> {
	readonly #forest: Forest;
	readonly #kind: Node['kind'];
	readonly #see: (node: Node) => T;

	constructor(forest: Forest, kind: Node['kind'], see: (node: Node) => T) {
		this.#forest = forest;
		this.#kind = kind;
		this.#see = see;
	}

	get size(): number {
		const { nodes, joints } = this.#forest;
		return this.#kind === 'joint' ? joints : nodes.size - joints;
	}

	get(id: Id): T | undefined {
		const node = this.#forest.nodes.get(id);
		return node?.kind === this.#kind ? this.#see(node) : undefined;
	}

	has(id: Id): boolean {
		return this.#forest.nodes.get(id)?.kind === this.#kind;
	}

	*entries(): MapIterator<[Id, T]> {
		for (const node of this.#forest.walk()) if (node.kind === this.#kind) yield [node.id, this.#see(node)];
	}

	*keys(): MapIterator<Id> {
		for (const node of this.#forest.walk()) if (node.kind === this.#kind) yield node.id;
	}

	*values(): MapIterator<T> {
		for (const node of this.#forest.walk()) if (node.kind === this.#kind) yield this.#see(node);
	}

	[Symbol.iterator](): MapIterator<[Id, T]> {
		return this.entries();
	}

	forEach(take: (value: T, id: Id, map: ReadonlyMap<Id, T>) => void): void {
		for (const [id, value] of this) take(value, id, this);
	}
}
