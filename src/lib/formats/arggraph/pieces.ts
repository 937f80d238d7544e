import type { Json } from '#lib/core/decode.ts';
import { childrenOf, textOf, type Element } from '../carriers/xml.ts';
import { isRecord } from '../sample.ts';

export type Attributes = Readonly<Record<string, string>>;

/** An element of an argument graph: a segment of text, segments joined, a unit of the argument, or an edge. */
export interface Piece {
	readonly name: 'edu' | 'joint' | 'adu' | 'edge';
	/** Where it stands among all. */
	readonly at: number;
	readonly attributes: Attributes;
	/** The words of a segment. */
	readonly text: string;
	/** Where it stands in the text it was read from; 0 where it was read from none. */
	readonly line: number;
	readonly column: number;
}

/** In the order in which they usually stand. */
export const NAMES = ['edu', 'joint', 'adu', 'edge'] as const;

/** The elements directly within `root` that mean anything here. */
export function piecesIn(root: Element): Piece[] {
	return childrenOf(root).flatMap((element, at) => {
		const name = NAMES.find((each) => each === element.name);
		if (!name) return [];
		const { attributes, line, column } = element;
		return [{ name, at, attributes, text: name === 'edu' ? textOf(element) : '', line, column }];
	});
}

/** A piece as an item carries it, and back. What comes back is not trusted. */
export function carriable({ name, at, attributes, text }: Piece): Json {
	return name === 'edu' ? [at, name, attributes, text] : [at, name, attributes];
}

export function pieceIn(carried: Json): Piece | null {
	if (!Array.isArray(carried)) return null;
	const [at, named, attributes, text] = carried as readonly Json[];
	const name = NAMES.find((each) => each === named);
	if (typeof at !== 'number' || !name || !isRecord(attributes)) return null;
	const said = typeof text === 'string' ? text : '';
	return { name, at, attributes: attributesIn(attributes), text: said, line: 0, column: 0 };
}

/** The entries of a table that can be attributes. */
export function attributesIn(table: unknown): Attributes {
	if (!isRecord(table)) return {};
	const entries = Object.entries(table).filter(
		(entry): entry is [string, string] =>
			typeof entry[1] === 'string' && /^[\p{L}_][\p{L}\p{N}._:-]*$/u.test(entry[0])
	);
	return Object.fromEntries(entries);
}

/** Which segments each unit has, in the order of the text, and to which unit each piece of that leads. */
export interface Segmentation {
	readonly segments: ReadonlyMap<string, readonly Piece[]>;
	readonly units: ReadonlyMap<Piece, string>;
}

/** Follows the edges of type `seg` from segments, perhaps by way of a joint, to units. */
export function segmentation(pieces: readonly Piece[]): Segmentation {
	const byId = new Map([...pieces].reverse().map((piece) => [piece.attributes['id'] ?? '', piece]));
	const units = new Map<Piece, string>();
	const segs = pieces.filter(({ name, attributes }) => name === 'edge' && attributes['type'] === 'seg');
	const settle = (edge: Piece, unit: string | undefined): void => {
		const source = byId.get(edge.attributes['src'] ?? '');
		if (unit === undefined || !source) return;
		units.set(edge, unit);
		if (!units.has(source)) units.set(source, unit);
	};
	for (const edge of segs) {
		const target = byId.get(edge.attributes['trg'] ?? '');
		if (target?.name === 'adu') settle(edge, edge.attributes['trg']);
	}
	for (const edge of segs) {
		const target = byId.get(edge.attributes['trg'] ?? '');
		if (target?.name === 'joint') settle(edge, units.get(target));
	}
	const found = new Map<string, Set<Piece>>();
	for (const edge of segs) {
		const [unit, segment] = [units.get(edge), byId.get(edge.attributes['src'] ?? '')];
		if (unit === undefined || segment?.name !== 'edu') continue;
		const known = found.get(unit);
		if (known) known.add(segment);
		else found.set(unit, new Set([segment]));
	}
	const segments = new Map([...found].map(([unit, all]) => [unit, [...all].sort((a, b) => a.at - b.at)]));
	return { segments, units };
}

/** The words of a unit. */
export function wordsOf(segments: readonly Piece[] = []): string {
	return segments.map(({ text }) => text).join(' ');
}

/** Whether nobody said any of the segments of a unit. */
export function isUnsaid(segments: readonly Piece[] = []): boolean {
	return segments.length > 0 && segments.every(({ attributes }) => attributes['implicit'] === 'true');
}
