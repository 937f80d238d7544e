import { isAlias, isCollection, Lexer, LineCounter, parseDocument, visit, type Document } from 'yaml';
import type { Json } from '#lib/core/decode.ts';
import { fail, ok, type Result } from '#lib/core/result.ts';
import { BOUNDS, refusal, type Refusal } from '../format.ts';

/** A YAML text as a tree of nodes with places, for readers that care for order, duplicates or lines. */
export interface Yaml {
	readonly document: Document.Parsed;
	/** The place of an offset such as a node's `range[0]`. */
	readonly at: (offset: number) => { readonly line: number; readonly column: number };
}

/**
 * The one document of a YAML text. Aliases, tags and anything nested more than 256 deep are refused, since they
 * can blow up; so is what is not well formed. Keys may come twice: the tree has both.
 */
export function readYaml(text: string): Result<Yaml, Refusal> {
	const counter = new LineCounter();
	const at = (offset: number): { line: number; column: number } => {
		const { line, col } = counter.linePos(offset);
		return { line: Math.max(line, 1), column: Math.max(col, 1) };
	};
	const deep = tooDeep(text);
	if (deep > 0) return fail(refusal('too-deep', `Nested more than ${BOUNDS.depth} deep.`, deep, 1));
	const document = parseDocument(text, {
		lineCounter: counter,
		uniqueKeys: false,
		strict: false,
		logLevel: 'silent'
	});
	const [error] = document.errors;
	if (error)
		return fail(refused('not-yaml', error.message.split('\n')[0] ?? 'This is not YAML.', error.pos[0], at));
	let bad: Refusal | null = null;
	visit(document, {
		Node(_key, node, path) {
			const offset = node.range?.[0] ?? 0;
			if (isAlias(node)) bad = refused('alias', 'Aliases are not read: write the value out.', offset, at);
			else if (node.tag !== undefined) bad = refused('tag', 'Tags are not read: take them out.', offset, at);
			else if (isCollection(node) && path.length > 2 * BOUNDS.depth)
				bad = refused('too-deep', `Nested more than ${BOUNDS.depth} deep.`, offset, at);
			return bad ? visit.BREAK : undefined;
		}
	});
	return bad ? fail(bad) : ok({ document, at });
}

/** The plain value of a YAML text, as in `readYaml`; keys that reach a prototype are left out. */
export function readYamlValue(text: string): Result<Json, Refusal> {
	const read = readYaml(text);
	return read.ok ? ok(plain(read.value.document.toJS())) : read;
}

/** A value as JSON can say it: dates and the like as text, other keys than text as text, prototypes out of reach. */
export function plain(value: unknown): Json {
	return isPlain(value) ? value : copied(value);
}

/** Whether nothing about a value has to be said otherwise: most need no copy. */
function isPlain(value: unknown): value is Json {
	if (typeof value === 'number') return Number.isFinite(value);
	if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
	if (Array.isArray(value)) return value.every(isPlain);
	if (typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) return false;
	for (const key of Object.keys(value))
		if (RESERVED.has(key) || !isPlain((value as Record<string, unknown>)[key])) return false;
	return true;
}

function copied(value: unknown): Json {
	if (value === null || value === undefined) return null;
	if (typeof value === 'string' || typeof value === 'boolean') return value;
	if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
	if (Array.isArray(value)) return value.map(copied);
	if (value instanceof Map) return copied(Object.fromEntries(value));
	if (typeof value !== 'object' || value instanceof Date) return String(value);
	const entries = Object.entries(value).filter(([key]) => !RESERVED.has(key));
	return Object.fromEntries(entries.map(([key, entry]: [string, unknown]) => [key, copied(entry)]));
}

const RESERVED = new Set(['__proto__', 'constructor', 'prototype']);

function refused(code: string, message: string, offset: number, at: Yaml['at']): Refusal {
	const { line, column } = at(offset);
	return refusal(code, message.replace(/ at line \d+, column \d+:?$/, '.'), line, column);
}

/** The line on which flow brackets or indentation go too deep, before any parser follows them down; 0 if none. */
function tooDeep(text: string): number {
	let [depth, line] = [0, 1];
	for (const token of new Lexer().lex(text)) {
		if (token === '[' || token === '{') depth++;
		else if ((token === ']' || token === '}') && depth > 0) depth--;
		if (depth > BOUNDS.depth) return line;
		for (let at = token.indexOf('\n'); at >= 0; at = token.indexOf('\n', at + 1)) line++;
	}
	return /^(?: {512}|(?:- ){256})/m.test(text) ? 1 : 0;
}
