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
	accepts: ({ text }) => text.includes('<outline'),
	read: readOpml,
	write: writeOpml
};
