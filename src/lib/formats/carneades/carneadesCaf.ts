import type { Format } from '../format.ts';
import { readCaf } from './xml/caf.ts';

/** The Carneades Argument Format of the argument browser: LKIF's successor, in several languages, with references. */
export const carneadesCaf: Format = {
	name: 'carneades-caf',
	title: 'CAF (Carneades)',
	suffixes: ['xml', 'caf'],
	media: 'application/xml',
	recognises: ({ root }) => root?.name === 'caf',
	read: readCaf
};
