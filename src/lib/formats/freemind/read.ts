import type { Json } from '#lib/core/decode.ts';
import type { Result } from '#lib/core/result.ts';
import { childrenOf, elementsOf, type Element } from '../carriers/xml.ts';
import { Draft } from '../draft.ts';
import type { Native, Reading, Refusal } from '../format.ts';
import { isHtml } from '../tree/html.ts';
import { grow } from '../tree/grow.ts';
import type { Node } from '../tree/node.ts';
import { titleOf } from '../tree/titles.ts';
import { countsOf, kept, named, OWN, readOutline } from '../tree/xml.ts';
import { isRichText, notesOf, sideOf, textOf } from './parts.ts';

const COUNTED = ['node', 'richcontent', 'arrowlink', 'icon', 'attribute', 'hook', 'edge', 'font'];

interface Task {
	readonly element: Element;
	readonly into: Node[];
	/** Whether it is below a reason, and so a premise unless it says otherwise. */
	readonly isPremise: boolean;
}

/**
 * Reads a mind map: a node is a reason for the one around it, unless its icon, its words or an attribute of ours say
 * otherwise. HTML becomes words, details and notes become notes; all else is kept with its node.
 */
export function readFreemind(text: string): Result<Reading, Refusal> {
	const xml = readOutline(text);
	if (!xml.ok) return xml;
	const native = nativeOf(text, xml.value);
	const root = named(xml.value, 'map', native);
	if (!root.ok) return root;
	const draft = new Draft();
	const tops = childrenOf(root.value, 'node');
	const [first] = tops;
	// What we write stands below a node for the debate as a whole.
	const canvas = first && tops.length === 1 && ownOf(first)['kind'] === 'debate' ? first : null;
	const nodes: Node[] = [];
	const rest: Task[] = (canvas ? childrenOf(canvas, 'node') : tops)
		.map((element) => ({ element, into: nodes, isPremise: false }))
		.reverse();
	for (let task = rest.pop(); task; task = rest.pop()) {
		const { element, into, isPremise } = task;
		const children: Node[] = [];
		const isFirst = into === nodes && nodes.length === 0;
		const map = isFirst ? mapOf(root.value, canvas) : null;
		const node = { ...nodeOf(element, map, isPremise), children };
		into.push(node);
		const below = childrenOf(element, 'node').map((child) => ({
			element: child,
			into: children,
			isPremise: node.fields['kind'] === 'relation'
		}));
		rest.push(...below.reverse());
	}
	note(draft, root.value);
	grow(draft, 'freemind', nodes);
	const title = canvas ? (canvas.attributes['TEXT'] ?? '') : titleOf(nodes);
	return draft.reading({ title, summary: (canvas && ownOf(canvas)['summary']) ?? '' }, native);
}

/** What is only kept, said once for each kind. */
function note(draft: Draft, root: Element): void {
	const inNodes = [...elementsOf(root)].filter(({ name }) => name === 'node');
	const parts = inNodes.flatMap((node) => childrenOf(node));
	const arrows = parts.filter(({ name }) => name === 'arrowlink');
	const rich = [
		...parts.filter((part) => isRichText(part)),
		...inNodes.filter(({ attributes }) => isHtml(attributes['TEXT'] ?? ''))
	];
	if (arrows.length > 0)
		draft.warn(
			'links',
			`${arrows.length} arrows between nodes say nothing of reasons; they are kept as they are.`,
			arrows[0]
		);
	if (rich.length > 0)
		draft.warn(
			'html',
			`${rich.length} formatted texts are read as plain words; their form is kept while nobody changes them.`,
			rich[0]
		);
}

/** What we wrote into attributes of a node. */
function ownOf(element: Element): Record<string, string> {
	const own: Record<string, string> = {};
	for (const { attributes } of childrenOf(element, 'attribute')) {
		const { NAME = '', VALUE = '' } = attributes;
		if (NAME.startsWith(OWN)) own[NAME.slice(OWN.length)] = VALUE;
	}
	return own;
}

function isOwn({ name, attributes }: Element): boolean {
	return name === 'attribute' && (attributes['NAME'] ?? '').startsWith(OWN);
}

function nodeOf(element: Element, map: Json, isPremise: boolean): Omit<Node, 'children'> {
	const { ID = '', ...attributes } = element.attributes;
	const parts = childrenOf(element).filter((part) => part.name !== 'node' && !isOwn(part));
	const side = isPremise ? null : sideOf(parts);
	const notes = notesOf(parts);
	const text = textOf(attributes, parts);
	const isPlain = attributes['TEXT'] === text;
	const { TEXT, ...others } = attributes;
	// Freeplane's clones have nothing of their own but their place.
	const original = attributes['CONTENT_ID'] ?? attributes['TREE_ID'];
	const clone = text === '' && TEXT === undefined && original !== ID ? original : undefined;
	return {
		id: ID,
		text,
		fields: {
			...(side && { relation: side }),
			...(notes !== '' && { notes }),
			...(clone !== undefined && { use: clone }),
			...ownOf(element)
		},
		carried: {
			attributes: isPlain || TEXT === undefined ? others : { ...others, TEXT },
			...(parts.length > 0 && { parts: Object.fromEntries(parts.map((part, at) => [`${at}`, kept(part)])) }),
			...(map !== null && { map })
		},
		line: element.line,
		column: element.column
	};
}

/** What stands around the nodes, for the first of them to keep. */
function mapOf(root: Element, canvas: Element | null): Json {
	const others = childrenOf(root).filter(({ name }) => name !== 'node');
	const own = canvas ? childrenOf(canvas).filter((part) => part.name !== 'node' && !isOwn(part)) : [];
	return {
		attributes: { ...root.attributes },
		parts: others.map(kept),
		...(canvas ? { canvas: own.map(kept) } : { isNode: true })
	};
}

function nativeOf(text: string, root: Element): Native {
	return {
		...(text.includes('\r\n') && { crlf: true }),
		root: root.name,
		elements: countsOf(elementsOf(root), COUNTED)
	};
}
