import { decode, list, object, whole, type Decoder } from '#lib/core/decode.ts';
import { NAMELESS, type About } from '#lib/core/model/debate.ts';
import { about } from '#lib/core/model/decodeAbout.ts';
import { item } from '#lib/core/model/decodeItem.ts';
import type { Item } from '#lib/core/model/item.ts';
import { fail, type Result } from '#lib/core/result.ts';
import { placeInJson, readJson } from '../carriers/json.ts';
import { Draft } from '../draft.ts';
import { refusal, type Reading, type Refusal } from '../format.ts';
import { isRecord } from '../sample.ts';
import { VERSION } from './write.ts';

interface File {
	readonly argosy: number;
	readonly about: About;
	readonly items: Item[];
}

const file: Decoder<File> = object<File>(
	{ argosy: whole(1, VERSION), about, items: list(item, 250_000) },
	{ about: NAMELESS }
);

/** Reads our own JSON. Refused, with the place, where a field is not what it must be or the version is newer. */
export function readArgosy(source: string): Result<Reading, Refusal> {
	const json = readJson(source);
	if (!json.ok) return json;
	const version = isRecord(json.value) ? json.value['argosy'] : undefined;
	if (typeof version === 'number' && version > VERSION)
		return fail(
			refusal('newer', `This was written by a newer Argosy (version ${version}); this one reads ${VERSION}.`)
		);
	const decoded = decode(file, json.value);
	if (!decoded.ok) {
		const { path, message } = decoded.error;
		const { line, column } = placeInJson(source, path);
		return fail(refusal('not-valid', `${path === '' ? 'The file' : path} ${message}.`, line, column));
	}
	const draft = new Draft();
	const { items } = decoded.value;
	for (const [at, each] of items.entries()) {
		if (draft.has(each.id))
			draft.warn(
				'duplicate-id',
				`${each.id} stands twice; the first counts.`,
				placeInJson(source, `items[${at}]`)
			);
		else draft.put(each);
	}
	return draft.reading(decoded.value.about, { items: items.length });
}
