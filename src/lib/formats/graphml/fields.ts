import { decode } from '#lib/core/decode.ts';
import { item as anyItem } from '#lib/core/model/decodeItem.ts';
import { KINDS, type Item, type Kind } from '#lib/core/model/item.ts';
import { ARGUMENT, CLAIM, EVIDENCE, GROUP, PREMISE, RELATION, SOURCE } from '#lib/core/model/make.ts';
import { fail, ok, type Result } from '#lib/core/result.ts';
import { isRecord } from '../sample.ts';
import { isSame } from '../tree/fields.ts';

type Table = Readonly<Record<string, unknown>>;

const DEFAULTS: { readonly [K in Kind]: Table } = {
	claim: CLAIM,
	argument: ARGUMENT,
	relation: RELATION,
	evidence: EVIDENCE,
	source: SOURCE,
	group: GROUP
};
/** What edges and nesting say, and what is said elsewhere. */
const ELSEWHERE = new Set(['id', 'ext', 'premises', 'target', 'source', 'steps', 'group', 'parent']);

/** What no item of a kind can be without. */
const NEEDED: { readonly [K in Kind]: Table } = {
	claim: { text: '' },
	argument: { title: '' },
	relation: { sense: 'support', premises: [], target: null },
	evidence: { bearing: 'for', target: 'unknown' },
	source: { title: '' },
	group: { title: '' }
};

/** Under which a list, or words that XML cannot hold, stand as JSON. */
export const MORE = 'more';
/** Every name that our own fields are written under. */
export const OWN: ReadonlySet<string> = new Set([
	MORE,
	'nodeType',
	'role',
	'part',
	'negated',
	'summary',
	...KINDS.flatMap((kind) => namesOf(kind))
]);

/** The fields that an item of a kind has as data. */
function namesOf(kind: Kind): string[] {
	return Object.keys({ ...DEFAULTS[kind], ...NEEDED[kind] }).filter((key) => !ELSEWHERE.has(key));
}

/** The fields of an item that are not at their defaults, as data of its node. */
export function fieldsOf(item: Item): Record<string, string> {
	const usual = DEFAULTS[item.kind];
	const fields: Record<string, unknown> = {};
	for (const [key, value] of Object.entries(item))
		if (!ELSEWHERE.has(key) && !isSame(value, usual[key])) fields[key] = value;
	return { kind: item.kind, ...dataOf(fields) };
}

/** Fields as data: words as they are where XML can hold them, everything else as JSON in one piece. */
export function dataOf(fields: Table): Record<string, string> {
	const data: Record<string, string> = {};
	const more: Record<string, unknown> = {};
	for (const [key, value] of Object.entries(fields)) {
		if (typeof value === 'string' && SAYABLE.test(value)) data[key] = value;
		else more[key] = value;
	}
	if (Object.keys(more).length > 0) data[MORE] = escaped(JSON.stringify(more));
	return data;
}

/** What a writer of XML keeps as it is: no control characters, halves of pairs or characters that are none. */
const SAYABLE = /^[\t\n\r\u0020-\u007E\u00A0-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u;

function escaped(text: string): string {
	return text.replaceAll(/[^ -~]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The kind that a node says it is, in our own words. */
export function kindOf(data: ReadonlyMap<string, string>): Kind | null {
	return KINDS.find((kind) => kind === data.get('kind')) ?? null;
}

/** The item that a node of ours stands for, without what edges say; the flaw where its data do not fit. */
export function itemOf(
	data: ReadonlyMap<string, string>,
	kind: Kind,
	id: string
): Result<Item, { readonly path: string; readonly message: string }> {
	const known = namesOf(kind).filter((key) => data.has(key));
	const fields = Object.fromEntries(known.map((key) => [key, data.get(key)]));
	const more = Object.fromEntries(
		Object.entries(moreOf(data)).filter(([key]) => !ELSEWHERE.has(key) && key !== 'kind')
	);
	const decoded = decode(anyItem, { ...NEEDED[kind], ...fields, ...more, id, kind });
	return decoded.ok ? ok(decoded.value) : fail(decoded.error);
}

/** How a premise takes part, from the data of its edge. */
export function partOf(data: ReadonlyMap<string, string>): {
	readonly role: string;
	readonly negated: boolean;
} {
	return {
		role: wordsIn(data, 'part') ?? PREMISE.role,
		negated: wordsIn(data, 'negated') === 'true'
	};
}

/** The words under a name, whether as they are or among what had to be JSON. */
export function wordsIn(data: ReadonlyMap<string, string>, name: string): string | undefined {
	const more = moreOf(data)[name];
	return typeof more === 'string' ? more : data.get(name);
}

function moreOf(data: ReadonlyMap<string, string>): Table {
	try {
		const value: unknown = JSON.parse(data.get(MORE) ?? '{}');
		return isRecord(value) ? value : {};
	} catch {
		return {};
	}
}
