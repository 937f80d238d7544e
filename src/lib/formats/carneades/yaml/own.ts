import { decode, type Json } from '#lib/core/decode.ts';
import { item as anyItem } from '#lib/core/model/decodeItem.ts';
import type { Id, Item } from '#lib/core/model/item.ts';
import { fail, type Result } from '#lib/core/result.ts';
import { isRecord } from '../../sample.ts';
import { isSame } from '../../tree/fields.ts';

type Table = Readonly<Record<string, unknown>>;

/** What our writer adds under `meta`, where Carneades lets anybody add: `argosy` and a table. */
export function ownOf(value: Json | undefined): Readonly<Record<string, Json>> | null {
	const meta = isRecord(value) ? value['meta'] : undefined;
	const own = isRecord(meta) ? meta['argosy'] : undefined;
	return isRecord(own) ? (own as Readonly<Record<string, Json>>) : null;
}

/**
 * An item that Carneades has no words for, as it stands in the file: what it refers to is called by its section and
 * key there, `statements/rain`; what is in no section, `items/` and its id.
 */
export function itemIn(
	value: Json,
	id: Id,
	find: (name: string) => Id | undefined
): Result<Item, { readonly path: string; readonly message: string }> {
	if (!isRecord(value)) return fail({ path: '', message: 'must be an object' });
	return decode(anyItem, { ...mapped(value, (name) => find(name) ?? 'nothing'), id });
}

/** An item as it is written, at its defaults what is not said. */
export function itemOut(item: Item, usual: Table, name: (id: Id) => string): Table {
	const fields = Object.entries(item).filter(
		([key, value]) => key === 'kind' || key === 'id' || !isSame(value, usual[key])
	);
	const { ext, ...rest } = Object.fromEntries(fields) as Table;
	const own = isRecord(ext) ? ext['carneades-yaml'] : undefined;
	return { ...mapped(rest, name), ...(own !== undefined && { ext: { 'carneades-yaml': own } }) };
}

/** The fields with everything that they refer to called by another name. */
function mapped(fields: Table, name: (id: string) => string): Table {
	const one = (value: unknown): unknown => (typeof value === 'string' ? name(value) : value);
	const { premises, steps } = fields;
	return {
		...fields,
		...Object.fromEntries(
			['target', 'source', 'group', 'parent']
				.filter((key) => key in fields)
				.map((key) => [key, one(fields[key])])
		),
		...(Array.isArray(steps) && { steps: steps.map(one) }),
		...(Array.isArray(premises) && {
			premises: premises.map((each: unknown) => (isRecord(each) ? { ...each, id: one(each['id']) } : each))
		})
	};
}
