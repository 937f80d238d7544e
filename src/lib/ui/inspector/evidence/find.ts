import { doiIn, referenceLine } from '#lib/core/model/citation.ts';
import type { Source } from '#lib/core/model/item.ts';
import { source } from '#lib/core/model/make.ts';

/** The sources that hold every one of the typed words, in any order, letter case and accents aside; a DOI in any form. */
export function matching(all: readonly Source[], typed: string): Source[] {
	const words = folded(doiIn(typed) ?? typed)
		.split(/\s+/)
		.filter(Boolean);
	return all.filter((one) => {
		const text = folded(`${referenceLine(one)} ${one.DOI} ${one.URL}`);
		return words.every((word) => text.includes(word));
	});
}

/** What a person who typed this means to enter: a work with this DOI, at this address, or of this title. */
export function begun(id: string, typed: string): Source {
	const text = typed.trim();
	const doi = doiIn(text);
	if (doi !== null) return source({ id, title: '', DOI: doi, type: 'article-journal' });
	if (/^https?:\/\/\S+$/i.test(text)) return source({ id, title: '', URL: text, type: 'webpage' });
	return source({ id, title: text });
}

/** An address as it must be kept: where a person left out `https://` it is put in front. */
export function addressIn(typed: string): string {
	const text = typed.trim();
	return /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+([/?#:]\S*)?$/u.test(text) ? `https://${text}` : text;
}

function folded(text: string): string {
	return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
