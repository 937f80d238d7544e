import { fail, ok, type Result } from '#lib/core/result.ts';
import { childrenOf, elementsOf, readXml, textOf, type Element } from '../../carriers/xml.ts';
import { Draft } from '../../draft.ts';
import type { Native, Refusal } from '../../format.ts';
import { blanks, literal, once, RDF, type Triple, type Triples } from './triples.ts';

/** What holds within an element: what prefixes stand for, and the language. */
interface Scope {
	readonly prefixes: ReadonlyMap<string, string>;
	readonly language: string;
}

/** The statements of an RDF/XML text, and how many elements of which name it has. */
export function readRdfXml(text: string): Result<Triples & { readonly native: Native }, Refusal> {
	const xml = readXml(text);
	if (!xml.ok) return fail({ ...xml.error, native: { error: 'not well-formed' } });
	const root = xml.value;
	const reader = new Reader(blanks(text));
	const scope = within(root, { prefixes: new Map(), language: '' });
	if (root.name === 'RDF') for (const element of childrenOf(root)) reader.node(element, scope);
	else reader.node(root, { prefixes: new Map(), language: '' });
	return ok({ triples: once(reader.triples), draft: new Draft(), native: nativeOf(root) });
}

class Reader {
	readonly triples: Triple[] = [];
	readonly #blank: () => string;

	constructor(blank: () => string) {
		this.#blank = blank;
	}

	/** States what an element that describes something says of it, and answers with its name. */
	node(element: Element, outer: Scope): string {
		const scope = within(element, outer);
		const subject = this.#subject(element, scope);
		const type = nameOf(element.name, element.prefix, scope);
		if (type !== `${RDF}Description`) this.#state(subject, `${RDF}type`, { '@id': type });
		for (const [name, value] of Object.entries(element.attributes)) {
			const predicate = attributeOf(name, scope);
			if (predicate === `${RDF}type`) this.#state(subject, predicate, { '@id': value });
			else if (predicate !== '' && !predicate.startsWith(RDF))
				this.#state(subject, predicate, literal(value, scope.language));
		}
		for (const each of childrenOf(element)) this.#property(subject, each, scope);
		return subject;
	}

	#property(subject: string, element: Element, outer: Scope): void {
		const scope = within(element, outer);
		const predicate = nameOf(element.name, element.prefix, scope);
		const said = (name: string): string | undefined => rdfAttribute(element, name, scope);
		const [resource, blank, parse] = [said('resource'), said('nodeID'), said('parseType')];
		if (resource !== undefined) this.#state(subject, predicate, { '@id': resource });
		else if (blank !== undefined) this.#state(subject, predicate, { '@id': `_:${blank}` });
		else if (parse === 'Resource') {
			const inner = this.#blank();
			this.#state(subject, predicate, { '@id': inner });
			for (const each of childrenOf(element)) this.#property(inner, each, scope);
		} else if (parse === 'Literal' || childrenOf(element).length === 0)
			this.#state(subject, predicate, literal(textOf(element), scope.language, said('datatype')));
		// More than one, as in a collection, is read as so many statements.
		else
			for (const each of childrenOf(element))
				this.#state(subject, predicate, { '@id': this.node(each, scope) });
	}

	#subject(element: Element, scope: Scope): string {
		const said = (name: string): string | undefined => rdfAttribute(element, name, scope);
		const [about, id, blank] = [said('about'), said('ID'), said('nodeID')];
		if (about !== undefined) return about;
		if (id !== undefined) return `#${id}`;
		return blank === undefined ? this.#blank() : `_:${blank}`;
	}

	#state(subject: string, predicate: string, object: Triple['object']): void {
		this.triples.push({ subject, predicate, object });
	}
}

function within({ attributes }: Element, outer: Scope): Scope {
	const language = attributes['xml:lang'] ?? outer.language;
	const declared = Object.entries(attributes).filter(
		([name]) => name === 'xmlns' || name.startsWith('xmlns:')
	);
	if (declared.length === 0) return language === outer.language ? outer : { ...outer, language };
	const added = declared.map(([name, value]) => [name.slice(6), value] as const);
	return { prefixes: new Map([...outer.prefixes, ...added]), language };
}

function nameOf(name: string, prefix: string, { prefixes }: Scope): string {
	return `${prefixes.get(prefix) ?? ''}${name}`;
}

/** The property that an attribute states; `''` where it states none. */
function attributeOf(name: string, scope: Scope): string {
	const colon = name.indexOf(':');
	if (colon < 0 || name.startsWith('xml')) return '';
	return nameOf(name.slice(colon + 1), name.slice(0, colon), scope);
}

function rdfAttribute({ attributes }: Element, name: string, scope: Scope): string | undefined {
	for (const [key, value] of Object.entries(attributes))
		if (key === name || attributeOf(key, scope) === `${RDF}${name}`) return value;
	return undefined;
}

/** The twelve most frequent names of elements, as others list them. */
function nativeOf(root: Element): Native {
	const counts = new Map<string, number>();
	for (const { name } of elementsOf(root)) counts.set(name, (counts.get(name) ?? 0) + 1);
	const most = [...counts].sort(([, a], [, b]) => b - a).slice(0, 12);
	return { root: root.name, elements: Object.fromEntries(most) };
}
