import type { Json } from '#lib/core/decode.ts';
import { fail, ok, type Result } from '#lib/core/result.ts';
import { readLooseJson } from '../../carriers/json.ts';
import { plain } from '../../carriers/yaml.ts';
import { Draft } from '../../draft.ts';
import { refusal, type Refusal } from '../../format.ts';
import { isRaw, type Raw } from '../graph.ts';
import { AIF, blanks, literal, RDF, type Triple, type Triples } from './triples.ts';

/** What a context says: what words stand for, and which of them lead to addresses. */
interface Context {
	readonly terms: ReadonlyMap<string, string>;
	readonly addresses: ReadonlySet<string>;
	/** What a word that stands for nothing else begins with. */
	readonly vocabulary: string;
	readonly language: string;
}

const NOTHING: Context = { terms: new Map(), addresses: new Set(), vocabulary: AIF, language: '' };

/** The statements of a JSON-LD text. Contexts within it are followed; one that stands elsewhere is never fetched. */
export function readJsonLd(text: string): Result<Triples, Refusal> {
	const json = readLooseJson(text);
	if (!json.ok) return json;
	const document = plain(json.value.value);
	if (!isRaw(document) && !Array.isArray(document))
		return fail(refusal('no-nodes', 'There is no object with nodes in it.', 1, 1));
	const reader = new Reader(blanks(text));
	for (const entry of listOf(document)) if (isRaw(entry)) reader.node(entry, NOTHING);
	return ok(reader);
}

class Reader {
	readonly triples: Triple[] = [];
	readonly draft = new Draft();
	readonly #blank: () => string;

	constructor(blank: () => string) {
		this.#blank = blank;
	}

	/** States what an object says of what it describes, and answers with the name of that. */
	node(raw: Raw, outer: Context): string {
		const context = this.#within(raw['@context'], outer);
		const named = Object.entries(raw).map(
			([key, value]) => [expanded(key, context, context.vocabulary), key, value] as const
		);
		const isFrame = named.every(([name]) => name === '@context' || name === '@graph');
		const id = named.find(([name]) => name === '@id')?.[2];
		const subject = typeof id === 'string' ? expanded(id, context) : isFrame ? '' : this.#blank();
		for (const [name, key, value] of named)
			for (const each of listOf(value))
				if (!name.startsWith('@')) this.#value(subject, name, each, context, context.addresses.has(key));
				else if (name === '@type' && typeof each === 'string')
					this.#state(subject, `${RDF}type`, { '@id': expanded(each, context, context.vocabulary) });
				else if ((name === '@graph' || name === '@included') && isRaw(each)) this.node(each, context);
		return subject;
	}

	#value(subject: string, predicate: string, value: Json, context: Context, isAddress: boolean): void {
		if (value === null || Array.isArray(value)) return;
		if (!isRaw(value)) {
			const leads = typeof value === 'string' && (isAddress || LINKS.test(predicate));
			if (leads) this.#state(subject, predicate, { '@id': expanded(value, context) });
			else if (typeof value === 'string') this.#state(subject, predicate, literal(value, context.language));
			else this.#state(subject, predicate, { '@value': value as number | boolean });
			return;
		}
		const inner = value['@list'] ?? value['@set'];
		if (inner !== undefined)
			for (const each of listOf(inner)) this.#value(subject, predicate, each, context, isAddress);
		else if ('@value' in value) this.#state(subject, predicate, value);
		else this.#state(subject, predicate, { '@id': this.node(value, context) });
	}

	#state(subject: string, predicate: string, object: Triple['object']): void {
		this.triples.push({ subject, predicate, object });
	}

	#within(said: Json | undefined, outer: Context): Context {
		let context = outer;
		for (const each of listOf(said ?? []))
			if (isRaw(each)) context = extended(context, each);
			else if (typeof each === 'string')
				this.draft.warn('not-fetched', `The context ${each} stands elsewhere; nothing is fetched.`);
		return context;
	}
}

/** Properties whose values are always addresses. */
const LINKS = /#(?:Premise|Conclusion)$/;

function extended(outer: Context, said: Raw): Context {
	const terms = new Map(outer.terms);
	const addresses = new Set(outer.addresses);
	for (const [term, meaning] of Object.entries(said)) {
		const id = isRaw(meaning) ? meaning['@id'] : meaning;
		if (typeof id === 'string' && !term.startsWith('@')) terms.set(term, id);
		if (isRaw(meaning) && (meaning['@type'] === '@id' || meaning['@type'] === '@vocab')) addresses.add(term);
	}
	const { '@vocab': vocabulary, '@language': language } = said;
	return {
		terms,
		addresses,
		vocabulary: typeof vocabulary === 'string' ? vocabulary : outer.vocabulary,
		language: typeof language === 'string' ? language : outer.language
	};
}

/** How many terms in a row are followed. */
const FAR = 8;

/** A word, a short form such as `aif:Premise` or an address, as an address; `vocabulary` goes before a bare word. */
function expanded(word: string, { terms }: Context, vocabulary = ''): string {
	if (word.startsWith('@') || word.startsWith('_:')) return word;
	let name = word;
	// A term may stand for a short form, and the prefix of that for another.
	for (let step = 0; step < FAR && vocabulary !== '' && terms.has(name); step++) name = terms.get(name)!;
	const colon = name.indexOf(':');
	const prefix = colon < 0 || name.startsWith('//', colon + 1) ? undefined : terms.get(name.slice(0, colon));
	if (prefix !== undefined) return `${prefix}${name.slice(colon + 1)}`;
	return colon < 0 && !name.startsWith('@') ? `${vocabulary}${name}` : name;
}

function listOf(value: Json): readonly Json[] {
	return Array.isArray(value) ? (value as readonly Json[]) : [value];
}
