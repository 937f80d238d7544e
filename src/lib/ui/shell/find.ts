import type { Debate } from '#lib/core/model/debate.ts';
import { fold } from '#lib/core/model/fold.ts';
import type { Id, Item } from '#lib/core/model/item.ts';
import { evidenceCiting } from '#lib/core/model/questions.ts';

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
		const said = wordsOf(item);
		if (!said || !words.every((word) => foldedOf(item, said.all).includes(word))) continue;
		hits.push({ item: item.id, kind: said.kind, text: said.text, place: placeOf(debate, item) });
	}
	return hits.sort((a, b) => ORDER[a.kind] - ORDER[b.kind] || a.text.length - b.text.length).slice(0, limit);
}

const ORDER: Readonly<Record<Hit['kind'], number>> = { claim: 0, argument: 1, evidence: 2, source: 3 };

function foldedOf(item: Item, all: string): string {
	let known = folded.get(item);
	if (known === undefined) folded.set(item, (known = fold(all)));
	return known;
}

function wordsOf(item: Item): { kind: Hit['kind']; text: string; all: string } | null {
	switch (item.kind) {
		case 'claim':
			return {
				kind: 'claim',
				text: item.text,
				all: [item.text, item.title, item.notes, ...item.tags].join(' ')
			};
		case 'argument':
			return {
				kind: 'argument',
				text: item.title,
				all: [item.title, item.notes, ...item.descriptions].join(' ')
			};
		case 'evidence':
			return { kind: 'evidence', text: item.text, all: [item.text, item.locator, item.notes].join(' ') };
		case 'source': {
			const names = item.author.map(({ family, given }) => `${given} ${family}`);
			return {
				kind: 'source',
				text: item.title,
				all: [item.title, item.issued, item.DOI, ...names].join(' ')
			};
		}
		default:
			return null;
	}
}

function placeOf(debate: Debate, item: Item): Id {
	if (item.kind === 'evidence') return item.target;
	if (item.kind === 'source') return evidenceCiting(debate, item.id)[0]?.target ?? item.id;
	return item.id;
}
