import type { Native } from '../format.ts';
import type { Attributes, Piece } from './pieces.ts';

/** What an argument graph holds, in the words of those who count them. */
export function nativeOf(root: Attributes, pieces: readonly Piece[]): Native {
	const kinds = new Map(pieces.map(({ name, attributes }) => [attributes['id'] ?? '', name]));
	const kindAt = (id = ''): string => kinds.get(id) ?? '?';
	const named = (name: Piece['name']): Piece[] => pieces.filter((piece) => piece.name === name);
	const edges = named('edge').map(({ attributes }) => attributes);
	return {
		edus: named('edu').length,
		adus: named('adu').length,
		joints: named('joint').length,
		aduTypes: counted(named('adu').map(({ attributes }) => attributes['type'] ?? 'null')),
		edgeTypes: counted(edges.map(({ type }) => type ?? 'null')),
		edgeTargets: counted(
			edges.map(({ src, trg, type }) => `${type ?? 'null'}:${kindAt(src)}>${kindAt(trg)}`)
		),
		implicit: named('edu').filter(({ attributes }) => attributes['implicit'] === 'true').length,
		attrs: Object.keys(root).sort()
	};
}

function counted(words: readonly string[]): Record<string, number> {
	const counts = new Map<string, number>();
	for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
	return Object.fromEntries(counts);
}
