import { fail, type Result } from '#lib/core/result.ts';
import { placeInJson, readJson } from '../../carriers/json.ts';
import { Draft } from '../../draft.ts';
import { refusal, type Native, type Reading, type Refusal } from '../../format.ts';
import { isRecord } from '../../sample.ts';
import type { Data } from '../syntax/data.ts';
import { toItems } from '../model/toItems.ts';
import { modelOf } from './model.ts';

/** Reads what Argdown's tool exports. Its map is left out: it is drawn from the rest. */
export function readArgdownJson(text: string): Result<Reading, Refusal> {
	const parsed = readJson(text);
	if (!parsed.ok) return parsed;
	const exported = parsed.value;
	if (!isRecord(exported) || !isRecord(exported['statements']) || !isRecord(exported['arguments']))
		return fail(refusal('not-argdown-json', 'It has no “statements” and “arguments” by title.', 1, 1));
	const draft = new Draft();
	const { model, flaws } = modelOf(exported);
	for (const { path, message } of flaws.slice(0, MOST_PLACED))
		draft.warn('dangling', `${path}: ${message}`, placeInJson(text, path));
	for (const { path, message } of flaws.slice(MOST_PLACED)) draft.warn('dangling', `${path}: ${message}`);
	if (isRecord(exported['map']))
		draft.warn('derived', 'The map was left out: it is drawn anew.', placeInJson(text, 'map'));
	const said = exported['frontMatter'];
	// What is taken from it is checked there, entry by entry.
	const frontMatter = isRecord(said) ? (said as Data) : null;
	toItems(model, frontMatter, draft, () => ({ line: 0, column: 0 }));
	const title = frontMatter?.['title'];
	const summary = frontMatter?.['abstract'];
	return draft.reading(
		{ ...(typeof title === 'string' && { title }), ...(typeof summary === 'string' && { summary }) },
		nativeOf(exported)
	);
}

/** Each place is searched for from the beginning: only so many are. */
const MOST_PLACED = 50;

function nativeOf(exported: Readonly<Record<string, unknown>>): Native {
	const size = (key: string): number => (isRecord(exported[key]) ? Object.keys(exported[key]).length : 0);
	const relations: Record<string, number> = {};
	const entries: readonly unknown[] = Array.isArray(exported['relations']) ? exported['relations'] : [];
	for (const entry of entries) {
		const type = isRecord(entry) ? entry['relationType'] : undefined;
		if (typeof type === 'string') relations[type] = (relations[type] ?? 0) + 1;
	}
	const edges = isRecord(exported['map']) ? exported['map']['edges'] : undefined;
	return {
		topKeys: Object.keys(exported).sort(),
		statements: size('statements'),
		arguments: size('arguments'),
		relations,
		mapEdges: Array.isArray(edges) ? edges.length : 0
	};
}
