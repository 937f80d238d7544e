import type { Format } from '../format.ts';
import { readAml } from './read.ts';

/** The Argument Markup Language of Araucaria (Reed and Rowe 2004). */
export const aml: Format = {
	name: 'aml',
	title: 'Araucaria AML',
	suffixes: ['aml', 'xml'],
	media: 'application/xml',
	recognises: ({ root, text }) => root?.name === 'ARG' && /<(?:AU|SCHEMESET|TEXT|EDATA)\b/.test(text),
	read: readAml
};
