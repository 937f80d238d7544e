import type { Format } from '../format.ts';
import { readLkif } from './xml/lkif.ts';

/** The Legal Knowledge Interchange Format as Carneades 2 and 3 kept argument graphs in it. */
export const carneadesLkif: Format = {
	name: 'carneades-lkif',
	title: 'LKIF (Carneades)',
	suffixes: ['xml', 'lkif'],
	media: 'application/xml',
	recognises: ({ root }) =>
		root?.name === 'lkif' || (root?.name === 'locatingRules' && root.tag.includes('thaiopensource')),
	read: readLkif
};
