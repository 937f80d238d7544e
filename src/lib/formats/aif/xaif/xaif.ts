import type { Json } from '#lib/core/decode.ts';
import type { Debate } from '#lib/core/model/debate.ts';
import { LIMITS } from '#lib/core/model/decodeItem.ts';
import { fail, type Result } from '#lib/core/result.ts';
import { htmlOf, wordsOfHtml } from '../../carriers/html.ts';
import { clipped } from '../../fitting.ts';
import { refusal, type Format, type Reading, type Refusal, type Writing } from '../../format.ts';
import { isRecord, type Sample } from '../../sample.ts';
import { isRaw, type Raw } from '../graph.ts';
import { nativeOf } from '../json/counts.ts';
import { aifDialect } from '../json/dialect.ts';
import { opened } from '../json/open.ts';
import { lostIn } from '../lost.ts';
import { readDocument } from '../read.ts';
import { documentOf } from '../write.ts';

/** AIF with what tools put around it: the text that was analysed, participants, and where OVA drew the nodes. */
export const xaif: Format = {
	name: 'xaif',
	title: 'xAIF',
	suffixes: ['json', 'xaif'],
	media: 'application/json',
	recognises: isXaif,
	read: readXaif,
	write: writeXaif
};

const DIALECT = aifDialect('xaif', '/AIF', {
	AIF: {
		nodes: [],
		edges: [],
		locutions: [],
		participants: [],
		schemefulfillments: [],
		descriptorfulfillments: [],
		cqdescriptorfulfillments: []
	},
	text: '',
	OVA: { firstname: '', surname: '', url: '', nodes: [], edges: [] }
});

function isXaif(sample: Sample): boolean {
	if (sample.json === undefined) return /^\s*\{/.test(sample.text) && /"AIF"\s*:\s*\{/.test(sample.text);
	const set = sample.key('AIF');
	return isRecord(set) && ('nodes' in set || 'edges' in set);
}

function readXaif(text: string): Result<Reading, Refusal> {
	const open = opened(text);
	if (!open.ok) return open;
	const { document, draft } = open.value;
	const set = document['AIF'];
	if (!isRaw(set)) return fail(refusal('no-nodes', 'There is no AIF in it.', 1, 1, { error: 'no nodes' }));
	const native = { wrapper: Object.keys(document).sort(), ...nativeOf(set) };
	const words = wordsOfHtml(htmlIn(document));
	const summary = clipped(words, LIMITS.notes);
	if (summary !== words)
		draft.warn(
			'too-long',
			'The text that was analysed is longer than a summary may be; all of it is kept, a part shown.'
		);
	return readDocument(document, DIALECT, { ...open.value, about: { summary }, native });
}

function writeXaif(debate: Debate): Writing {
	const losses = lostIn(debate, DIALECT);
	losses.add('about', debate.about.title !== '');
	const document = withText(documentOf(debate, DIALECT), debate.about.summary);
	return { text: `${JSON.stringify(document, null, '  ')}\n`, lost: losses.list() };
}

/** The text that was analysed, as HTML; `''` where there is none. */
function htmlIn({ text }: Raw): string {
	const html: Json | undefined = isRaw(text) ? text['txt'] : text;
	return typeof html === 'string' ? html : '';
}

/** `document` with a text that reads `summary`: the one that it has where that is so already. */
function withText(document: Raw, summary: string): Raw {
	if (clipped(wordsOfHtml(htmlIn(document)), LIMITS.notes) === summary) return document;
	const { text } = document;
	return { ...document, text: isRaw(text) ? { ...text, txt: htmlOf(summary) } : htmlOf(summary) };
}
