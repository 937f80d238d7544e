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
	read: readBrat
};
