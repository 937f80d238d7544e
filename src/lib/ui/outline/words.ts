import type { Item } from '#lib/core/model/item.ts';

/** What a row of the outline says of an item, in one line. */
export function wordsOf(item: Item): string {
	switch (item.kind) {
		case 'claim':
			return item.text || item.title;
		case 'argument':
			return item.title || item.descriptions[0] || '';
		case 'evidence':
			return item.text;
		default:
			return '';
	}
}
