import type { Format } from '../format.ts';
import { readRationale } from './read.ts';

/** A map of Rationale: a script, of which some lines are understood and none is ever run. */
export const rationale: Format = {
	name: 'rationale',
	title: 'Rationale',
	suffixes: ['rtnl'],
	media: 'text/plain',
	recognises: ({ lines }) => /^#\s*Rationale Version\b/i.test(lines[0] ?? ''),
	accepts: ({ text }) => /\bCreate(?:Child)?\(/.test(text),
	read: readRationale
};
