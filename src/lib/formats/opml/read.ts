import type { Json } from '#lib/core/decode.ts';
import type { Result } from '#lib/core/result.ts';
import { childrenOf, elementsOf, textOf, type Element } from '../carriers/xml.ts';
import { Draft } from '../draft.ts';
import type { Native, Reading, Refusal } from '../format.ts';
import { grow } from '../tree/grow.ts';
import type { Node } from '../tree/node.ts';
import { senseOf } from '../tree/signs.ts';
import { countsOf, kept, named, OWN, readOutline } from '../tree/xml.ts';

/** Attributes in which people say how a line bears on the one above it. */
const SIDES = ['relation', 'stance', 'side', 'sign', 'type'] as const;

/** Reads an outline: a line below another is a reason for it, unless an attribute or its words say otherwise. */
export function readOpml(text: string): Result<Reading, Refusal> {
	const xml = readOutline(text);
	if (!xml.ok) return xml;
	const native = nativeOf(text, xml.value);
	const root = named(xml.value, 'opml', native);
	if (!root.ok) return root;
	const draft = new Draft();
	const isOwn = `xmlns:${OWN.slice(0, -1)}` in root.value.attributes;
	const bodies = childrenOf(root.value, 'body');
	const nodes: Node[] = [];
	const rest = bodies
		.flatMap((body) => childrenOf(body, 'outline'))
		.map((element) => ({ element, into: nodes }))
		.reverse();
	for (let next = rest.pop(); next; next = rest.pop()) {
		const { element, into } = next;
		const isFirst = into === nodes && nodes.length === 0;
		const children: Node[] = [];
		into.push({ ...nodeOf(element, isFirst ? { document: documentOf(root.value) } : {}), children });
		const below = childrenOf(element).filter((child) => child.name === 'outline' || left(draft, child));
		rest.push(...below.map((child) => ({ element: child, into: children })).reverse());
	}
	grow(draft, 'opml', nodes);
	for (const element of childrenOf(root.value))
		if (element.name !== 'head' && element.name !== 'body') left(draft, element);
	if (bodies.length > 1)
		draft.warn('two-bodies', 'There is more than one body; all of them are read.', bodies[1]!);
	const head = childrenOf(root.value, 'head').flatMap((each) => childrenOf(each));
	const title = head.find(({ name, prefix }) => name === 'title' && prefix === '');
	const said = title ? textOf(title) : '';
	const summary = root.value.attributes[`${OWN}summary`] ?? '';
	return draft.reading({ title: isOwn ? said : said.trim().replaceAll(/\s+/g, ' '), summary }, native);
}

/** Says that an element is left out. */
function left(draft: Draft, element: Element): false {
	draft.warn('unknown-element', `<${element.name}> is not part of OPML and was left out.`, element);
	return false;
}

function nodeOf(element: Element, document: Readonly<Record<string, Json>>): Omit<Node, 'children'> {
	const own: Record<string, string> = {};
	const others: Record<string, string> = {};
	for (const [key, value] of Object.entries(element.attributes)) {
		if (key.startsWith(OWN)) own[key.slice(OWN.length)] = value;
		else if (key === '_note') own['notes'] = value;
		else if (key !== 'text') others[key] = value;
	}
	const { id = '', ...fields } = own;
	const side = SIDES.map((key) => senseOf(others[key])).find((sense) => sense !== null);
	return {
		id,
		text: element.attributes['text'] ?? others['title'] ?? wordsIn(element),
		fields: { ...(side && { relation: side }), ...fields },
		carried: { attributes: others, ...document },
		line: element.line,
		column: element.column
	};
}

/** What stands between the tags of a line that has no text where it should be. */
function wordsIn({ children }: Element): string {
	return children
		.filter((child) => typeof child === 'string')
		.join(' ')
		.replaceAll(/\s+/g, ' ')
		.trim();
}

/** What stands around the lines, for the first of them to keep. */
function documentOf(root: Element): Json {
	const head = childrenOf(root, 'head').flatMap((each) => childrenOf(each));
	const attributes = Object.entries(root.attributes).filter(([key]) => !key.includes(OWN.slice(0, -1)));
	return {
		attributes: Object.fromEntries(attributes),
		head: head.filter(({ name, prefix }) => name !== 'title' || prefix !== '').map(kept)
	};
}

function nativeOf(text: string, root: Element): Native {
	return {
		...(text.includes('\r\n') && { crlf: true }),
		root: root.name,
		elements: countsOf(elementsOf(root), ['outline', 'head', 'body', 'title'])
	};
}
