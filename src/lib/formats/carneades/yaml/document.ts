import { isMap, isNode, isScalar, type Node } from 'yaml';
import type { Json } from '#lib/core/decode.ts';
import { fail, ok, type Result } from '#lib/core/result.ts';
import { plain, readYaml } from '../../carriers/yaml.ts';
import { refusal, type Native, type Refusal } from '../../format.ts';
import { isRecord } from '../../sample.ts';

export const SECTIONS: readonly string[] = [
	'meta',
	'statements',
	'issues',
	'arguments',
	'assumptions',
	'argument_schemes',
	'issue_schemes',
	'language',
	'weighing_functions',
	'tests',
	'references'
];

/** An entry of a section, under its key, with its place. */
export interface Entry {
	readonly key: string;
	readonly value: Json;
	readonly line: number;
	readonly column: number;
	/** What the value's own entries are, in the order of the text. */
	entries(of: string): readonly Entry[];
}

/** A file as its sections, the entries in the order of the text. */
export interface Document {
	/** The entries of a section that is a table; empty where it is none. */
	entries(section: string): readonly Entry[];
	/** A section itself, with its place. */
	section(name: string): Entry | undefined;
	/** Every section as a value. */
	readonly values: ReadonlyMap<string, Json>;
	readonly native: Native;
}

export function documentOf(text: string): Result<Document, Refusal> {
	const read = readYaml(text);
	if (!read.ok) return read;
	const { document, at } = read.value;
	const { contents } = document;
	const value = (node: unknown): Json => (isNode(node) ? plain(node.toJS(document)) : plain(node));
	const entriesIn = (node: unknown): Entry[] => {
		if (!isMap(node)) return [];
		return node.items.map((pair) => {
			const key = isScalar(pair.key) ? String(pair.key.value) : String(value(pair.key));
			const place = at((isNode(pair.key) ? (pair.key as Node).range?.[0] : undefined) ?? 0);
			const inner = pair.value;
			const entries = (of: string): Entry[] => (isMap(inner) ? entriesIn(inner.get(of, true)) : []);
			return { key, value: value(inner), ...place, entries };
		});
	};
	const sections = entriesIn(contents);
	const values = new Map(sections.map((section) => [section.key, section.value]));
	const native = nativeOf(values, text);
	if (contents !== null && !isMap(contents))
		return fail(refusal('not-carneades', 'It is no table of statements and arguments.', 1, 1, native));
	const found = (section: string): Entry[] => (isMap(contents) ? entriesIn(contents.get(section, true)) : []);
	const section = (name: string): Entry | undefined => sections.findLast(({ key }) => key === name);
	return ok({ entries: found, section, values, native });
}

function nativeOf(values: ReadonlyMap<string, Json>, text: string): Native {
	const listed = (section: string): readonly Json[] => {
		const value = values.get(section);
		return isRecord(value) ? (Object.values(value) as Json[]) : Array.isArray(value) ? (value as Json[]) : [];
	};
	const statements = listed('statements');
	const named = listed('arguments');
	const count = (of: (argument: Readonly<Record<string, unknown>>) => boolean): number =>
		named.filter((argument) => isRecord(argument) && of(argument)).length;
	return {
		...(text.includes('\r\n') && { crlf: true }),
		topKeys: [...values.keys()].sort(),
		statements: statements.length,
		statementsPlainString: statements.filter((statement) => typeof statement === 'string').length,
		arguments: named.length,
		multiPremise: count(({ premises }) => sizeOf(premises) > 1),
		undercutters: count(({ undercutter }) => Boolean(undercutter)),
		weights: count(({ weight }) => weight !== undefined && weight !== null),
		issues: listed('issues').length,
		schemes: listed('argument_schemes').length,
		rolePremises: count(({ premises }) => isRecord(premises))
	};
}

function sizeOf(value: unknown): number {
	if (Array.isArray(value)) return value.length;
	return isRecord(value) ? Object.keys(value).length : 0;
}
