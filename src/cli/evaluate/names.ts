import type { Debate } from '#lib/core/model/debate.ts';
import type { Id, Item } from '#lib/core/model/item.ts';
import { isRecord } from '#lib/formats/sample.ts';

/** What an evaluation speaks of, by the names that the file has for it. */
export interface Names {
	/** Claims, arguments and evidence, in the order of the file. */
	readonly points: readonly Id[];
	readonly relations: readonly Id[];
	of(id: Id): string;
	/** The item that has a name, or else that title; a relation only where nothing else has it. */
	find(name: string): Id | undefined;
}

/** So much of a text stands for it. */
const ENOUGH = 60;

/** The names that a file of one format has for the items of a debate, or their ids. */
export function namesIn(debate: Debate, format: string | null): Names {
	const items = [...debate.items()];
	const names = new Map<Id, string>();
	const taken = new Set(items.map(({ id }) => id));
	for (const item of items) {
		const name = nameIn(item, format);
		const isFree = name === item.id || !taken.has(name);
		names.set(item.id, isFree ? name : item.id);
		taken.add(name);
	}
	const points = items.filter(({ kind }) => kind === 'claim' || kind === 'argument' || kind === 'evidence');
	const relations = items.filter(({ kind }) => kind === 'relation');
	const of = (id: Id) => names.get(id) ?? id;
	return {
		points: points.map(({ id }) => id),
		relations: relations.map(({ id }) => id),
		of,
		find: (name) =>
			[...points, ...relations].find(({ id }) => of(id) === name)?.id ??
			points.find((item) => titleOf(item) === name)?.id
	};
}

/** The same, as people call things: by title or words where the file has no name for them. Each has another one. */
export function spoken(names: Names, debate: Debate, format: string | null): Names {
	const words = new Map<Id, string>();
	const taken = new Set<string>();
	for (const id of [...names.points, ...names.relations]) {
		const [known, own] = [names.of(id), wordsOf(debate.get(id))];
		const isNamed = known !== id || format === 'argosy' || own === '';
		const word = isNamed ? known : taken.has(own) ? `${own} (${id})` : own;
		taken.add(word);
		words.set(id, word);
	}
	return { ...names, of: (id) => words.get(id) ?? id };
}

function wordsOf(item: Item | undefined): string {
	const said = titleOf(item) || (item && 'text' in item ? item.text : '');
	const text = said.replaceAll(/\s+/g, ' ').trim();
	return text.length > ENOUGH ? `${text.slice(0, ENOUGH)}…` : text;
}

function titleOf(item: Item | undefined): string {
	return item?.kind === 'claim' || item?.kind === 'argument' ? item.title : '';
}

/** What a file says about an item in a field that we have no place for. */
export function carriedIn(item: Item | undefined, format: string | null, field: string): unknown {
	const carried: unknown = format === null ? undefined : item?.ext[format];
	return isRecord(carried) ? carried[field] : undefined;
}

/** In Argdown a title is what a thing is spoken of by. */
const TITLED: readonly (string | null)[] = ['argdown', 'argdown-json'];

function nameIn(item: Item, format: string | null): string {
	if (TITLED.includes(format)) return titleOf(item) || item.id;
	const id = carriedIn(item, format, 'id');
	return typeof id === 'string' || typeof id === 'number' ? String(id) : item.id;
}
