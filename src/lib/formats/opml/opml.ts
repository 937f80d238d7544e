import type { Format } from '../format.ts';
import { readOpml } from './read.ts';
import { writeOpml } from './write.ts';

/** Outlines as outliners and feed readers exchange them (OPML 1.0, 1.1 and 2.0). */
export const opml: Format = {
	name: 'opml',
	title: 'OPML',
	suffixes: ['opml'],
	media: 'text/x-opml',
	recognises: ({ root }) => root?.name === 'opml',
	// Half a file too, so that it is refused for what it is.
	accepts: ({ text, root }) => text.includes('<outline') || (root === null && !/^\s*[{[]/.test(text)),
	read: readOpml,
	write: writeOpml
};
