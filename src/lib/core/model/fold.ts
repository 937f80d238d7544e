/**
 * Text as it is compared in a search: decomposed (NFKD), without combining marks, in lower case, with ё as е and
 * the Turkish İ and ı as i. Everything else stays, so any script can be found.
 */
export function fold(text: string): string {
	return text.normalize('NFKD').replaceAll(MARKS, '').toLowerCase().replaceAll('ı', 'i').normalize('NFC');
}

const MARKS = /\p{Mn}/gu;
