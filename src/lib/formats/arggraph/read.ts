import type { Json } from '#lib/core/decode.ts';
import { LIMITS } from '#lib/core/model/decodeItem.ts';
import type { Id } from '#lib/core/model/item.ts';
import { premise } from '#lib/core/model/make.ts';
import { fail, type Result } from '#lib/core/result.ts';
import { readXml } from '../carriers/xml.ts';
import { Draft } from '../draft.ts';
import { clipped } from '../fitting.ts';
import { refusal, type Reading, type Refusal } from '../format.ts';
import { keeping } from '../keeping.ts';
import { nativeOf } from './counts.ts';
import { linksIn } from './links.ts';
import {
	carriable,
	isUnsaid,
	piecesIn,
	segmentation,
	wordsOf,
	type Attributes,
	type Piece,
	type Segmentation
} from './pieces.ts';

/** The id that a graph without a title is written with. */
export const UNTITLED = 'untitled';

/** Reads an argument graph. Units are claims; edges on units or on other edges are relations. */
export function readArggraph(text: string): Result<Reading, Refusal> {
	const xml = readXml(text);
	if (!xml.ok) return fail({ ...xml.error, native: { error: 'not well-formed' } });
	const { value: root } = xml;
	if (root.name !== 'arggraph')
		return fail(refusal('no-graph', 'Its outermost element is no arggraph.', root.line, root.column));
	const draft = new Draft();
	const all = piecesIn(root);
	const pieces = sound(all, draft);
	const parted = segmentation(pieces);
	const { held, loose } = shared(pieces, parted);
	const ids = new Map<Piece, Id>();
	const units = new Map<string, Id>();
	const first = pieces.find(({ name }) => name === 'adu');
	for (const piece of pieces) {
		const key = piece.attributes['id'] ?? '';
		if (piece.name !== 'adu') continue;
		units.set(key, draft.id(key));
		const around: Record<string, Json> =
			piece === first ? { root: root.attributes, loose: loose.map(carriable) } : {};
		const ext = extOf(draft, piece, held.get(key) ?? [], around);
		const segments = parted.segments.get(key);
		draft.claim({ id: units.get(key)!, text: wordsOf(segments), unstated: isUnsaid(segments), ext });
	}
	relate(draft, pieces, units, ids);
	return draft.reading({ title: titleIn(root.attributes) }, nativeOf(root.attributes, all));
}

/** The title that the attributes of a graph give. */
export function titleIn({ id = '' }: Attributes): string {
	return id === UNTITLED ? '' : clipped(id, LIMITS.line);
}

/** The pieces with ids of their own and, if they are edges, with both ends; a warning for each of the others. */
function sound(all: readonly Piece[], draft: Draft): Piece[] {
	const known = new Set<string>();
	const single = all.filter((piece) => {
		const { id = '' } = piece.attributes;
		const isNew = id !== '' && !known.has(id);
		if (!isNew) draft.warn('duplicate-id', `“${id}” is no id of its own; it was left out.`, piece);
		known.add(id);
		return isNew;
	});
	return single.filter((piece) => {
		const { src = '', trg = '' } = piece.attributes;
		const isWhole = piece.name !== 'edge' || (known.has(src) && known.has(trg));
		if (!isWhole) draft.warn('dangling', `The edge from “${src}” to “${trg}” has nothing at an end.`, piece);
		return isWhole;
	});
}

interface Shared {
	/** The pieces by the unit that they lead to. */
	readonly held: ReadonlyMap<string, readonly Piece[]>;
	/** Those that lead to none and are no inferences. */
	readonly loose: readonly Piece[];
}

function shared(pieces: readonly Piece[], { units }: Segmentation): Shared {
	const held = new Map<string, Piece[]>();
	const loose: Piece[] = [];
	const { inferences, additions, end } = linksIn(pieces);
	const isLink = new Set(inferences.filter((edge) => end(edge) !== null));
	for (const [edge, added] of additions) if (isLink.has(edge)) for (const each of added) isLink.add(each);
	for (const piece of pieces) {
		const unit = units.get(piece);
		const known = unit === undefined ? undefined : held.get(unit);
		if (known) known.push(piece);
		else if (unit !== undefined) held.set(unit, [piece]);
		else if (piece.name !== 'adu' && !isLink.has(piece)) loose.push(piece);
	}
	return { held, loose };
}

function relate(
	draft: Draft,
	pieces: readonly Piece[],
	units: ReadonlyMap<string, Id>,
	ids: Map<Piece, Id>
): void {
	const { inferences, additions, end } = linksIn(pieces);
	for (const edge of inferences) ids.set(edge, draft.id(edge.attributes['id']));
	for (const edge of inferences) {
		const on = end(edge);
		if (!on) {
			draft.warn('not-shown', 'An edge that bears on nothing of the argument is kept, but not shown.', edge);
			continue;
		}
		const added = additions.get(edge) ?? [];
		const { type } = edge.attributes;
		draft.relation({
			id: ids.get(edge)!,
			sense: type === 'sup' || type === 'exa' ? 'support' : 'attack',
			scheme: type === 'exa' ? 'example' : '',
			premises: [edge, ...added].map(({ attributes }) => premise(units.get(attributes['src'] ?? '')!)),
			target: 'unit' in on ? units.get(on.unit)! : ids.get(on.edge)!,
			ext: extOf(draft, edge, added, {})
		});
	}
	for (const piece of pieces) {
		const { type } = piece.attributes;
		const isKnown = ['seg', 'add', 'sup', 'exa', 'reb', 'und'].includes(type ?? '');
		if (piece.name === 'edge' && !isKnown)
			draft.warn('not-shown', `An edge of type “${type}” is kept, but not shown.`, piece);
	}
}

function extOf(
	draft: Draft,
	{ at, attributes, line, column }: Piece,
	pieces: readonly Piece[],
	around: Readonly<Record<string, Json>>
): Record<string, Json> {
	const own = { id: attributes['id'] ?? '', at, is: attributes };
	const { kept, dropped } = keeping({ ...own, ...around, with: pieces.map(carriable) });
	if (dropped.length > 0)
		draft.warn('not-kept', `What belongs to “${attributes['id']}” is too large to be kept.`, {
			line,
			column
		});
	return { arggraph: kept };
}
