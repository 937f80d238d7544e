import type { Format } from '../format.ts';
import { readBibtex } from './read.ts';
import { writeBibtex } from './write.ts';

/** A bibliography in BibTeX, BibLaTeX or JabRef's dialect: sources and nothing else. */
export const bibtex: Format = {
	name: 'bibtex',
	title: 'BibTeX',
	suffixes: ['bib', 'bibtex'],
	media: 'application/x-bibtex',
	recognises: ({ text }) => {
		const at = text.search(ENTRY);
		return at >= 0 && !OTHER.test(text.slice(0, at));
	},
	// Without an entry there may be remarks, such as that there are no sources.
	accepts: ({ text }) => text.includes('@') || /^\s*(?:%|$)/.test(text),
	read: readBibtex,
	write: writeBibtex
};

const ENTRY =
	/^[ \t]*@[ \t]*(?:string|preamble|comment|(?:mv|in|supp|bookin)?(?:book|collection|proceedings|reference)|booklet|conference|article|periodical|misc|online|electronic|manual|report|techreport|(?:phd|masters)?thesis|unpublished|patent|dataset|software|legal|legislation|video|talk|www)[ \t]*[{(]/im;

/** Before its first entry a bibliography has words at most: a heading, a fence or a title is of another language. */
const OTHER = /^(?:[ \t]*(?:```|~~~|#{1,6} |\[[^\]\n]+\]:|<[^>\n]+>:)|={3,}[ \t]*$)/m;
