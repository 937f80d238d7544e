import { stringify } from 'yaml';
import { isRecord } from '../../sample.ts';

export const YAML = { lineWidth: 0, blockQuote: false, aliasDuplicateObjects: false } as const;

/**
 * What `stringify` makes of a table, in a tenth of the time; `null` where not all of it is as plain as nearly everything
 * is: texts on one line, and no empty lists or tables.
 */
export function plainYaml(table: ReadonlyMap<string, unknown>): string | null {
	const lines: string[] = [];
	return putAll(table, '', lines) && lines.length > 0 ? `${lines.join('\n')}\n` : null;
}

/** Puts the entries of a list or a table into `lines`; `false` where they are not plain. */
function putAll(
	value: readonly unknown[] | ReadonlyMap<string, unknown> | object,
	indent: string,
	lines: string[]
): boolean {
	const below = `${indent}  `;
	if (isList(value)) return value.every((each) => putEntry(each, below, lines));
	for (const [key, each] of entriesOf(value) ?? []) {
		if (each === undefined) continue;
		const name = scalar(key);
		if (name === null || name.length > LONGEST_KEY) return false;
		const said = scalar(each);
		lines.push(said === null ? `${indent}${name}:` : `${indent}${name}: ${said}`);
		if (said === null && !putBelow(each, below, lines)) return false;
	}
	return true;
}

/** An entry of a list: a dash takes the place of its first indentation. */
function putEntry(value: unknown, below: string, lines: string[]): boolean {
	const first = lines.length;
	const said = scalar(value);
	if (said !== null) lines.push(below + said);
	else if (!putBelow(value, below, lines)) return false;
	const rest = lines[first]!.slice(below.length);
	lines[first] = `${below.slice(2)}- ${rest}`;
	return true;
}

/** A list or a table that is not empty. */
function putBelow(value: unknown, indent: string, lines: string[]): boolean {
	if (typeof value !== 'object' || value === null) return false;
	const before = lines.length;
	return putAll(value, indent, lines) && lines.length > before;
}

function isList(value: unknown): value is readonly unknown[] {
	return Array.isArray(value);
}

const LONGEST_KEY = 1000;
/** Words that are plain in YAML whatever stands around them. */
const PLAIN = /^(?!(?:null|true|false)$)[\p{L}¬“„«(](?:[^:#]*[^:# -])?$/iu;
/** Signs that YAML and editors leave as they are. */
const SOUND = /^[\u0020-\u007E\u00A0-\u2027\u202A-\uD7FF\uE000-\uFEFE\uFF00-\uFFFD\u{10000}-\u{10FFFF}]*$/u;

/** A value that stands on one line; `null` for what does not, or not everywhere in the same way. */
function scalar(value: unknown): string | null {
	if (typeof value === 'boolean' || value === null) return String(value);
	if (typeof value !== 'string' || !SOUND.test(value)) return null;
	if (PLAIN.test(value)) return value;
	return /^(?:---|\.\.\.)/.test(value) ? null : stringify(value, YAML).trimEnd();
}

/** The entries of a table in their order; `null` for what is no table. */
export function entriesOf(value: unknown): [string, unknown][] | null {
	if (value instanceof Map) return [...value] as [string, unknown][];
	return isRecord(value) ? Object.entries(value) : null;
}
