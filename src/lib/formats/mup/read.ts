import type { Json } from '#lib/core/decode.ts';
import { fail, type Result } from '#lib/core/result.ts';
import { readJson } from '../carriers/json.ts';
import { plain } from '../carriers/yaml.ts';
import { Draft } from '../draft.ts';
import { refusal, type Native, type Reading, type Refusal } from '../format.ts';
import { Places } from '../places.ts';
import { isRecord } from '../sample.ts';
import { grow } from '../tree/grow.ts';
import type { Fields, Node } from '../tree/node.ts';
import { titleOf } from '../tree/titles.ts';
import { attributesOf, within, words, type Idea } from './ideas.ts';

/**
 * Reads a map of MindMup. Groups of ideas are reasons with joined premises; in a map without them an idea is a reason
 * for the one around it. What the model has no place for stays with its claim, that of the map with the first.
 */
export function readMup(text: string): Result<Reading, Refusal> {
	const json = readJson(text);
	if (!json.ok) return json;
	const root = json.value;
	if (!isRecord(root) || !(isRecord(root['ideas']) || 'title' in root))
		return fail(refusal('no-ideas', 'There are no ideas in it.', 1, 1));
	const draft = new Draft();
	const placeOf = placesIn(text);
	// Since version 2 the outermost idea is a canvas: the real ones are on it.
	const isCanvas = Number(root['formatVersion'] ?? 1) > 1;
	const ideas = isCanvas ? within(root) : [{ rank: '', idea: root }];
	const nodes: Node[] = [];
	const rest = [...ideas].reverse().map((each) => ({ ...each, into: nodes }));
	for (let next = rest.pop(); next; next = rest.pop()) {
		const children: Node[] = [];
		const isFirst = next.into === nodes && nodes.length === 0;
		const map = isFirst ? mapOf(root, isCanvas) : {};
		next.into.push({ ...nodeOf(next.idea, next.rank, map), children, ...placeOf(next.idea['id']) });
		rest.push(
			...within(next.idea)
				.reverse()
				.map((each) => ({ ...each, into: children }))
		);
	}
	grow(draft, 'mup', nodes);
	note(draft, root, nodes);
	const own = attributesOf(root)['argosy'];
	const summary = isRecord(own) ? words(own['summary']) : '';
	return draft.reading({ title: isCanvas ? words(root['title']) : titleOf(nodes), summary }, nativeOf(root));
}

/** What is left out, or kept without a meaning of its own. */
function note(draft: Draft, root: Idea, nodes: readonly Node[]): void {
	const { links } = root;
	const count = Array.isArray(links) || isRecord(links) ? Object.keys(links).length : 0;
	if (count > 0)
		draft.warn(
			'links',
			`${count} free lines between ideas say nothing of reasons; they are kept as they are.`
		);
	if (nodes.length === 0) draft.warn('empty', 'There is no idea in it.');
}

const KNOWN = new Set(['id', 'title', 'ideas', 'attr']);

/** Where the ideas of a text stand, by their ids. */
function placesIn(text: string): (id: unknown) => { line: number; column: number } {
	const places = new Places(text);
	const offsets = new Map<string, number>();
	for (const found of text.matchAll(/"id"\s{0,20}:\s{0,20}("[^"\\\n]{0,200}"|-?[\d.]{1,30})/g))
		if (!offsets.has(found[1]!)) offsets.set(found[1]!, found.index);
	return (id) => {
		const offset = offsets.get(JSON.stringify(id) ?? '');
		return offset === undefined ? { line: 0, column: 0 } : places.at(offset);
	};
}

/** What the map as a whole carries, for its first idea to keep. */
function mapOf(root: Idea, isCanvas: boolean): Readonly<Record<string, Json>> {
	const skipped = isCanvas ? ['title', 'ideas'] : [...KNOWN];
	const entries = Object.entries(root).filter(([key]) => !skipped.includes(key));
	const map = plain(Object.fromEntries(entries)) as Readonly<Record<string, Json>>;
	return { map: isCanvas ? map : { ...map, isIdea: true } };
}

function nodeOf(idea: Idea, rank: string, map: Readonly<Record<string, Json>>): Node {
	const { group, argosy, note, styleNames, ...attr } = attributesOf(idea);
	const own = isRecord(argosy) ? argosy : {};
	const isUnstated = Array.isArray(styleNames) && styleNames.includes(IMPLICIT);
	const isGroup = group !== undefined && group !== false && group !== '';
	const isPlain = !isGroup && Object.keys(own).length === 0 && rank !== '';
	const { text: noteText, ...noteRest } = isRecord(note) ? note : { text: note };
	const isNote = typeof noteText === 'string' && noteText !== '';
	const fields: Record<string, string> = {
		...(isGroup && { kind: 'relation', relation: group === 'opposing' ? 'attack' : 'support' }),
		...(isUnstated && { unstated: 'yes' }),
		...(isNote && { notes: noteText }),
		...fieldsIn(own)
	};
	const others = Object.entries(idea).filter(([key]) => !KNOWN.has(key) && key !== 'formatVersion');
	const kept = {
		...attr,
		...(isGroup && !['supporting', 'opposing'].includes(words(group)) && { group }),
		...(isNote ? Object.keys(noteRest).length > 0 && { note: noteRest } : note !== undefined && { note }),
		...(styleNames !== undefined && { styleNames })
	};
	const carried = {
		...(rank === '' ? {} : Object.fromEntries(others)),
		...(typeof idea['id'] === 'number' && { isNumber: true }),
		...(rank !== '' && { rank }),
		...(Object.keys(kept).length > 0 && { attr: kept }),
		...(isGroup && words(idea['title']) !== 'group' && { title: words(idea['title']) }),
		...(isPlain && { plain: true }),
		...map
	};
	return {
		id: words(idea['id']),
		text: words(idea['title']),
		fields,
		carried: plain(carried) as Readonly<Record<string, Json>>,
		children: [],
		line: 0,
		column: 0
	};
}

/** The style of a claim that nobody said. */
export const IMPLICIT = 'attr_implicit_claim';

function fieldsIn(own: Idea): Fields {
	return Object.fromEntries(
		Object.entries(own).flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : []))
	);
}

/** MindMup's own counts. */
function nativeOf(root: Idea): Native {
	const groups: Record<string, number> = {};
	const attrs: Record<string, number> = {};
	let [nodes, maxDepth] = [0, 0];
	const rest: { idea: Idea; depth: number }[] = [{ idea: root, depth: 0 }];
	for (let next = rest.pop(); next; next = rest.pop()) {
		const { idea, depth } = next;
		nodes++;
		maxDepth = Math.max(maxDepth, depth);
		const attributes = attributesOf(idea);
		for (const key of Object.keys(attributes)) attrs[key] = (attrs[key] ?? 0) + 1;
		const { group } = attributes;
		if (group !== undefined && group !== null && group !== false && group !== '')
			groups[String(plain(group))] = (groups[String(plain(group))] ?? 0) + 1;
		for (const each of within(idea)) rest.push({ idea: each.idea, depth: depth + 1 });
	}
	const { links, formatVersion, id } = root;
	return {
		formatVersion: plain(formatVersion),
		idType: typeof id === 'number' ? (Number.isInteger(id) ? 'int' : 'float') : typeName(id),
		groups,
		links: Array.isArray(links) || isRecord(links) ? Object.keys(links).length : 0,
		attrs,
		nodes,
		maxDepth
	};
}

function typeName(value: unknown): string {
	if (typeof value === 'string') return 'str';
	if (typeof value === 'boolean') return 'bool';
	return value === undefined || value === null ? 'NoneType' : Array.isArray(value) ? 'list' : 'dict';
}
