import { stringify } from 'yaml';
import type { Json } from '#lib/core/decode.ts';
import { isReferred, type Debate } from '#lib/core/model/debate.ts';
import type { Argument, Claim, Evidence, Group, Item, Relation } from '#lib/core/model/item.ts';
import { every, evidenceOn } from '#lib/core/model/questions.ts';
import { isRecord } from '../../sample.ts';
import { readFrontMatter } from '../syntax/data.ts';
import { dataOf, sayable } from './escape.ts';
import type { Names } from './names.ts';
import type { Body } from './page.ts';

type Table = Record<string, unknown>;

/** What stands after an item's title: its words and tags, and as data what Argdown cannot say. */
export function bodyOf(debate: Debate, item: Claim | Argument, names: Names): Body {
	const own: Table = {};
	const [words, more] =
		item.kind === 'claim' ? [item.text, otherWords(item)] : [item.descriptions[0] ?? '', otherWords(item)];
	const said = sayable(words, item.tags);
	const near = said ?? sayable(words.replaceAll(/\s+/g, ' ').trim());
	if (said === null && item.tags.length > 0) own['tags'] = item.tags;
	if (item.kind === 'claim') {
		if (said === null && (words !== '' || item.title !== '')) own['text'] = words;
		if (item.wordings.length > 0 && more === null) own['wordings'] = item.wordings;
		if (item.unstated) own['unstated'] = true;
		if (item.basis !== 'auto') own['basis'] = item.basis;
		if (item.standard !== 'balanced') own['standard'] = item.standard;
	} else if (item.descriptions.length > 0 && (said === null || more === null))
		own['descriptions'] = item.descriptions;
	if (!names.tells(item)) own['title'] = item.title;
	if (item.notes !== '') own['notes'] = item.notes;
	if (item.pin) own['pin'] = item.pin;
	const canonical = item.kind === 'claim' && more !== null && more.length > 0 ? { isCanonical: true } : {};
	const member = near === null && item.group !== null ? { isInGroup: true } : {};
	const data = { ...carriedData(item), ...canonical, ...member, ...ownTable(own, debate, item) };
	return { text: near, data: Object.keys(data).length > 0 ? ` ${dataOf(data)}` : '' };
}

const NOTHING_MORE: readonly string[] = [];

/** The further wordings or descriptions as lines of their own; `null` where one of them cannot be said so. */
export function otherWords(item: Claim | Argument): readonly string[] | null {
	const texts = item.kind === 'claim' ? item.wordings.map(({ text }) => text) : item.descriptions.slice(1);
	if (texts.length === 0) return NOTHING_MORE;
	const first = item.kind === 'claim' ? item.text : (item.descriptions[0] ?? '');
	if (sayable(first, item.tags) === null) return null;
	if (item.kind === 'claim' && new Set([first, ...texts]).size <= texts.length) return null;
	const lines = texts.map((text) => sayable(text));
	return lines.every((line) => line !== null) ? lines : null;
}

/** What an inference says of the relation that it is. */
export function carriedByInference(
	debate: Debate,
	relation: Relation,
	uses: readonly number[] | null,
	isNamed: boolean
): Table {
	const { sense, premises, target, scheme, notes } = relation;
	const own: Table = {};
	const kind = target === null ? null : debate.get(target)?.kind;
	if (sense !== 'support') own['sense'] = sense;
	if (sense !== 'support' || kind !== 'claim') own['stands'] = true;
	if (kind === 'relation' || kind === 'evidence') own['on'] = target;
	if (premises.some(({ role, negated }) => role !== '' || negated))
		own['premises'] = premises.map(({ role, negated }) => ({
			...(role && { role }),
			...(negated && { negated })
		}));
	if (scheme !== '' && !isRule(scheme)) own['scheme'] = scheme;
	if (notes !== '') own['notes'] = notes;
	if (isNamed) own['name'] = relation.id;
	return { ...carriedData(relation), ...(uses && { uses }), ...ownTable(own, debate, relation) };
}

/** Whether a scheme can be written as the rule of an inference, and comes back as it is. */
export function isRule(scheme: string): boolean {
	return /^[\p{L}\p{N}]+(?:[ '’-][\p{L}\p{N}]+)*$/u.test(scheme);
}

/** The front matter: title, abstract, mode and sources; `null` where there is nothing to say. */
export function frontMatterOf(debate: Debate, isStrict: boolean, areNumbered: boolean): Table | null {
	const { about } = debate;
	const carried = every(debate, 'source').map(({ kind: _kind, ext: _ext, ...fields }) => ({
		...filled(fields),
		title: fields.title
	}));
	const own = { ...(areNumbered && { numbered: true }), ...(carried.length > 0 && { sources: carried }) };
	const table = {
		...(about.title !== '' && { title: about.title }),
		...(about.summary !== '' && { abstract: about.summary }),
		...(isStrict && { model: { mode: 'strict' } }),
		...(Object.keys(own).length > 0 && { argosy: own })
	};
	return Object.keys(table).length > 0 ? table : null;
}

/** Front matter as text: plain YAML where it reads back as it is, else JSON, in which every sign can be escaped. */
export function frontMatterText(table: Table): string {
	const plain = `===\n${stringify(table).trimEnd()}\n===\n\n`;
	if (JSON.stringify(readFrontMatter(plain)) === JSON.stringify(table)) return plain;
	const lines = Object.entries(table).map(([key, value]) => `${key}: ${quoted(value)}`);
	return `===\n${lines.join('\n')}\n===\n\n`;
}

function quoted(value: unknown): string {
	return JSON.stringify(value).replaceAll(
		/[^ -<>-~]/g,
		(sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`
	);
}

/** A section's heading, with what its words cannot say. */
export function headingOf(group: Group, level: number): string {
	const { title, form, ext } = group;
	const { tags, data } = tableOf(ext['argdown']);
	const names = Array.isArray(tags) ? tags.filter((tag) => typeof tag === 'string') : [];
	const said = sayable(title, names);
	const own = { ...(said === null && { title }), ...(form !== 'section' && { form }) };
	const carried = { ...tableOf(data), ...(Object.keys(own).length > 0 && { argosy: own }) };
	const words = said ?? sayable(title.replaceAll(/\s+/g, ' ').trim()) ?? 'Untitled';
	return `${'#'.repeat(level)} ${words}${Object.keys(carried).length > 0 ? ` ${dataOf(carried)}` : ''}`;
}

function ownTable(own: Table, debate: Debate, item: Item): Table {
	const evidence = evidenceOn(debate, item.id).map((each) => evidenceTable(debate, each));
	if (evidence.length > 0) own['evidence'] = evidence;
	return Object.keys(own).length > 0 ? { argosy: own } : {};
}

function evidenceTable(debate: Debate, evidence: Evidence): Table {
	const { id, bearing, form, text, source, locator, credibility, notes } = evidence;
	return {
		...(isReferred(debate, id) && { id }),
		bearing,
		...(form !== 'quotation' && { form }),
		...filled({ text, source, locator, credibility, notes })
	};
}

function carriedData(item: Item): Readonly<Record<string, Json>> {
	return tableOf(tableOf(item.ext['argdown'])['data']);
}

function tableOf(value: Json | undefined): Readonly<Record<string, Json>> {
	return isRecord(value) ? value : {};
}

function filled(fields: Readonly<Record<string, unknown>>): Table {
	return Object.fromEntries(
		Object.entries(fields).filter(
			([, value]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)
		)
	);
}
