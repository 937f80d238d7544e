import type { Id } from '#lib/core/model/item.ts';
import { fail, type Result } from '#lib/core/result.ts';
import { childOf, childrenOf, readXml, textOf, type Element } from '../../carriers/xml.ts';
import { Draft } from '../../draft.ts';
import { refusal, type Reading, type Refusal } from '../../format.ts';
import { countedIn, GraphReader, type Dialect } from './graph.ts';

const CAF: Dialect = {
	name: 'carneades-caf',
	known: ['pro', 'scheme'],
	words: wordsIn,
	basis: ({ attributes }) => (Number(attributes['weight'] ?? 0) >= 0.75 ? 'given' : 'open'),
	isPro: ({ attributes }) => attributes['pro'] !== 'false',
	isNegated: ({ attributes }) => attributes['positive'] === 'false',
	isUnsaid: ({ attributes }) => attributes['implicit'] === 'true',
	isException: () => false,
	role: () => '',
	notes: (argument) => {
		const metadata = childOf(argument, 'metadata');
		const title = metadata?.attributes['title']?.trim() ?? '';
		return [title, ...(metadata ? wordsIn(metadata) : [])].filter((words) => words !== '').join('\n\n');
	},
	undercuts: ({ attributes }) => /^\(undercut (.+)\)$/.exec(attributes['atom']?.trim() ?? '')?.[1]
};

/** Reads the Carneades Argument Format. A statement's other languages are wordings, what is cited is evidence. */
export function readCaf(text: string): Result<Reading, Refusal> {
	const parsed = readXml(text);
	if (!parsed.ok) return parsed;
	const root = parsed.value;
	const native = countedIn(root, text);
	if (root.name !== 'caf')
		return fail(refusal('not-caf', `The outermost element is ${root.name}.`, root.line, root.column, native));
	const draft = new Draft();
	const graph = new GraphReader(draft, CAF);
	const sources = sourcesIn(draft, root);
	graph.read(root);
	const all = (list: string, name: string): Element[] =>
		childrenOf(root, list).flatMap((element) => childrenOf(element, name));
	for (const element of all('statements', 'statement'))
		cite(draft, element, graph.claim(element.attributes['id'] ?? ''), sources);
	for (const element of all('arguments', 'argument'))
		cite(draft, element, graph.relation(element.attributes['id'] ?? ''), sources);
	const metadata = childOf(root, 'metadata');
	const title = metadata?.attributes['title']?.trim() ?? '';
	return draft.reading({ title, summary: (metadata && wordsIn(metadata)[0]) ?? '' }, native);
}

/** The descriptions in each language, the first one first, none twice. */
function wordsIn(element: Element): string[] {
	const said = childrenOf(element, 'descriptions')
		.flatMap((descriptions) => childrenOf(descriptions, 'description'))
		.map((description) => textOf(description).trim());
	return [...new Set(said)].filter((words) => words !== '');
}

/** The works that are cited, by their keys. */
function sourcesIn(draft: Draft, root: Element): Map<string, Id> {
	const sources = new Map<string, Id>();
	const entries = childrenOf(root, 'references').flatMap((references) => childrenOf(references, 'metadata'));
	for (const { attributes, ...place } of entries) {
		const { key = '', title = '', creator = '', date = '', identifier = '' } = attributes;
		if (sources.has(key)) draft.warn('duplicate-id', `The reference ${key} comes twice.`, place);
		const id = draft.id(key);
		draft.source({
			id,
			title: title.trim() || key,
			author: creator.trim() === '' ? [] : [{ family: creator.trim(), given: '' }],
			issued: /\b\d{4}\b/.exec(date)?.[0] ?? '',
			URL: /^https?:\/\/\S+$/i.test(identifier) ? identifier : '',
			ext: { 'carneades-caf': { id: key, data: { ...attributes } } }
		});
		if (key !== '') sources.set(key, id);
	}
	return sources;
}

/** What an item's metadata name as its sources, by their keys, is evidence for it. */
function cite(
	draft: Draft,
	element: Element,
	target: Id | undefined,
	sources: ReadonlyMap<string, Id>
): void {
	const said = childOf(element, 'metadata')?.attributes['source'] ?? '';
	for (const key of said.split(/[;,]/).map((each) => each.trim())) {
		if (key === '' || target === undefined) continue;
		const source = sources.get(key);
		if (source === undefined) draft.warn('dangling', `${key} is no reference of this file.`, element);
		draft.evidence({
			id: draft.id(),
			target,
			bearing: 'for',
			source: source ?? null,
			locator: source ? '' : key
		});
	}
}
