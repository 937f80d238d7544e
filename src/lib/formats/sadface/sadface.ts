import type { Debate } from '#lib/core/model/debate.ts';
import { fail, type Result } from '#lib/core/result.ts';
import { isRaw, type Raw } from '../aif/graph.ts';
import { opened } from '../aif/json/open.ts';
import { lostIn } from '../aif/lost.ts';
import { listAt } from '../aif/parts.ts';
import { readDocument } from '../aif/read.ts';
import { documentOf } from '../aif/write.ts';
import { refusal, type Format, type Native, type Reading, type Refusal, type Writing } from '../format.ts';
import { isRecord, type Sample } from '../sample.ts';
import { aboutIn, withAbout } from './about.ts';
import { SADFACE } from './dialect.ts';

/** SADFace, the format of MonkeyPuzzle: atoms, and schemes between them. */
export const sadface: Format = {
	name: 'sadface',
	title: 'SADFace',
	suffixes: ['json'],
	media: 'application/json',
	recognises: isSadface,
	read: readSadface,
	write: writeSadface
};

function isSadface(sample: Sample): boolean {
	const [nodes, edges] = [sample.key('nodes'), sample.key('edges')];
	if (!Array.isArray(nodes)) return false;
	const isNode = (node: unknown): boolean =>
		isRecord(node) &&
		((node['type'] === 'atom' && 'text' in node) || (node['type'] === 'scheme' && 'name' in node));
	if (nodes.some(isNode)) return true;
	return (
		nodes.length === 0 &&
		Array.isArray(edges) &&
		isRecord(sample.key('metadata')) &&
		Array.isArray(sample.key('resources'))
	);
}

function readSadface(text: string): Result<Reading, Refusal> {
	const open = opened(text);
	if (!open.ok) return open;
	const { document } = open.value;
	if (document['nodes'] === undefined)
		return fail(refusal('no-nodes', 'There is no list of nodes in it.', 1, 1, { error: 'no nodes' }));
	return readDocument(document, SADFACE, {
		...open.value,
		about: aboutIn(document),
		native: nativeOf(document)
	});
}

function writeSadface(debate: Debate): Writing {
	const document = withAbout(documentOf(debate, SADFACE), debate.about);
	return { text: `${JSON.stringify(document, null, '  ')}\n`, lost: lostIn(debate, SADFACE).list() };
}

function nativeOf(document: Raw): Native {
	const nodes = (listAt(document, '/nodes') ?? []).filter(isRaw);
	const schemes = nodes.filter(({ type }) => type === 'scheme');
	return {
		topKeys: Object.keys(document).sort(),
		types: counted(nodes.map(({ type }) => type)),
		schemes: counted(schemes.map(({ name }) => name)),
		edges: (listAt(document, '/edges') ?? []).length
	};
}

function counted(words: readonly unknown[]): Record<string, number> {
	const counts = new Map<string, number>();
	for (const word of words) {
		const name = typeof word === 'string' ? word : 'null';
		counts.set(name, (counts.get(name) ?? 0) + 1);
	}
	return Object.fromEntries(counts);
}
