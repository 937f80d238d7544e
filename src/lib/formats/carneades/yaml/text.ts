import { stringify } from 'yaml';
import { entriesOf, plainYaml, YAML } from './plain.ts';

/** A table as YAML: plain where every word can stand so, else every value as JSON, in which every sign can be escaped. */
export function yamlOf(table: ReadonlyMap<string, unknown>): string {
	const plain = plainYaml(table);
	if (plain !== null) return plain;
	if (SAYABLE.test(flow(table))) return stringify(table, YAML);
	return [...table].map(([key, value]) => `${key}: ${escaped(flow(value))}\n`).join('');
}

/** JSON without escaped control characters, and without signs that YAML or an editor might take for a line break. */
const SAYABLE =
	/^(?:[\u0020-\u005B\u005D-\u007E\u00A0-\u2027\u202A-\uD7FF\uE000-\uFEFE\uFF00-\uFFFD\u{10000}-\u{10FFFF}]|\\[\\"n])*$/u;

/** JSON in which tables keep their order. */
function flow(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
	const entries = entriesOf(value)?.filter(([, each]) => each !== undefined);
	if (!entries) return JSON.stringify(value);
	return `{${entries.map(([key, each]) => `${JSON.stringify(key)}: ${flow(each)}`).join(', ')}}`;
}

function escaped(text: string): string {
	return text.replaceAll(/[^ -~]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
