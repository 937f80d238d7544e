/**
 * What a person who typed these words looks for, best first: labels that begin with them, then those in which each
 * typed word begins a word, then those that hold them anywhere. What can be done now comes before what cannot.
 */
export function found<T extends { readonly label: string; readonly whyNotNow: string | null }>(
	all: readonly T[],
	typed: string
): T[] {
	const words = folded(typed).split(/\s+/).filter(Boolean);
	const ranked = all.flatMap((one) => {
		const rank = rankOf(folded(one.label), words);
		return rank === null ? [] : [{ one, rank: rank + (one.whyNotNow === null ? 0 : 10) }];
	});
	return ranked.sort((a, b) => a.rank - b.rank).map(({ one }) => one);
}

function rankOf(label: string, words: readonly string[]): number | null {
	if (!words.every((word) => label.includes(word))) return null;
	if (label.startsWith(words.join(' '))) return 0;
	return words.every((word) => label.split(/[^\p{L}\p{N}]+/u).some((part) => part.startsWith(word))) ? 1 : 2;
}

function folded(text: string): string {
	return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
