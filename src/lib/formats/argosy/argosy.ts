import type { Format } from '../format.ts';
import { readArgosy } from './read.ts';
import { writeArgosy } from './write.ts';

/** Our own JSON: everything that a debate holds, one item a line. `static/schemas/debate-1.json` describes it. */
export const argosy: Format = {
	name: 'argosy',
	title: 'Argosy',
	suffixes: ['argosy', 'json'],
	media: 'application/json',
	recognises: (sample) => typeof sample.key('argosy') === 'number' && Array.isArray(sample.key('items')),
	read: readArgosy,
	write: writeArgosy
};
