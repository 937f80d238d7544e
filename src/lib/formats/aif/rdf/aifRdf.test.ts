import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { apply } from '#lib/core/edit/apply.ts';
import type { Debate } from '#lib/core/model/debate.ts';
import { told } from '../../told.ts';
import { debate } from '#tests/support/debates.ts';
import { collected } from '#tests/support/files/collected.ts';
import { debateOf } from '#tests/support/formats.ts';
import type { Reading } from '../../format.ts';
import { recognised } from '../../registry.ts';
import { aifRdf } from './aifRdf.ts';
import { readJsonLd } from './jsonLd.ts';
import { readNTriples } from './ntriples.ts';
import { readRdfXml } from './rdfXml.ts';
import { AIF, once, type Triples } from './triples.ts';

const XML = readFileSync('tests/fixtures/aif-rdf/kite.rdf', 'utf8');
const LINES = readFileSync('tests/fixtures/aif-rdf/kite.nt', 'utf8');
const LD = readFileSync('tests/fixtures/aif-rdf/kite.jsonld', 'utf8');

function read(text: string): Reading {
	const result = aifRdf.read!(text, () => null);
	if (!result.ok) throw new Error(result.error.errors[0]?.message);
	return result.value;
}

function debateIn(text: string): Debate {
	const { items, about } = read(text);
	return debateOf(items, about);
}

/** What is stated, in no order. */
function stated(result: { readonly ok: boolean; readonly value?: Triples }): string[] {
	return once(result.value?.triples ?? [])
		.map((triple) => JSON.stringify(triple))
		.sort();
}

describe('reading', () => {
	test('[F47] RDF/XML, N-Triples and JSON-LD state the same', () => {
		expect(stated(readRdfXml(XML))).toHaveLength(17);
		expect(stated(readNTriples(LINES))).toEqual(stated(readRdfXml(XML)));
		expect(stated(readJsonLd(LD))).toEqual(stated(readRdfXml(XML)));
	});

	test.each([
		['RDF/XML', XML],
		['N-Triples', LINES],
		['JSON-LD', LD]
	])('[F47] %s is found by its content and becomes claims and relations', (_what, text) => {
		for (const file of ['', 'a.json', 'a.xml', 'a.txt']) expect(recognised(text, file)?.name).toBe('aif-rdf');
		const made = debateIn(text);
		const words = (id: string | null) => {
			const item = made.get(id ?? '');
			return item?.kind === 'claim' ? item.text : (item?.kind ?? '');
		};
		const relations = [...made.items()].flatMap((item) =>
			item.kind === 'relation'
				? [[words(item.premises[0]!.id), item.sense, item.scheme, words(item.target)]]
				: []
		);
		expect(relations).toEqual([
			['The trees are moving', 'support', 'Sign', 'A kite would fly'],
			['It is raining & cold', 'attack', '', 'relation']
		]);
	});

	test('[F47] what has no name gets one that nothing has', () => {
		const text = JSON.stringify([{ '@id': '_:genid1', claimText: 'A' }, { claimText: 'B' }]);
		expect(stated(readJsonLd(text)).join()).toContain('_:genidx1');
		expect(read(text).items).toMatchObject([{ text: 'A' }, { text: 'B' }]);
	});

	test('[F47] a context that stands elsewhere is not fetched, and that is said', () => {
		expect(read(LD).warnings).toContainEqual(expect.objectContaining({ code: 'not-fetched' }));
	});

	test('[F47] words without a context are those of AIF', () => {
		const text = JSON.stringify([
			{ '@id': 'a', claimText: 'A' },
			{ '@id': 's', '@type': 'RA-node', Premise: 'a', Conclusion: { '@id': 'b', '@type': 'I-node' } },
			{ '@id': 'x', see: `${AIF}` }
		]);
		expect(read(text).items).toMatchObject([
			{ kind: 'claim', text: 'A' },
			{ kind: 'relation', premises: [{ id: 'a' }], target: 'b' },
			{ kind: 'claim', text: '' }
		]);
	});

	test.each([
		['a statement that breaks off', `<a> <${AIF}Premise> .`, 'not-triples'],
		['a value for a subject', `"a" <${AIF}Premise> <b> .`, 'not-triples'],
		['no node of an argument', '<a> <b> <c> .', 'no-nodes'],
		['XML that breaks off', `<rdf:RDF xmlns:aif="${AIF}"><aif:I-node>`, 'not-well-formed'],
		['JSON of something else', '7', 'not-triples']
	])('[F48] %s is refused', (_what, text, code) => {
		expect(aifRdf.read!(text, () => null)).toMatchObject({ error: { errors: [{ code }] } });
	});

	test('[F48] many comments before a fault take no longer than few', () => {
		const text = `<a> <${AIF}claimText> "A" .\n${'# a # b\n'.repeat(500)}!`;
		expect(readNTriples(text)).toMatchObject({ error: { errors: [{ code: 'not-triples' }] } });
		expect(readNTriples(text.slice(0, -1))).toMatchObject({ value: { triples: [{ subject: 'a' }] } });
	});

	test('[F48] an inference that is a premise, or leads nowhere, is kept or dropped with a warning', () => {
		const text = [
			`<a> <${AIF}claimText> "A" .`,
			`<r> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <${AIF}RA-node> .`,
			`<c> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <${AIF}CA-node> .`,
			`<c> <${AIF}Premise> <r> .`,
			`<c> <${AIF}Conclusion> <nowhere> .`,
			`<r> <__proto__> <a> .`
		].join('\n');
		const codes = read(text).warnings.map(({ code }) => code);
		expect(codes).toEqual(['not-shown', 'dangling', 'not-kept']);
		expect(aifRdf.write!(debateIn(text)).text).toContain('"aif:Premise"');
	});
});

describe('writing', () => {
	test('[F49] all that was stated is stated again, whatever the syntax was', () => {
		for (const text of [XML, LINES, LD]) {
			const { text: written, lost } = aifRdf.write!(debateIn(text));
			expect(lost).toEqual([]);
			expect(stated(readJsonLd(written))).toEqual(stated(readRdfXml(XML)));
			expect(aifRdf.write!(debateIn(written)).text).toBe(written);
		}
	});

	test('[F49] lines within words, and every further wording, come back', () => {
		const text = ['"one\\ntwo\\\\"', '"eins"@de', '"un"@fr', '"uno"@es']
			.map((words) => `<a> <${AIF}claimText> ${words} .`)
			.join('\n');
		expect(read(text).items).toMatchObject([{ text: 'one\ntwo\\' }]);
		const [node] = (JSON.parse(aifRdf.write!(debateIn(text)).text) as { '@graph': object[] })['@graph'];
		expect(node).toMatchObject({
			'aif:claimText': [
				'one\ntwo\\',
				{ '@value': 'eins', '@language': 'de' },
				{ '@value': 'un', '@language': 'fr' },
				{ '@value': 'uno', '@language': 'es' }
			]
		});
	});

	test('[F49] new words keep the language, and a scheme that is gone is not stated', () => {
		const made = debateIn(XML);
		const claim = [...made.items()].find(
			(item) => item.kind === 'claim' && item.text === 'A kite would fly'
		)!;
		const rule = [...made.items()].find((item) => item.kind === 'relation' && item.scheme === 'Sign')!;
		apply(made, [
			{ do: 'set', kind: 'claim', id: claim.id, to: { text: 'A kite will fly' } },
			{ do: 'set', kind: 'relation', id: rule.id, to: { scheme: '' } }
		]);
		const { text } = aifRdf.write!(made);
		expect(JSON.parse(text)).toMatchObject({
			'@graph': expect.arrayContaining([
				expect.objectContaining({ 'aif:claimText': { '@value': 'A kite will fly', '@language': 'en' } })
			]) as unknown
		});
		expect(text).not.toContain('Sign');
	});

	test('[F49] a map of our own is written with the usual words of AIF', () => {
		const made = debate('a', 'b', 'b>a');
		const { text, lost } = aifRdf.write!(made);
		expect(lost).toEqual([]);
		expect(told(read(text))).toEqual(told({ about: made.about, items: made.items() }));
		expect(text).toContain('"@type": "aif:RA-node"');
		expect(text).not.toContain('label');
	});
});

test('[F49] files of others are read where they are RDF, and all that they state is stated again', () => {
	for (const { file, text } of collected('aif-rdf')) {
		if (recognised(text, file)?.name !== 'aif-rdf') continue;
		const written = aifRdf.write!(debateIn(text)).text;
		expect(stated(readJsonLd(written)), file).toEqual(stated(readNTriples(text)));
	}
});
