import type { Piece } from './pieces.ts';

/** What an edge bears on: a unit, or the inference that another edge is or adds to. */
export type End = { readonly unit: string } | { readonly edge: Piece };

/** The edges of an argument graph that say how units bear on each other. */
export interface Links {
	/** Each begins an inference. */
	readonly inferences: readonly Piece[];
	/** Further sources of each of them, in the order of the text. */
	readonly additions: ReadonlyMap<Piece, readonly Piece[]>;
	/** What an inference bears on. */
	end(edge: Piece): End | null;
}

/** Longer chains of additions to additions are not followed. */
const FAR = 64;
const INFERENCES = new Set(['sup', 'exa', 'reb', 'und']);

/** Sorts the edges between units. One of type `add` may add to an edge, to what adds to one, or to a unit's own edge. */
export function linksIn(pieces: readonly Piece[]): Links {
	const byId = new Map([...pieces].reverse().map((piece) => [piece.attributes['id'] ?? '', piece]));
	const of = (edge: Piece, end: 'src' | 'trg'): Piece | undefined => byId.get(edge.attributes[end] ?? '');
	const edges = pieces.filter((piece) => piece.name === 'edge' && of(piece, 'src')?.name === 'adu');
	const inferences = edges.filter(({ attributes }) => INFERENCES.has(attributes['type'] ?? ''));
	const begins = new Map([...inferences].reverse().map((edge) => [edge.attributes['src'], edge]));
	const isInference = new Set(inferences);
	const inferenceAt = (piece: Piece | undefined): Piece | null => {
		const seen = new Set<Piece>();
		for (let at = piece; at && !seen.has(at) && seen.size < FAR; at = of(at, 'trg')) {
			if (isInference.has(at)) return at;
			if (at.name === 'adu') return begins.get(at.attributes['id']) ?? null;
			if (at.attributes['type'] !== 'add') return null;
			seen.add(at);
		}
		return null;
	};
	const additions = new Map<Piece, Piece[]>();
	for (const edge of edges.filter(({ attributes }) => attributes['type'] === 'add')) {
		const inference = inferenceAt(of(edge, 'trg'));
		if (!inference) continue;
		const known = additions.get(inference);
		if (known) known.push(edge);
		else additions.set(inference, [edge]);
	}
	const end = (edge: Piece): End | null => {
		const target = of(edge, 'trg');
		if (target?.name === 'adu') return { unit: target.attributes['id'] ?? '' };
		const inference = target?.name === 'edge' ? inferenceAt(target) : null;
		return inference && inference !== edge ? { edge: inference } : null;
	};
	return { inferences, additions, end };
}
