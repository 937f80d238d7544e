import type { Format } from '../format.ts';
import { readKialo } from './read.ts';
import { writeKialo } from './write.ts';

/** The text export of Kialo: a numbered outline of pros and cons, with `-> See 1.2.` where a claim is used again. */
export const kialo: Format = {
	name: 'kialo',
	title: 'Kialo',
	suffixes: ['txt', 'csv'],
	media: 'text/plain',
	recognises: ({ lines }) =>
		/^\uFEFF?Discussion Title:/i.test(lines[0] ?? '') ||
		(/^1\.\s/.test(lines[0] ?? '') && lines.some((line) => /^1\.1\. (?:Pro|Con):/i.test(line))),
	read: readKialo,
	write: writeKialo
};
