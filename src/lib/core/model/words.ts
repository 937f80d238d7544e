import type { Item } from './item.ts';

/** What an item says, in short: a claim its words, an argument its title, evidence its text, a source its title. */
export function wordsOf(item: Item): string {
	switch (item.kind) {
		case 'claim':
			return item.text || item.title;
		case 'argument':
			return item.title || item.descriptions[0] || '';
		case 'evidence':
			return item.text;
		case 'source':
		case 'group':
			return item.title;
		case 'relation':
			return '';
	}
}

/** Everything that an item is found by in a search; nothing for what has no words of its own. */
export function everyWordOf(item: Item): string {
	switch (item.kind) {
		case 'claim':
			return all(item.text, item.title, item.notes, ...item.tags, ...item.wordings.map(({ text }) => text));
		case 'argument':
			return all(item.title, item.notes, ...item.tags, ...item.descriptions);
		case 'evidence':
			return all(item.text, item.locator, item.notes);
		case 'source': {
			const names = item.author.map(({ family, given }) => `${given} ${family}`);
			return all(item.title, item.containerTitle, item.publisher, item.DOI, item.issued, ...names);
		}
		default:
			return '';
	}
}

function all(...words: readonly string[]): string {
	return words.filter(Boolean).join('\n');
}
