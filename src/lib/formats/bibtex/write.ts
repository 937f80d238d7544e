import { sources } from '#lib/core/model/bibliography.ts';
import type { Debate } from '#lib/core/model/debate.ts';
import type { Writing } from '../format.ts';
import { areMerged, beyondSources } from '../references/beyond.ts';
import { asRead, carriedBy } from '../references/carried.ts';
import { Keys } from '../references/keys.ts';
import { differing, EVERYTHING, joined, workOf, type Work } from '../references/work.ts';
import { isRecord } from '../sample.ts';
import { withWork, workIn, type Raw } from './fields.ts';
import { parseBibtex } from './parse.ts';
import { define } from './read.ts';

/**
 * Writes the sources of a debate, fields that nobody changed as they were read, in the order in which they were read.
 * What BibTeX cannot say word for word is reported.
 */
export function writeBibtex(debate: Debate): Writing {
	const losses = beyondSources(debate, 'bibtex');
	const all = asRead(sources(debate), 'bibtex');
	losses.add('sources', areMerged(all));
	const keys = new Keys(all.map((source) => carriedBy(source, 'bibtex').id));
	const macros = new Map<string, string>();
	const blocks: string[] = [];
	for (const source of all) {
		const { id, entry, also, before, after } = carriedBy(source, 'bibtex');
		for (const words of parseBibtex(before).blocks) if (words.is === 'words') define(macros, words);
		const now = workOf(source);
		const own = rawOf(entry);
		const others = also.flatMap((each) => rawOf(each) ?? []);
		const read = (raw: Raw): Work => joined([raw, ...others].map((each) => workIn(each, macros)));
		const raw = own ? withWork(own, now, differing(now, read(own))) : withWork(NOTHING, now, EVERYTHING);
		losses.add('sourceFields', differing(now, read(raw)).size > 0);
		const key = own || isKey(id) ? (own?.key ?? id) : keys.next(source);
		blocks.push(before, entryText({ ...raw, key }));
		for (const each of also) blocks.push(typeof each === 'string' ? each : entryText(rawOf(each) ?? NOTHING));
		blocks.push(after);
	}
	const text = blocks.filter(Boolean).join('\n\n');
	return { text: text === '' ? '% No sources.\n' : `${text}\n`, lost: losses.list() };
}

const NOTHING: Raw = { type: '', key: '', fields: {} };

/** An entry that `ext` kept, as far as it is one; fields that could break out of their braces are left out. */
function rawOf(carried: unknown): Raw | null {
	if (!isRecord(carried) || typeof carried['type'] !== 'string' || !/^[A-Za-z]\w*$/.test(carried['type']))
		return null;
	const key = typeof carried['key'] === 'string' && isKey(carried['key']) ? carried['key'] : '';
	const fields = isRecord(carried['fields']) ? Object.entries(carried['fields']) : [];
	const sound = fields.filter(
		(field): field is [string, string] =>
			typeof field[1] === 'string' && isName(field[0]) && isBalanced(field[1])
	);
	return { type: carried['type'], key, fields: Object.fromEntries(sound) };
}

function entryText({ type, key, fields }: Raw): string {
	if (type === '') return '';
	const lines = Object.entries(fields).map(([name, value]) => `  ${name} = ${value},\n`);
	return `@${type}{${key},\n${lines.join('')}}`;
}

function isKey(key: string): boolean {
	return key !== '' && /^[^\s{}(),=#"%@\\]+$/.test(key);
}

function isName(name: string): boolean {
	return /^[^\s{}"#%'(),=]+$/.test(name);
}

function isBalanced(value: string): boolean {
	let depth = 0;
	for (const sign of value) {
		if (sign === '{') depth++;
		if (sign === '}' && --depth < 0) return false;
	}
	return depth === 0;
}
