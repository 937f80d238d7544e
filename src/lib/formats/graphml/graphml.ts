import type { Format } from '../format.ts';
import { isArgunet } from './argunet/argunetGraphml.ts';
import { readGraphml } from './read.ts';
import { writeGraphml } from './write.ts';

/** GraphML, plain or from yEd. A node is a claim or, as in AIF, the inference between claims. */
export const graphml: Format = {
	name: 'graphml',
	title: 'GraphML',
	suffixes: ['graphml'],
	media: 'application/graphml+xml',
	recognises: (sample) => sample.root?.name === 'graphml' && !isArgunet(sample),
	read: readGraphml,
	write: writeGraphml
};
