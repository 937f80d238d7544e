import type { Json } from '#lib/core/decode.ts';
import type { Id } from '#lib/core/model/item.ts';

/**
 * One line of an outline, in whatever format: a claim, or by `fields.kind` another item. What it bears on is the node
 * around it. Formats differ only in how they write a node down.
 */
export interface Node {
	/** Foreign, or ours; `''` where there is none. */
	readonly id: string;
	/** The words of a claim or a piece of evidence, else a title. */
	readonly text: string;
	/** All else that we have a name for: see `fields.ts`. Absent is what is neutral. */
	readonly fields: Fields;
	/** What the format carried and we do not. */
	readonly carried: Readonly<Record<string, Json>>;
	readonly children: readonly Node[];
	readonly line: number;
	readonly column: number;
}

export type Fields = Readonly<Record<string, string>>;

/** What an outline calls an item, and back. */
export interface Names {
	/** The name of an item in the file. */
	readonly of: (id: Id) => string;
	/** The item with this name. */
	readonly find: (name: string) => Id | undefined;
}

/** What a node is: `use` is a claim, or any other item, in one more place. */
export const NODES = [
	'claim',
	'argument',
	'relation',
	'evidence',
	'source',
	'group',
	'use',
	'heading'
] as const;
export type NodeKind = (typeof NODES)[number];

/** What `node` is; a claim unless it says otherwise. */
export function kindOf({ fields }: Node): NodeKind {
	if (fields['use'] !== undefined) return 'use';
	return NODES.find((kind) => kind === fields['kind']) ?? 'claim';
}

/** All nodes of an outline, each before what is below it. */
export function* nodesIn(nodes: readonly Node[]): Generator<Node> {
	const rest = [...nodes].reverse();
	for (let next = rest.pop(); next; next = rest.pop()) {
		yield next;
		for (let at = next.children.length - 1; at >= 0; at--) rest.push(next.children[at]!);
	}
}
