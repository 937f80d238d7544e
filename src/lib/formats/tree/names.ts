import type { Json } from '#lib/core/decode.ts';
import type { Debate } from '#lib/core/model/debate.ts';
import type { Id, Item } from '#lib/core/model/item.ts';
import { isRecord } from '../sample.ts';

/** What `format` carried for `item`, its foreign id apart. */
export function carriedBy(item: Item, format: string): Readonly<Record<string, Json>> {
	const carried = item.ext[format];
	if (!isRecord(carried)) return {};
	const { id: _id, ...rest } = carried as Readonly<Record<string, Json>>;
	return rest;
}

/** The name of each item in a file: the one that it was imported with, else its id; each once. */
export function namesIn(debate: Debate, format: string): ReadonlyMap<Id, string> {
	const names = new Map<Id, string>();
	const taken = new Set<string>();
	const take = (item: Item, wanted: string): void => {
		let name = wanted;
		for (let nth = 2; name === '' || taken.has(name); nth++) name = `${item.id}-${nth}`;
		taken.add(name);
		names.set(item.id, name);
	};
	const fresh: Item[] = [];
	for (const item of debate.items()) {
		const foreign = foreignId(item, format);
		if (foreign !== '' && !taken.has(foreign)) take(item, foreign);
		else fresh.push(item);
	}
	for (const item of fresh) take(item, item.id);
	return names;
}

/** Whether `item` was imported and had no name there. */
export function isNameless(item: Item, format: string): boolean {
	return format in item.ext && foreignId(item, format) === '';
}

function foreignId({ ext }: Item, format: string): string {
	const carried = ext[format];
	const id = isRecord(carried) ? carried['id'] : '';
	return typeof id === 'string' ? id : '';
}
