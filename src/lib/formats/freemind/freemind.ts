import type { Format } from '../format.ts';
import { readFreemind } from './read.ts';
import { writeFreemind } from './write.ts';

/** Mind maps of FreeMind and Freeplane. */
export const freemind: Format = {
	name: 'freemind',
	title: 'Freeplane',
	suffixes: ['mm'],
	media: 'application/x-freemind',
	recognises: ({ root, text }) => root?.name === 'map' && /<node[\s>/]/.test(text),
	// Half a file too, so that it is refused for what it is.
	accepts: ({ text, root }) => root?.name === 'map' || (root === null && !/^\s*[{[]/.test(text)),
	read: readFreemind,
	write: writeFreemind
};
