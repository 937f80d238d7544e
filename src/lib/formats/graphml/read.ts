import { fail, type Result } from '#lib/core/result.ts';
import { elementsOf, readXml, type Element } from '../carriers/xml.ts';
import { Draft } from '../draft.ts';
import { refusal, type Native, type Reading, type Refusal } from '../format.ts';
import { wordsIn } from './fields.ts';
import { graphOf } from './graph.ts';
import { GraphReader } from './items.ts';

/** Reads GraphML: what our writer says of its nodes, and what labels, shapes and AIF's node types say of others'. */
export function readGraphml(text: string): Result<Reading, Refusal> {
	const parsed = readXml(text);
	if (!parsed.ok) return parsed;
	const root = parsed.value;
	const native = countedIn(root, text, ['node', 'edge', 'graph', 'key', 'data']);
	if (root.name !== 'graphml')
		return fail(
			refusal('not-graphml', `The outermost element is ${root.name}.`, root.line, root.column, native)
		);
	const graph = graphOf(root);
	const draft = new Draft();
	new GraphReader(graph, draft).read();
	for (const { line, column } of graph.others)
		draft.warn('hyperedge', 'An edge between more than two nodes was left out.', { line, column });
	const { data } = graph;
	const title = wordsIn(data, 'title');
	const summary = wordsIn(data, 'summary') ?? data.get('Description')?.trim();
	return draft.reading(
		{ ...(title !== undefined && { title }), ...(summary !== undefined && { summary }) },
		native
	);
}

/** How often elements of these names occur, whatever their prefix; those that do not are left out. */
export function countedIn(root: Element, text: string, names: readonly string[]): Native {
	const elements: Record<string, number> = {};
	const counts = new Map(names.map((name) => [name, 0]));
	for (const { name } of elementsOf(root)) if (counts.has(name)) counts.set(name, counts.get(name)! + 1);
	for (const [name, count] of counts) if (count > 0) elements[name] = count;
	return { ...(text.includes('\r\n') && { crlf: true }), root: root.name, elements };
}
