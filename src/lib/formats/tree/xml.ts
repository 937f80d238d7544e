import type { Json } from '#lib/core/decode.ts';
import type { Debate } from '#lib/core/model/debate.ts';
import { fail, ok, type Result } from '#lib/core/result.ts';
import { escapeXml, fitsXml, readXml, type Element } from '../carriers/xml.ts';
import { refusal, type Native, type Refusal } from '../format.ts';
import type { Losses } from '../losses.ts';
import { isRecord } from '../sample.ts';
import { nodesIn, type Fields, type Node } from './node.ts';

/** Before the names of what we write into foreign XML. */
export const OWN = 'argosy:';

/**
 * The outermost element of an outline. Refused, as every other reader would, where anything stands before it or
 * blanks before its declaration: half a file looks like that.
 */
export function readOutline(text: string): Result<Element, Refusal> {
	const start = text.indexOf('<');
	const before = text.slice(0, Math.max(start, 0));
	if (before.trim() !== '' || (before !== '' && text.startsWith('<?xml', start)))
		return fail(
			refusal('not-well-formed', 'Something stands before the beginning of the XML: is a part missing?', 1, 1)
		);
	return readXml(text);
}

/** An element with what it holds, on lines of their own. */
export function tag(name: string, attributes: Fields, children: readonly string[] = [], level = 0): string {
	const indent = '\t'.repeat(level);
	let text = `${indent}<${name}`;
	for (const key in attributes) text += ` ${key}="${escapeXml(attributes[key]!)}"`;
	if (children.length === 0) return `${text}/>`;
	text += '>';
	// Joined one by one and not as a list, which would copy what stands deep once for every level above it.
	for (const child of children) text += `\n${child}`;
	return `${text}\n${indent}</${name}>`;
}

/** Adds what XML cannot hold of an outline. */
export function noteUnfit(losses: Losses, { about }: Debate, nodes: readonly Node[]): void {
	losses.add('about', !fitsXml(about.title) || !fitsXml(about.summary));
	for (const { id, text, fields } of nodesIn(nodes)) {
		let fits = fitsXml(id) && fitsXml(text);
		for (const key in fields) fits &&= fitsXml(fields[key]!);
		losses.add('texts', !fits);
	}
}

/** An element as JSON: its name, its attributes, what it holds. */
export function kept(element: Element): Json {
	return [
		element.prefix === '' ? element.name : `${element.prefix}:${element.name}`,
		{ ...element.attributes },
		...element.children.map((child) => (typeof child === 'string' ? child : kept(child)))
	];
}

/** What `kept` made, as XML again; `''` where it is no such thing. */
export function restored(value: Json | undefined): string {
	if (typeof value === 'string') return escapeXml(value).replaceAll('&#10;', '\n').replaceAll('&#9;', '\t');
	if (!Array.isArray(value) || !isName(value[0])) return '';
	const [name, attributes, ...children] = value as unknown as readonly [string, Json, ...Json[]];
	const said = Object.entries(isRecord(attributes) ? attributes : {}).map(([key, each]) =>
		isName(key) ? ` ${key}="${escapeXml(String(each))}"` : ''
	);
	const open = `<${name}${said.join('')}`;
	return children.length === 0 ? `${open}/>` : `${open}>${children.map(restored).join('')}</${name}>`;
}

function isName(value: unknown): boolean {
	return typeof value === 'string' && /^[A-Za-z_][\w.:-]*$/.test(value);
}

/** How often each of `names` occurs among `elements`, where it does. */
export function countsOf(elements: Iterable<Element>, names: readonly string[]): Native {
	const counts = new Map<string, number>();
	for (const { name } of elements) counts.set(name, (counts.get(name) ?? 0) + 1);
	return Object.fromEntries(names.flatMap((name) => (counts.has(name) ? [[name, counts.get(name)!]] : [])));
}

/** `found`, or a refusal with the counts that could be taken. */
export function named(found: Element, name: string, native: Native): Result<Element, Refusal> {
	if (found.name === name) return ok(found);
	const { line, column } = found;
	return fail(
		refusal('no-outline', `The outermost element is ${found.name}, not ${name}.`, line, column, native)
	);
}

/** Attributes as a table of text. */
export function textTable(value: Json | undefined): Fields {
	if (!isRecord(value)) return {};
	return Object.fromEntries(
		Object.entries(value).flatMap(([key, each]) =>
			typeof each === 'string' && isName(key) ? [[key, each]] : []
		)
	);
}
