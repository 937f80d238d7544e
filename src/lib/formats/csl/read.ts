import { fail, type Result } from '#lib/core/result.ts';
import { readJson } from '../carriers/json.ts';
import { refusal, type Native, type Reading, type Refusal } from '../format.ts';
import { Places } from '../places.ts';
import { Shelf } from '../references/shelf.ts';
import { plain } from '../carriers/yaml.ts';
import { isRecord } from '../sample.ts';
import { workIn } from './fields.ts';

/** Reads a list of CSL-JSON items, or a single one. Variables that a source has no place for stay in `ext`. */
export function readCslJson(text: string): Result<Reading, Refusal> {
	const json = readJson(text);
	if (!json.ok) return json;
	const { value } = json;
	const items: readonly unknown[] = Array.isArray(value) ? value : [value];
	const native = nativeOf(text, items.filter(isRecord));
	if (items.length > 0 && !items.some(isRecord))
		return fail(refusal('no-items', 'There is no item of a bibliography in it.', 1, 1, native));
	const shelf = new Shelf('csl-json');
	const starts = Array.isArray(value) ? entryStarts(text) : [0];
	const places = new Places(text);
	for (const [at, item] of items.entries()) {
		const place = places.at(starts[at] ?? 0);
		if (!isRecord(item)) {
			shelf.draft.warn('not-an-item', 'An entry that is no item was left out.', place);
			continue;
		}
		const { id } = item;
		const name = typeof id === 'string' || typeof id === 'number' ? String(id) : '';
		shelf.add({ id: name, work: workIn(item), raw: plain(item), place });
	}
	return shelf.reading(native);
}

/** Where each entry of the list that `text` is begins, in one pass. */
function entryStarts(text: string): number[] {
	const starts: number[] = [];
	let [depth, isString, isDue] = [0, false, false];
	for (let at = 0; at < text.length; at++) {
		const sign = text[at]!;
		if (isString) {
			if (sign === '\\') at++;
			else if (sign === '"') isString = false;
			continue;
		}
		if (isDue && !/\s/.test(sign)) {
			starts.push(at);
			isDue = false;
		}
		if (sign === '"') isString = true;
		else if (sign === '[' || sign === '{') isDue = ++depth === 1;
		else if (sign === ']' || sign === '}') depth--;
		else if (sign === ',' && depth === 1) isDue = true;
	}
	return starts;
}

function nativeOf(text: string, items: readonly Readonly<Record<string, unknown>>[]): Native {
	const types = new Map<string, number>();
	for (const { type } of items) {
		const name = typeof type === 'string' ? type : 'null';
		types.set(name, (types.get(name) ?? 0) + 1);
	}
	return {
		...(text.includes('\r\n') && { crlf: true }),
		items: items.length,
		types: Object.fromEntries(types)
	};
}
