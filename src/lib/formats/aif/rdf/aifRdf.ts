import type { Debate } from '#lib/core/model/debate.ts';
import { fail, ok, type Result } from '#lib/core/result.ts';
import { refusal, type Format, type Native, type Reading, type Refusal, type Writing } from '../../format.ts';
import { isRecord, type Sample } from '../../sample.ts';
import { type Dialect, type Meaning, type Raw } from '../graph.ts';
import { aifDialect } from '../json/dialect.ts';
import { lostIn } from '../lost.ts';
import { listAt } from '../parts.ts';
import { readDocument } from '../read.ts';
import { documentOf } from '../write.ts';
import { documentFrom, jsonLdOf } from './document.ts';
import { readJsonLd } from './jsonLd.ts';
import { readNTriples } from './ntriples.ts';
import { readRdfXml } from './rdfXml.ts';
import { AIF, type Triples } from './triples.ts';

/** AIF as linked data: read from JSON-LD, RDF/XML and N-Triples, written as JSON-LD. */
export const aifRdf: Format = {
	name: 'aif-rdf',
	title: 'AIF-RDF (JSON-LD)',
	suffixes: ['jsonld', 'rdf', 'nt'],
	media: 'application/ld+json',
	recognises: isAifRdf,
	read: readAifRdf,
	write: writeAifRdf
};

const WORDS = aifDialect('aif-rdf', '', {});

/** Nodes as `documentFrom` makes them: types without `-node`, the scheme of an inference as its text. */
const DIALECT: Dialect = {
	...WORDS,
	fields: { node: 'id', edge: 'id', from: 'from', to: 'to' },
	document: { nodes: [], edges: [], others: [] },
	edge: { id: '', from: '', to: '', as: '' },
	node: (raw, meaning) => nodeOf(raw ?? { id: '', type: '', more: {} }, meaning)
};

function nodeOf(raw: Raw, meaning: Meaning): Raw {
	const said = WORDS.node(raw, meaning);
	const isBare = meaning.is === 'relation' && meaning.scheme === '' && raw['text'] === undefined;
	if (!isBare) return said;
	const { text: _text, ...rest } = said;
	return rest;
}

function isAifRdf({ text, json, root, lines }: Sample): boolean {
	if (!text.includes(AIF)) return false;
	if (json !== undefined)
		return Array.isArray(json) || (isRecord(json) && Object.keys(json).some((key) => key.startsWith('@')));
	return root?.name === 'RDF' || lines.some((line) => /^\s*(?:<[^<>\s]*>|_:\S+)\s+<[^<>\s]*>\s/.test(line));
}

function readAifRdf(text: string): Result<Reading, Refusal> {
	const found = triplesIn(text);
	if (!found.ok) return found;
	const { triples, draft, native } = found.value;
	const document = documentFrom({ triples, draft });
	const nodes = listAt(document, '/nodes') ?? [];
	if (nodes.length === 0 && triples.length > 0)
		return fail(refusal('no-nodes', 'There is no node of an argument in it.', 1, 1, native));
	return readDocument(document, DIALECT, {
		draft,
		about: {},
		native,
		placeOf: () => ({ line: 0, column: 0 })
	});
}

function triplesIn(text: string): Result<Triples & { readonly native: Native }, Refusal> {
	const start = text.trimStart();
	// A tag of XML that says what prefixes stand for has blanks in it; an address in N-Triples has none.
	if (start.startsWith('<') && !/^<[^<>\s]*>\s*<[^<>\s]*>/.test(start)) return readRdfXml(text);
	const found = /^[[{]/.test(start) ? readJsonLd(text) : readNTriples(text);
	if (!found.ok) return found;
	return ok({ ...found.value, native: { triples: found.value.triples.length } });
}

function writeAifRdf(debate: Debate): Writing {
	const losses = lostIn(debate, DIALECT);
	losses.add('about', debate.about.title !== '' || debate.about.summary !== '');
	const text = `${JSON.stringify(jsonLdOf(documentOf(debate, DIALECT)), null, '  ')}\n`;
	return { text, lost: losses.list() };
}
