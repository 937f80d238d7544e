import type { Format } from '../format.ts';
import { MARK } from './marks.ts';
import { readBrat } from './read.ts';

/** brat's standoff marks: spans of a text, which stands in a file beside, and relations between them. */
export const brat: Format = {
	name: 'brat',
	title: 'brat',
	suffixes: ['ann'],
	media: 'text/plain',
	recognises: ({ lines, root }) =>
		root === null && MARK.test(lines[0] ?? '') && lines.some((line) => /^T\d+\t\S+ \d+ \d+/.test(line)),
	// Texts in which nothing was marked have empty files of marks beside them.
	accepts: ({ text }) => text.trim() === '',
	read: readBrat
};
