import type { Json } from '#lib/core/decode.ts';
import { isRaw, keyOf, type Raw } from '../graph.ts';
import { listAt } from '../parts.ts';
import { AIF, RDF, RDFS, type Triple, type Triples } from './triples.ts';

/** Properties that lead from an inference to what it rests on, and to what it bears on; the usual name first. */
const PREMISES = ['Premise', 'hasPremise', 'ConflictingElement', 'hasConflictingElement'];
const CONCLUSIONS = ['Conclusion', 'hasConclusion', 'ConflictedElement', 'hasConflictedElement'];
const CLASS = /^(I|L|RA|CA|MA|PA|TA|YA)(?:[-_]?node)?$/i;
const INFERENCES = new Set(['RA', 'CA', 'MA']);

/** A node with what is stated of it beyond its type and words, by property. */
interface Described {
	readonly id: string;
	type: string;
	text?: Json;
	language?: Json;
	readonly more: Map<string, Json[]>;
}

/**
 * Triples as a document with nodes and edges. What is stated of nodes of the argument beyond that stays with them,
 * under `more`; what is stated of anything else comes under `others`.
 */
export function documentFrom({ triples, draft }: Triples): Raw {
	const nodes = new Map<string, Described>();
	for (const { subject } of triples)
		if (!nodes.has(subject)) nodes.set(subject, { id: subject, type: '', more: new Map() });
	for (const { subject, predicate, object } of triples) {
		const type = predicate === `${RDF}type` ? typeIn(object) : null;
		if (type !== null && nodes.get(subject)!.type === '') nodes.get(subject)!.type = type;
	}
	for (const { subject, predicate } of triples)
		if (predicate === `${AIF}claimText` && nodes.get(subject)!.type === '') nodes.get(subject)!.type = 'I';
	const edges: Raw[] = [];
	let hidden = 0;
	for (const triple of triples) {
		const node = nodes.get(triple.subject)!;
		const edge = edgeIn(triple, nodes, edges.length);
		if (edge) {
			const [from, to] = [keyOf(edge['from']), keyOf(edge['to'])].map((id) => nodes.get(id)?.type ?? '');
			const isPremise = PREMISES.includes(String(edge['as']));
			if (!isPremise || !INFERENCES.has(from!) || !INFERENCES.has(to!)) {
				edges.push(edge);
				continue;
			}
			hidden++;
		}
		if (typeIn(triple.object) === node.type && triple.predicate === `${RDF}type`) continue;
		describe(node, triple);
	}
	if (hidden > 0)
		draft.warn('not-shown', `${hidden} inferences that are premises are kept, but not shown as such.`);
	const all = [...nodes.values()].map((node) => ({ ...node, more: Object.fromEntries(node.more) }));
	return {
		nodes: all.filter(({ type }) => type !== ''),
		edges,
		others: all.filter(({ type }) => type === '').map(({ id, more }) => ({ about: id, more }))
	};
}

function describe(node: Described, { predicate, object }: Triple): void {
	const word = node.type === 'I' ? `${AIF}claimText` : `${RDFS}label`;
	const { '@value': value, '@language': language, '@type': type } = object;
	if (predicate === word && node.text === undefined && typeof value === 'string' && type === undefined) {
		node.text = value;
		if (language !== undefined) node.language = language;
		return;
	}
	const known = node.more.get(predicate);
	if (known) known.push(object);
	else node.more.set(predicate, [object]);
}

function typeIn({ '@id': id }: Raw): string | null {
	const name = typeof id === 'string' && id.startsWith(AIF) ? CLASS.exec(id.slice(AIF.length)) : null;
	return name ? name[1]!.toUpperCase() : null;
}

function edgeIn(
	{ subject, predicate, object }: Triple,
	nodes: ReadonlyMap<string, Described>,
	nth: number
): Raw | null {
	const as = predicate.startsWith(AIF) ? predicate.slice(AIF.length) : '';
	const [self, other] = [nodes.get(subject)!, object['@id']];
	if (typeof other !== 'string' || ['', 'I', 'L'].includes(self.type)) return null;
	if (PREMISES.includes(as)) return { id: `e${nth}`, from: other, to: subject, as };
	return CONCLUSIONS.includes(as) ? { id: `e${nth}`, from: subject, to: other, as } : null;
}

/** A document as JSON-LD. */
export function jsonLdOf(document: Raw): Raw {
	const nodes = (listAt(document, '/nodes') ?? []).filter(isRaw);
	const types = new Map(nodes.map(({ id, type }) => [keyOf(id), keyOf(type)]));
	const links = new Map<string, Map<string, Json[]>>();
	for (const { from, to, as } of (listAt(document, '/edges') ?? []).filter(isRaw)) {
		const isPremise =
			as === '' ? !INFERENCES.has(types.get(keyOf(from)) ?? '') : PREMISES.includes(keyOf(as));
		const [subject, object] = isPremise ? [keyOf(to), keyOf(from)] : [keyOf(from), keyOf(to)];
		const name = `${AIF}${keyOf(as) || (isPremise ? PREMISES[0] : CONCLUSIONS[0])}`;
		const known = links.get(subject) ?? new Map<string, Json[]>();
		const ends = known.get(name) ?? [];
		ends.push({ '@id': object });
		known.set(name, ends);
		links.set(subject, known);
	}
	const others = (listAt(document, '/others') ?? []).filter(isRaw);
	return {
		'@context': { aif: AIF, rdfs: RDFS },
		'@graph': [
			...nodes.map((node) => nodeOf(node, links.get(keyOf(node['id'])))),
			...others.map(({ about, more }) => ({ '@id': keyOf(about), ...moreOf(more, []) }))
		]
	};
}

function nodeOf(
	{ id, type, text, language, more }: Raw,
	links: ReadonlyMap<string, Json[]> = new Map()
): Raw {
	const { '@type': types = null, ...beside } = moreOf(more, [`aif:${keyOf(type)}-node`]);
	const name = type === 'I' ? 'aif:claimText' : 'rdfs:label';
	const words = typeof text === 'string' ? text : null;
	const value = language === undefined ? words : { '@value': words, '@language': language };
	const { [name]: further, ...rest } = beside;
	const all = [
		...(words === null ? [] : [value]),
		...(Array.isArray(further) ? (further as readonly Json[]) : [])
	];
	return {
		'@id': keyOf(id),
		'@type': types,
		...(all.length > 0 && { [name]: all.length === 1 ? all[0]! : all }),
		...rest,
		...Object.fromEntries([...links].map(([link, ends]) => joined(compact(link), ends, rest)))
	};
}

/** A property with `ends`, and what else is stated by the same property in `rest`. */
function joined(name: string, ends: readonly Json[], rest: Raw): readonly [string, Json] {
	const further = rest[name];
	return [name, Array.isArray(further) ? [...ends, ...(further as readonly Json[])] : ends];
}

/** What is stated beside, with all types in one place. */
function moreOf(more: Json | undefined, types: readonly string[]): Raw {
	const { [`${RDF}type`]: given, ...rest } = isRaw(more) ? more : {};
	const all = [...types, ...(Array.isArray(given) ? (given as readonly Json[]) : []).map(typeOf)];
	const stated = Object.entries(rest).map(([name, values]) => [compact(name), values]);
	return {
		...(all.length > 0 && { '@type': all.length === 1 ? all[0]! : all }),
		...Object.fromEntries(stated)
	};
}

function typeOf(object: Json): string {
	return isRaw(object) ? compact(keyOf(object['@id'])) : '';
}

function compact(address: string): string {
	if (address.startsWith(AIF)) return `aif:${address.slice(AIF.length)}`;
	return address.startsWith(RDFS) ? `rdfs:${address.slice(RDFS.length)}` : address;
}
