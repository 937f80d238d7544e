import type { Format } from '../format.ts';
import { readBibtex } from './read.ts';
import { writeBibtex } from './write.ts';

/** A bibliography in BibTeX, BibLaTeX or JabRef's dialect: sources and nothing else. */
export const bibtex: Format = {
	name: 'bibtex',
	title: 'BibTeX',
	suffixes: ['bib', 'bibtex'],
	media: 'application/x-bibtex',
	recognises: ({ text }) => ENTRY.test(text),
	accepts: () => true,
	read: readBibtex,
	write: writeBibtex
};

const ENTRY =
	/^[ \t]*@[ \t]*(?:string|preamble|comment|(?:mv|in|supp|bookin)?(?:book|collection|proceedings|reference)|booklet|conference|article|periodical|misc|online|electronic|manual|report|techreport|(?:phd|masters)?thesis|unpublished|patent|dataset|software|legal|legislation|video|talk|www)[ \t]*[{(]/im;
