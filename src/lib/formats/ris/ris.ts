import type { Format } from '../format.ts';
import { readRis } from './read.ts';
import { writeRis } from './write.ts';

/** A bibliography in the tagged lines that reference managers and libraries exchange: sources and nothing else. */
export const ris: Format = {
	name: 'ris',
	title: 'RIS',
	suffixes: ['ris'],
	media: 'application/x-research-info-systems',
	recognises: ({ lines }) => lines.some((line) => /^[ \t]*TY[ \t]{1,2}- ?[A-Z]{2,}/.test(line)),
	accepts: () => true,
	read: readRis,
	write: writeRis
};
