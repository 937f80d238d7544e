import type { Debate } from '#lib/core/model/debate.ts';
import { fail, type Result } from '#lib/core/result.ts';
import { refusal, type Format, type Reading, type Refusal, type Writing } from '../../format.ts';
import { isRecord, type Sample } from '../../sample.ts';
import { lostIn } from '../lost.ts';
import { readDocument } from '../read.ts';
import { documentOf } from '../write.ts';
import { nativeOf } from './counts.ts';
import { aifDialect } from './dialect.ts';
import { opened } from './open.ts';

/** The Argument Interchange Format as AIFdb and OVA exchange it: claims, inferences and what was said, as nodes. */
export const aifJson: Format = {
	name: 'aif-json',
	title: 'AIF JSON',
	suffixes: ['json', 'aif'],
	media: 'application/json',
	recognises: isAif,
	read: readAifJson,
	write: writeAifJson
};

const DIALECT = aifDialect('aif-json', '', { nodes: [], edges: [], locutions: [] });

function isAif(sample: Sample): boolean {
	if (sample.json === undefined)
		return /^\s*\{/.test(sample.text) && /"nodeID"\s*:/.test(sample.text) && !/"AIF"\s*:/.test(sample.text);
	const [nodes, edges] = [sample.key('nodes'), sample.key('edges')];
	const has = (list: unknown, key: string): boolean =>
		Array.isArray(list) && list.some((entry: unknown) => isRecord(entry) && key in entry);
	if (has(nodes, 'nodeID') || has(edges, 'fromID')) return true;
	return nodes !== undefined && sample.key('locutions') !== undefined;
}

function readAifJson(text: string): Result<Reading, Refusal> {
	const open = opened(text);
	if (!open.ok) return open;
	const { document } = open.value;
	if (document['nodes'] === undefined) {
		const native = { error: 'no nodes', top: Object.keys(document).sort().slice(0, 12) };
		return fail(refusal('no-nodes', 'There is no list of nodes in it.', 1, 1, native));
	}
	return readDocument(document, DIALECT, { ...open.value, about: {}, native: nativeOf(document) });
}

function writeAifJson(debate: Debate): Writing {
	const losses = lostIn(debate, DIALECT);
	losses.add('about', debate.about.title !== '' || debate.about.summary !== '');
	const text = `${JSON.stringify(documentOf(debate, DIALECT), null, '  ')}\n`;
	return { text, lost: losses.list() };
}
