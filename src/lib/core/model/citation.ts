import type { Name, Source } from './item.ts';

/**
 * How a source is cited in running text: `Dzhuraev 2024`, `Alff & Baza 2023`, `Ito et al. 2020`. Without an author
 * its title stands in quotation marks; what is unknown is left out, so that the answer can be empty.
 */
export function cited(source: Source): string {
	const names = source.author.map(({ family, given }) => (family || given).trim()).filter(Boolean);
	const title = source.title.trim();
	const who = names.length > 2 ? `${names[0]} et al.` : names.join(' & ');
	return [who || (title && `“${title}”`), yearOf(source)].filter(Boolean).join(' ');
}

/** A piece of a reference. `work` is the title of what stands on the shelf, set apart in print; `address` is a link. */
export interface Part {
	readonly is: 'plain' | 'work' | 'address';
	readonly text: string;
}

/** The full reference of a source, in pieces that are read one after another. What is unknown is left out. */
export function reference(source: Source): Part[] {
	const isWithin = source.containerTitle.trim() !== '';
	const pieces: Part[] = [
		{ is: 'plain', text: named(source.author, source.issued) },
		{ is: isWithin ? 'plain' : 'work', text: source.title },
		{ is: 'work', text: source.containerTitle },
		{ is: 'plain', text: source.publisher },
		{ is: 'address', text: addressOf(source) ?? '' }
	];
	return pieces.flatMap(({ is, text }) => {
		const words = text.trim();
		if (words === '') return [];
		return [{ is, text: is === 'address' || /[.!?…]$/u.test(words) ? words : `${words}.` }];
	});
}

/** The full reference as one line of text. */
export function referenceLine(source: Source): string {
	return reference(source)
		.map(({ text }) => text)
		.join(' ');
}

function named(author: readonly Name[], issued: string): string {
	const names = author
		.map(({ family, given }) => [family.trim(), given.trim()].filter(Boolean).join(', '))
		.filter(Boolean)
		.join('; ');
	return [names, issued && `(${issued})`].filter(Boolean).join(' ');
}

/** The year of a source, `''` when unknown. */
export function yearOf({ issued }: Source): string {
	return issued.split('-')[0]!;
}

/** Where the source is found: its DOI as an address, else its own address if that is http(s). */
export function addressOf(source: Source): string | null {
	const doi = doiIn(source.DOI);
	if (doi !== null)
		return `https://doi.org/${encodeURI(doi.toWellFormed()).replaceAll('#', '%23').replaceAll('?', '%3F')}`;
	return /^https?:\/\/\S+$/i.test(source.URL) ? source.URL : null;
}

/**
 * The bare DOI in what a person pasted: `10.1000/182` out of `https://doi.org/10.1000/182` or `doi: 10.1000/182.`
 * `null` where there is none.
 */
export function doiIn(text: string): string | null {
	const bare = text
		.trim()
		.replace(/^(https?:\/\/(dx\.|www\.)?doi\.org\/|doi\s*:\s*)/i, '')
		.replace(/[\s.,;]+$/, '');
	const found = /%[0-9a-f]{2}/i.test(bare) ? decoded(bare) : bare;
	return /^10\.\d{4,9}(\.\d+)*\/\S+$/.test(found) ? found : null;
}

function decoded(address: string): string {
	try {
		return decodeURIComponent(address);
	} catch {
		return address;
	}
}

/**
 * Whether two entries stand for one work: DOIs decide where both have one, letter case aside; else title, year and
 * first author, marks and letter case aside.
 */
export function isSameWork(a: Source, b: Source): boolean {
	const [one, two] = [doiOf(a), doiOf(b)];
	if (one !== null && two !== null) return one === two;
	const title = titleKey(a);
	return title !== null && title === titleKey(b);
}

/** What the entries of one work have in common, one of these at least: to look them up by. */
export function worksOf(source: Source): string[] {
	return [doiOf(source), titleKey(source)].filter((key) => key !== null);
}

function doiOf(source: Source): string | null {
	return (doiIn(source.DOI) ?? doiIn(source.URL))?.toLowerCase() ?? null;
}

function titleKey(source: Source): string | null {
	const title = folded(source.title);
	if (title === '') return null;
	return JSON.stringify([title, yearOf(source), folded(source.author[0]?.family ?? '')]);
}

/** Letters and digits in lower case, one space between words. Without letters or digits the text itself. */
function folded(text: string): string {
	const words = text.normalize('NFKC').toLowerCase();
	return words.replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim() || words.trim();
}
