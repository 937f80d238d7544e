import { fail, type Result } from '#lib/core/result.ts';
import { childOf, childrenOf, elementsOf, readXml, textOf, type Element } from '../../carriers/xml.ts';
import { Draft } from '../../draft.ts';
import { refusal, type Reading, type Refusal } from '../../format.ts';
import { countedIn, GraphReader, type Dialect } from './graph.ts';

/** How LKIF says it; `value` and `assumption` are kept, since only a true value is taken at face value here. */
const LKIF: Dialect = {
	name: 'carneades-lkif',
	known: ['title', 'direction', 'scheme'],
	words: (statement) => {
		const said = childOf(statement, 's');
		const words = said ? textOf(said).replaceAll(/\s+/g, ' ').trim() : '';
		const term = said?.attributes['pred'];
		const text = term === undefined ? words : `${term}(${words.replaceAll(' ', ', ')})`;
		return text === '' ? [] : [text];
	},
	basis: ({ attributes }) => (attributes['value'] === 'true' ? 'given' : 'open'),
	isPro: ({ attributes }) => attributes['direction'] !== 'con',
	isNegated: ({ attributes }) => attributes['polarity'] === 'negative',
	isUnsaid: () => false,
	isException: ({ attributes }) => attributes['type'] === 'exception',
	role: ({ attributes }) => (attributes['type'] === 'assumption' ? 'assumption' : ''),
	notes: ({ attributes }) => attributes['title']?.trim() ?? ''
};

/** Reads the argument graphs of LKIF. Rules, axioms and imports are left out, each with its line. */
export function readLkif(text: string): Result<Reading, Refusal> {
	const parsed = readXml(text);
	if (!parsed.ok) return parsed;
	const root = parsed.value;
	const native = countedIn(root, text);
	if (root.name !== 'lkif' && root.name !== 'locatingRules')
		return fail(
			refusal('not-lkif', `The outermost element is ${root.name}.`, root.line, root.column, native)
		);
	const draft = new Draft();
	const graphs = childrenOf(root, 'argument-graphs').flatMap((each) => childrenOf(each, 'argument-graph'));
	if (graphs.length === 0) draft.warn('empty', 'There is no argument graph in it.', root);
	for (const each of childrenOf(root, 'sources').flatMap((list) => childrenOf(list, 'source')))
		source(draft, each);
	for (const graph of graphs) {
		const title = titleOf(graph);
		const group = graphs.length > 1 ? draft.group({ id: draft.id(), title }).id : null;
		new GraphReader(draft, LKIF, group).read(graph);
	}
	for (const element of elementsOf(root))
		if (/^(?:rule|axiom|import)$/.test(element.name))
			draft.warn('theory', `This ${element.name} was left out: only argument graphs are read.`, element);
	const [only] = graphs;
	return draft.reading({ title: graphs.length === 1 && only ? titleOf(only) : '' }, native);
}

function titleOf({ attributes }: Element): string {
	return (attributes['title'] ?? attributes['id'] ?? '').trim();
}

/** Where a predicate or a statement comes from. */
function source(draft: Draft, { attributes }: Element): void {
	const { element = '', uri = '' } = attributes;
	const isAddress = /^https?:\/\/\S+$/i.test(uri);
	draft.source({
		id: draft.id(),
		title: element === '' ? uri : element,
		...(isAddress && { type: 'webpage', URL: uri }),
		ext: { 'carneades-lkif': { element, uri } }
	});
}
