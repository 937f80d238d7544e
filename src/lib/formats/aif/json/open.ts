import { fail, ok, type Result } from '#lib/core/result.ts';
import { entriesInJson, readLooseJson } from '../../carriers/json.ts';
import { plain } from '../../carriers/yaml.ts';
import { Draft } from '../../draft.ts';
import { refusal, type Refusal } from '../../format.ts';
import { Places } from '../../places.ts';
import { isRaw, type PlaceOf, type Raw } from '../graph.ts';
import { keysOf } from '../parts.ts';

/** A document, a draft that knows what had to be mended in its text, and the places of the entries of its lists. */
export interface Opened {
	readonly document: Raw;
	readonly draft: Draft;
	readonly placeOf: PlaceOf;
}

/** Opens the JSON text of a document; refused where it is no JSON object. */
export function opened(text: string): Result<Opened, Refusal> {
	const json = readLooseJson(text);
	if (!json.ok) return json;
	const document = plain(json.value.value);
	if (!isRaw(document)) return fail(refusal('no-nodes', 'There is no object with nodes in it.', 1, 1));
	const draft = new Draft();
	const places = new Places(text);
	const [first] = json.value.mended;
	if (first !== undefined)
		draft.warn(
			'control-character',
			`${json.value.mended.length} control characters in strings, which JSON forbids, were taken as they are.`,
			places.at(first)
		);
	const starts = new Map<string, number[]>();
	const placeOf: PlaceOf = (pointer, at) => {
		const known = starts.get(pointer) ?? entriesInJson(text, keysOf(pointer));
		starts.set(pointer, known);
		return places.at(known[at] ?? 0);
	};
	return ok({ document, draft, placeOf });
}
