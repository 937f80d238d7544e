import type { Debate } from '#lib/core/model/debate.ts';
import { escapeXml } from '../carriers/xml.ts';
import type { Writing } from '../format.ts';
import { isRecord } from '../sample.ts';
import type { Fields, Node } from '../tree/node.ts';
import { outlined } from '../tree/outline.ts';
import { senseOf } from '../tree/signs.ts';
import { noteUnfit, OWN, restored, tag, textTable } from '../tree/xml.ts';
import type { Json } from '#lib/core/decode.ts';

/** Writes OPML 2.0. What it has no attribute for is in attributes of our own; foreign ones come back. */
export function writeOpml(debate: Debate): Writing {
	const { nodes, lost } = outlined(debate, { format: 'opml', collapses: () => true });
	noteUnfit(lost, debate, nodes);
	const kept = nodes[0]?.carried['document'];
	const document = isRecord(kept) ? (kept as Readonly<Record<string, Json>>) : {};
	const { title, summary } = debate.about;
	const others = Array.isArray(document['head']) ? (document['head'] as readonly Json[]) : [];
	const head = [`\t\t<title>${escapeXml(title)}</title>`, ...others.map((each) => `\t\t${restored(each)}`)];
	const root = {
		version: '2.0',
		...textTable(document['attributes']),
		[`xmlns:${OWN.slice(0, -1)}`]: 'urn:argosy:outline',
		...(summary !== '' && { [`${OWN}summary`]: summary })
	};
	const lines = nodes.map((node) => outline(node, 2));
	const body = tag('body', {}, lines, 1);
	const text = `<?xml version="1.0" encoding="UTF-8"?>\n${tag('opml', root, [tag('head', {}, head, 1), body])}\n`;
	return { text, lost: lost.list() };
}

/** A line with all below it; no deeper than outlines go. */
function outline(node: Node, level: number): string {
	const below = node.children.map((child) => outline(child, level + 1));
	return tag('outline', attributesOf(node), below, level);
}

function attributesOf({ id, text, fields, carried }: Node): Fields {
	const { notes, ...others } = fields;
	const known = textTable(carried['attributes']);
	const isSaid = others['relation'] !== undefined && senseOf(known['relation']) === others['relation'];
	const { relation, ...rest } = others;
	const own = Object.entries({
		...(id !== '' && { id }),
		...(relation !== undefined && !isSaid && { relation }),
		...rest
	}).map(([key, value]) => [OWN + key, value] as const);
	return {
		text,
		...known,
		...(notes !== undefined && { _note: notes }),
		...Object.fromEntries(own)
	};
}
