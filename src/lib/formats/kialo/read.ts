import type { Id } from '#lib/core/model/item.ts';
import { premise } from '#lib/core/model/make.ts';
import { fail, type Result } from '#lib/core/result.ts';
import { Draft } from '../draft.ts';
import { refusal, type Native, type Reading, type Refusal } from '../format.ts';
import { linkOf, unescaped } from './words.ts';

interface Entry {
	/** Without the last dot: `1.2.1`. */
	readonly index: string;
	readonly sign: 'pro' | 'con' | '';
	/** As written, escapes and all; further lines of the claim included. */
	text: string;
	readonly line: number;
}

/** Reads Kialo's text export. Refused where it has neither a title nor a numbered claim. */
export function readKialo(text: string): Result<Reading, Refusal> {
	const { title, entries } = entriesOf(text);
	const native = nativeOf(text, entries);
	if (entries.length === 0 && !/^Discussion Title:/i.test(text))
		return fail(refusal('empty', 'There is no numbered claim such as “1. …” in it.', 1, 1, native));
	const draft = new Draft();
	const claims = claimsOf(draft, entries);
	for (const [at, entry] of entries.entries()) relate(draft, entry, claims.by[at]!, claims.ids);
	return draft.reading({ title: unescaped(title) }, native);
}

/** The title and the numbered claims; a line without a number that fits goes on with the claim above it. */
function entriesOf(text: string): { readonly title: string; readonly entries: Entry[] } {
	const entries: Entry[] = [];
	let title = '';
	let current: Entry | null = null;
	let blank = 0;
	const path: number[] = [];
	for (const [at, line] of text.split(/\r\n|\n|\r/).entries()) {
		const heading: RegExpExecArray | null = current ? null : /^Discussion Title:(.*)$/i.exec(line);
		const entry: Entry | null = heading ? null : entryOf(line, at + 1, path);
		if (heading) title = heading[1]!.trim();
		else if (entry) {
			entries.push(entry);
			current = entry;
		} else if (line.trim() === '') blank++;
		else if (current) current.text += '\n'.repeat(blank + 1) + line.trimEnd();
		else title += `${title === '' ? '' : ' '}${line.trim()}`;
		if (line.trim() !== '') blank = 0;
	}
	return { title, entries };
}

/**
 * The claim that `line` begins, and `path` led on to it. Within a claim of several lines a number that leads
 * nowhere is part of the words: only `Pro:` and `Con:`, or the number that is due, begin a claim.
 */
function entryOf(line: string, at: number, path: number[]): Entry | null {
	const found = /^\s*(\d[\d.]*)\.(?:\s+(?:(pro|con):)?|$)/i.exec(line);
	if (!found) return null;
	const numbers = found[1]!.split('.').map(Number);
	if (numbers.some((number) => !(number > 0))) return null;
	const sign = (found[2] ?? '').toLowerCase();
	const isDue =
		numbers.length <= path.length + 1 &&
		numbers.slice(0, -1).every((number, level) => number === path[level]) &&
		numbers.at(-1) === (path[numbers.length - 1] ?? 0) + 1;
	if (sign === '' && !isDue && path.length > 0) return null;
	path.splice(0, path.length, ...numbers);
	const text = line.slice(found[0].length).trim();
	return { index: numbers.join('.'), sign: sign === 'pro' || sign === 'con' ? sign : '', text, line: at };
}

interface Claims {
	/** The claim that each entry is or leads to. */
	readonly by: readonly Id[];
	/** The same, by the entry's number. */
	readonly ids: ReadonlyMap<string, Id>;
}

/** Makes a claim of every entry that is no link, and finds where the links lead, however many lie between. */
function claimsOf(draft: Draft, entries: readonly Entry[]): Claims {
	const byIndex = new Map<string, Entry>();
	for (const entry of entries) {
		if (!byIndex.has(entry.index)) byIndex.set(entry.index, entry);
		else draft.warn('duplicate-id', `${entry.index}. comes twice.`, { line: entry.line, column: 1 });
	}
	const made = new Map<Entry, Id>();
	const ends = entries.map((entry) => endOf(entry, byIndex));
	for (const [at, entry] of entries.entries()) {
		if (ends[at] !== entry) continue;
		if (linkOf(entry.text) !== null)
			draft.warn('dangling', `“${entry.text}” leads to no claim; its words are kept.`, {
				line: entry.line,
				column: 1
			});
		const ext = { kialo: { id: entry.index } };
		made.set(entry, draft.claim({ id: draft.id(), text: unescaped(entry.text), ext }).id);
	}
	const ids = new Map([...byIndex].map(([index, entry]) => [index, made.get(endOf(entry, byIndex))!]));
	return { by: ends.map((entry) => made.get(entry)!), ids };
}

/** The claim that a link leads to; the entry itself where it is no link or leads in a circle or nowhere. */
function endOf(entry: Entry, byIndex: ReadonlyMap<string, Entry>): Entry {
	const seen = new Set<Entry>();
	for (let at: Entry | undefined = entry; at && !seen.has(at);) {
		const link = linkOf(at.text);
		if (link === null) return at;
		seen.add(at);
		at = byIndex.get(link);
	}
	return entry;
}

function relate(draft: Draft, entry: Entry, id: Id, ids: ReadonlyMap<string, Id>): void {
	const place = { line: entry.line, column: 1 };
	const above = parentOf(entry.index, ids);
	if (above === null) {
		if (entry.sign !== '' || entry.index.includes('.'))
			draft.warn('dangling', `${entry.index}. has no claim above it.`, place);
		return;
	}
	if (!ids.has(entry.index.slice(0, entry.index.lastIndexOf('.'))))
		draft.warn('dangling', `The claim above ${entry.index}. is missing; it went to the next one up.`, place);
	if (entry.sign === '')
		draft.warn('no-sense', `${entry.index}. says neither Pro nor Con; it is read as Pro.`, place);
	const sense = entry.sign === 'con' ? 'attack' : 'support';
	draft.relation({ id: draft.id(), sense, premises: [premise(id)], target: above });
}

/** The claim one number up, else the nearest further up. */
function parentOf(index: string, ids: ReadonlyMap<string, Id>): Id | null {
	for (let at = index.lastIndexOf('.'); at > 0; at = index.lastIndexOf('.', at - 1)) {
		const id = ids.get(index.slice(0, at));
		if (id !== undefined) return id;
	}
	return null;
}

function nativeOf(text: string, entries: readonly Entry[]): Native {
	const count = (sign: Entry['sign']): number => entries.filter((entry) => entry.sign === sign).length;
	return {
		...(text.includes('\r\n') && { crlf: true }),
		claims: entries.length,
		pro: count('pro'),
		con: count('con'),
		links: entries.filter((entry) => linkOf(entry.text) !== null).length,
		maxDepth: entries.reduce((most, { index }) => Math.max(most, index.split('.').length), 0)
	};
}
