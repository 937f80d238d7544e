import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyText } from '#tests/support/arbitraries.ts';
import { collected } from '#tests/support/files/collected.ts';
import { debateOf } from '#tests/support/formats.ts';
import { htmlOf, wordsOfHtml } from '../../carriers/html.ts';
import type { Reading } from '../../format.ts';
import { recognised } from '../../registry.ts';
import { xaif } from './xaif.ts';

const MARKET = readFileSync('tests/fixtures/xaif/market.json', 'utf8');

function read(text: string): Reading {
	const result = xaif.read!(text, () => null);
	if (!result.ok) throw new Error(result.error.errors[0]?.message);
	return result.value;
}

function again(text: string, summary?: string): unknown {
	const { items, about } = read(text);
	return JSON.parse(xaif.write!(debateOf(items, { ...about, summary: summary ?? about.summary })).text);
}

test('[F36] the text that was analysed becomes the summary, without its HTML', () => {
	expect(recognised(MARKET)?.name).toBe('xaif');
	const { about, items, native } = read(MARKET);
	expect(about.summary).toBe('Ana:\nThe market should move & soon — there is room.');
	expect(items).toMatchObject([{ kind: 'claim' }, { kind: 'claim' }, { kind: 'relation', sense: 'support' }]);
	expect(native['wrapper']).toEqual(['AIF', 'OVA', 'propositionClassifier', 'text']);
});

test('[F36] a summary that was changed is written as HTML that shows it, in the place where the text was', () => {
	const { text: _text, ...rest } = JSON.parse(MARKET) as Record<string, unknown>;
	expect(again(MARKET, 'a < b\n& c')).toEqual({ ...rest, text: 'a &lt; b<br>&amp; c' });
	const wrapped = JSON.stringify({ ...rest, text: { txt: 'old', lang: 'en' } });
	expect(again(wrapped, 'new')).toEqual({ ...rest, text: { txt: 'new', lang: 'en' } });
});

test('[F36] any words come back out of HTML', () => {
	fc.assert(
		fc.property(anyText, (text) => {
			expect(wordsOfHtml(htmlOf(text))).toBe(text);
		})
	);
});

test.each([
	['<p>One</p><p>Two</p>', 'One\nTwo\n'],
	['a<!-- <b> --> b<STYLE>p {}</style >c', 'a bc'],
	['<script>never closed', ''],
	['&lt;b&gt; &unknown; &#0; &#xD800; &#x41; 1 < 2', '<b> &unknown; &#0; &#xD800; A 1 < 2'],
	[`${'<a'.repeat(20_000)}`, '<a'.repeat(20_000)]
])('[F36] HTML such as %j is reduced to its words', (html, words) => {
	expect(wordsOfHtml(html)).toBe(words);
});

test('[F37] layers around the graph stay with the nodes that they are about, and come back', () => {
	expect(again(MARKET)).toEqual(JSON.parse(MARKET));
	const { items } = read(MARKET);
	const inference = items.find(({ kind }) => kind === 'relation');
	expect(JSON.stringify(inference?.ext['xaif'])).toContain('"x":"210"');
});

test.each(['OVA', 'ova'])(
	'[F37] %s may be an empty list, lists null, ids numbers, and the text long',
	(name) => {
		const set = {
			AIF: {
				nodes: [{ nodeID: 1, text: 'One', type: 'I' }],
				edges: null,
				locutions: null,
				participants: null
			},
			text: 'words '.repeat(30_000),
			[name]: [],
			dialog: true
		};
		expect(again(JSON.stringify(set))).toEqual(set);
		expect(read(JSON.stringify(set)).warnings.map(({ code }) => code)).toContain('too-long');
	}
);

test('[F34] files of others hold what others count in them, and come back as they were', () => {
	for (const { file, text, expected } of collected('xaif')) {
		expect(read(text).native, file).toEqual(expected);
		expect(again(text), file).toEqual(JSON.parse(text));
	}
});
