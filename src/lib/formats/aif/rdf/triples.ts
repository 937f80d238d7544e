import type { Draft } from '../../draft.ts';
import type { Raw } from '../graph.ts';

export const AIF = 'http://www.arg.dundee.ac.uk/aif#';
export const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
export const RDFS = 'http://www.w3.org/2000/01/rdf-schema#';

/** A statement. Subjects are addresses or blank nodes such as `_:a`; an object is one too, as `@id`, or a value. */
export interface Triple {
	readonly subject: string;
	readonly predicate: string;
	/** As expanded JSON-LD writes it: `{ '@id': … }`, or `{ '@value': …, '@language': … }`. */
	readonly object: Raw;
}

/** The triples of a text, with what had to be mended in it. */
export interface Triples {
	readonly triples: readonly Triple[];
	readonly draft: Draft;
}

/** Each triple once. */
export function once(triples: readonly Triple[]): Triple[] {
	const known = new Map(triples.map((triple) => [JSON.stringify(triple), triple]));
	return [...known.values()];
}

/** A value as the object of a triple. One with a type is in no language. */
export function literal(value: string, language = '', type = ''): Raw {
	return {
		'@value': value,
		...(language !== '' && type === '' && { '@language': language }),
		...(type !== '' && { '@type': type })
	};
}

/** Names for what has none in `text`: `_:genid1` and on, or longer ones where the text has such names. */
export function blanks(text: string): () => string {
	let stem = 'genid';
	for (const [taken] of text.matchAll(/genidx*/g)) if (taken.length >= stem.length) stem = `${taken}x`;
	let count = 0;
	return () => `_:${stem}${++count}`;
}
