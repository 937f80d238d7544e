import type { Json } from '#lib/core/decode.ts';
import type { Item } from '#lib/core/model/item.ts';
import { isRecord } from '../sample.ts';
import { attributesIn, pieceIn, type Attributes, type Piece } from './pieces.ts';

/** What an item carries of the graph that it was read from. */
export interface Carried {
	/** Of its unit or edge; `''` where it never had one. */
	readonly id: string;
	readonly at: number;
	readonly attributes: Attributes;
	/** The segments, joints and edges that belong to it. */
	readonly pieces: readonly Piece[];
	/** Pieces that belong to nothing. */
	readonly loose: readonly Piece[];
	/** The attributes of the whole graph, where it carries them. */
	readonly root: Attributes | null;
}

const NOTHING: Carried = { id: '', at: Infinity, attributes: {}, pieces: [], loose: [], root: null };

/** What `item` carries. Nothing in it is trusted. */
export function carriedBy(item: Item): Carried {
	if (!Object.hasOwn(item.ext, 'arggraph')) return NOTHING;
	const table = item.ext['arggraph'];
	const { id, at, is, with: held, loose, root } = isRecord(table) ? table : {};
	return {
		id: typeof id === 'string' ? id : '',
		at: typeof at === 'number' ? at : Infinity,
		attributes: attributesIn(is),
		pieces: piecesIn(held),
		loose: piecesIn(loose),
		root: isRecord(root) ? attributesIn(root) : null
	};
}

function piecesIn(held: unknown): Piece[] {
	return Array.isArray(held) ? (held as Json[]).flatMap((each) => pieceIn(each) ?? []) : [];
}
