import type { Debate } from '#lib/core/model/debate.ts';
import { fold } from '#lib/core/model/fold.ts';
import type { Id, Item } from '#lib/core/model/item.ts';
import { evidenceCiting } from '#lib/core/model/questions.ts';
import { everyWordOf, wordsOf } from '#lib/core/model/words.ts';

/** What leads to the search from everywhere; a character only where it would not be typed. */
export const SEARCH_KEYS: readonly string[] = ['/', 'Ctrl+F'];

export interface Hit {
	readonly item: Id;
	readonly kind: 'claim' | 'argument' | 'evidence' | 'source';
	readonly text: string;
	/** What to show on the map for it: the claim that evidence is on, or that a source is cited for. */
	readonly place: Id;
}

const folded = new WeakMap<Item, string>();

/** Items whose words hold every word of the query, claims first; at most `limit`. Folding is done once for each wording. */
export function find(debate: Debate, query: string, limit: number): Hit[] {
	const words = fold(query).split(/\s+/).filter(Boolean);
	if (words.length === 0) return [];
	const hits: Hit[] = [];
	for (const item of debate.items()) {
		if (item.kind === 'relation' || item.kind === 'group') continue;
		const said = foldedOf(item);
		if (!words.every((word) => said.includes(word))) continue;
		hits.push({ item: item.id, kind: item.kind, text: wordsOf(item), place: placeOf(debate, item) });
	}
	return hits.sort((a, b) => ORDER[a.kind] - ORDER[b.kind] || a.text.length - b.text.length).slice(0, limit);
}

const ORDER: Readonly<Record<Hit['kind'], number>> = { claim: 0, argument: 1, evidence: 2, source: 3 };

function foldedOf(item: Item): string {
	let known = folded.get(item);
	if (known === undefined) folded.set(item, (known = fold(everyWordOf(item))));
	return known;
}

function placeOf(debate: Debate, item: Item): Id {
	if (item.kind === 'evidence') return item.target;
	if (item.kind === 'source') return evidenceCiting(debate, item.id)[0]?.target ?? item.id;
	return item.id;
}
