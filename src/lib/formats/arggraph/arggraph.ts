import type { Format } from '../format.ts';
import { readArggraph } from './read.ts';
import { writeArggraph } from './write.ts';

/** The argument graphs of the microtext corpora: segments of a text, units of the argument, and edges on edges. */
export const arggraph: Format = {
	name: 'arggraph',
	title: 'Argument graph (microtexts)',
	suffixes: ['xml'],
	media: 'application/xml',
	recognises: ({ root }) => root?.name === 'arggraph',
	read: readArggraph,
	write: writeArggraph
};
