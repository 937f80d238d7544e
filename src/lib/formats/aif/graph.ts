import type { Json } from '#lib/core/decode.ts';
import type { Sense } from '#lib/core/model/item.ts';
import type { Draft } from '../draft.ts';
import { isRecord } from '../sample.ts';
import type { Loss } from '../losses.ts';
import { listAt } from './parts.ts';

/** A node, an edge or a whole document as it is written. */
export type Raw = Readonly<Record<string, Json>>;

/** What a node says: a claim, an inference, or nothing that a debate has a place for. */
export type Meaning =
	| { readonly is: 'claim'; readonly text: string }
	| { readonly is: 'relation'; readonly sense: Sense; readonly scheme: string }
	| { readonly is: 'other' };

/** How one of the formats that draw claims and inferences as nodes of a graph words them. */
export interface Dialect {
	/** Of the format. */
	readonly name: string;
	/** Where the lists stand in a document: `/AIF/nodes`. */
	readonly nodes: string;
	readonly edges: string;
	readonly fields: {
		readonly node: string;
		readonly edge: string;
		readonly from: string;
		readonly to: string;
	};
	/** A document without nodes, and an edge between none. */
	readonly document: Raw;
	readonly edge: Raw;
	meaning(raw: Raw): Meaning;
	/** A node that says `meaning`: `raw` with as little changed as can be, where there is one. */
	node(raw: Raw | null, meaning: Meaning): Raw;
	/** What of a relation a node cannot say. */
	lost(sense: Sense, scheme: string): readonly Loss[];
}

export interface Node {
	/** Its id as text, no other node's. */
	readonly key: string;
	/** Where it stands in its list. */
	readonly at: number;
	readonly raw: Raw;
	readonly meaning: Meaning;
}

export interface Edge {
	readonly at: number;
	readonly from: string;
	readonly to: string;
	readonly raw: Raw;
}

export interface Graph {
	readonly nodes: ReadonlyMap<string, Node>;
	readonly edges: readonly Edge[];
}

/** The place of an entry of a list in the text. */
export type PlaceOf = (pointer: string, at: number) => { readonly line: number; readonly column: number };

/** The nodes and edges of a document whose ends are all there; what is not so is mended, with a warning. */
export function graphIn(document: Raw, dialect: Dialect, draft: Draft, placeOf: PlaceOf): Graph {
	for (const pointer of [dialect.nodes, dialect.edges])
		if (listAt(document, pointer) === null)
			draft.warn('no-list', `There is no list under ${pointer}; it counts as empty.`);
	const nodes = nodesIn(document, dialect, draft, placeOf);
	const known = new Set<string>();
	const edges: Edge[] = [];
	for (const [at, raw] of (listAt(document, dialect.edges) ?? []).entries()) {
		const place = () => placeOf(dialect.edges, at);
		if (!isRaw(raw)) {
			draft.warn('not-an-edge', 'An entry that is no edge was left out.', place());
			continue;
		}
		const { fields } = dialect;
		const [from, to] = [keyOf(raw[fields.from]), keyOf(raw[fields.to])];
		// Lengths tell where one ends and the next begins.
		const name = `${from.length} ${to.length} ${from}${to}${keyOf(raw[fields.edge])}`;
		if (!nodes.has(from) || !nodes.has(to))
			draft.warn('dangling', `An edge from “${from}” to “${to}” has no node at an end.`, place());
		else if (known.has(name))
			draft.warn('duplicate-id', `The edge from “${from}” to “${to}” comes twice.`, place());
		else edges.push({ at, from, to, raw });
		known.add(name);
	}
	return { nodes, edges };
}

function nodesIn(document: Raw, dialect: Dialect, draft: Draft, placeOf: PlaceOf): Map<string, Node> {
	const nodes = new Map<string, Node>();
	const name = dialect.fields.node;
	let numbers = 0;
	for (const [at, raw] of (listAt(document, dialect.nodes) ?? []).entries()) {
		const place = () => placeOf(dialect.nodes, at);
		if (!isRaw(raw)) {
			draft.warn('not-a-node', 'An entry that is no node was left out.', place());
			continue;
		}
		if (typeof raw[name] === 'number' && numbers++ === 0)
			draft.warn('numeric-id', 'Ids are numbers here; they are compared as text.', place());
		const given = keyOf(raw[name]);
		const first = nodes.get(given);
		const node = { at, raw, meaning: dialect.meaning(raw) };
		if (given !== '' && !first) {
			nodes.set(given, { key: given, ...node });
			continue;
		}
		const isSame = first !== undefined && JSON.stringify(first.meaning) === JSON.stringify(node.meaning);
		if (first === undefined) draft.warn('no-id', 'A node without an id got one.', place());
		else draft.warn('duplicate-id', `Node “${given}” comes twice; its edges go to the first.`, place());
		if (isSame && first.raw['type'] === raw['type']) continue;
		let key = `${given}-${at}`;
		while (nodes.has(key)) key += '-';
		nodes.set(key, { key, ...node, raw: { ...raw, [name]: key } });
	}
	return nodes;
}

/** An id as text, whether it was written as text or as a number; `''` where there is none. */
export function keyOf(value: Json | undefined): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** Whether a value is a table. */
export function isRaw(value: Json | undefined): value is Raw {
	return isRecord(value);
}
