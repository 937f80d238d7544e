import { decode, type Json } from '#lib/core/decode.ts';
import { patch } from '#lib/core/model/decodeItem.ts';
import type { Item } from '#lib/core/model/item.ts';
import { ARGUMENT, CLAIM, EVIDENCE, GROUP, RELATION, SOURCE } from '#lib/core/model/make.ts';
import type { Fields, Names } from './node.ts';

type Table = Readonly<Record<string, unknown>>;

/** The neutral values of every field that an outline carries by name; words, places and premises have their own way. */
const NEUTRAL: { readonly [K in Item['kind']]: Table } = {
	claim: pick(CLAIM, ['title', 'tags', 'notes', 'pin', 'group', 'unstated', 'wordings', 'basis', 'standard']),
	argument: pick(ARGUMENT, ['descriptions', 'steps', 'tags', 'notes', 'pin', 'group']),
	relation: pick(RELATION, ['scheme', 'notes']),
	evidence: {
		...pick(EVIDENCE, ['form', 'source', 'locator', 'credibility', 'notes']),
		bearing: 'for'
	},
	source: pick(SOURCE, ['type', 'author', 'issued', 'containerTitle', 'publisher', 'DOI', 'URL']),
	group: { ...pick(GROUP, ['form']), parent: null }
};

/** The names of the fields of each kind. */
const KEYS: { readonly [kind: string]: readonly string[] } = Object.fromEntries(
	Object.entries(NEUTRAL).map(([kind, neutral]) => [kind, Object.keys(neutral)])
);
/** Names of items, not values. */
const REFERENCES = new Set(['group', 'source', 'parent', 'steps']);
/** Texts that are cut where they are too long, and never refused. */
const FREE = new Set(['title', 'notes', 'scheme', 'locator', 'containerTitle', 'publisher', 'DOI']);

/** The names of all fields, in the order of a table. */
export const FIELDS: readonly string[] = [
	...new Set(Object.values(NEUTRAL).flatMap((neutral) => Object.keys(neutral)))
];

/** Whether two values are written the same way. */
export function isSame(value: unknown, other: unknown): boolean {
	if (value === other) return true;
	if (typeof value !== 'object' || typeof other !== 'object' || value === null || other === null)
		return false;
	if (Array.isArray(value) && Array.isArray(other) && value.length !== other.length) return false;
	return JSON.stringify(value) === JSON.stringify(other);
}

/** What `item` says beyond its words, as text; what is neutral is left out. */
export function fieldsOf(item: Item, names: Names): Fields {
	const fields: Record<string, string> = {};
	const neutrals = NEUTRAL[item.kind];
	for (const key of KEYS[item.kind]!) {
		const value: unknown = item[key as keyof Item];
		if (isSame(value, neutrals[key])) continue;
		fields[key] = REFERENCES.has(key)
			? listed(list(value).map(names.of), ' ')
			: said(value as Json, key === 'tags' ? '; ' : null);
	}
	return fields;
}

/** The fields of an item of `kind`, and the names of those that cannot be what they should. */
export function itemFields(
	kind: Item['kind'],
	fields: Fields,
	names: Names
): { readonly values: Readonly<Record<string, never>>; readonly bad: readonly string[] } {
	const values: Record<string, unknown> = {};
	const bad: string[] = [];
	for (const [key, neutral] of Object.entries(NEUTRAL[kind])) {
		const text = fields[key];
		if (text === undefined) continue;
		const value = REFERENCES.has(key) ? found(text, neutral, names) : heard(key, text, neutral);
		if (value === undefined || !(FREE.has(key) || decode(patch[kind], { [key]: value }).ok)) bad.push(key);
		else values[key] = value;
	}
	return { values: values as Readonly<Record<string, never>>, bad };
}

/** The words of a list, apart by `separator`, as JSON where one holds it. */
export function listed(words: readonly string[], separator: string): string {
	const joined = words.join(separator);
	return JSON.stringify(unlisted(joined, separator)) === JSON.stringify(words)
		? joined
		: JSON.stringify(words);
}

/** The words of a list that may be JSON. */
export function unlisted(text: string, separator: string): string[] {
	if (text.startsWith('[')) {
		const value = parsed(text);
		if (Array.isArray(value)) return value.map(String);
	}
	return text
		.split(separator.trim() || separator)
		.map((word) => word.trim())
		.filter((word) => word !== '');
}

function said(value: Json, separator: string | null): string {
	if (typeof value === 'string') return value;
	if (value === true) return 'yes';
	if (separator !== null) return listed(list(value), separator);
	return JSON.stringify(value);
}

function heard(key: string, text: string, neutral: unknown): unknown {
	if (typeof neutral === 'string') return text;
	if (typeof neutral === 'boolean') return /^(?:yes|true|1|x)$/i.test(text.trim());
	return key === 'tags' ? unlisted(text, '; ') : parsed(text);
}

function found(text: string, neutral: unknown, names: Names): unknown {
	if (!Array.isArray(neutral)) return names.find(text);
	return unlisted(text, ' ').flatMap((name) => names.find(name) ?? []);
}

function list(value: unknown): string[] {
	return Array.isArray(value) ? value.map(String) : typeof value === 'string' ? [value] : [];
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}

function pick(table: Table, keys: readonly string[]): Table {
	return Object.fromEntries(keys.map((key) => [key, table[key]]));
}
