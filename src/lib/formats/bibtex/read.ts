import { fail, type Result } from '#lib/core/result.ts';
import { refusal, type Native, type Reading, type Refusal } from '../format.ts';
import { Shelf } from '../references/shelf.ts';
import { valueOf, workIn } from './fields.ts';
import { parseBibtex, type Words } from './parse.ts';

/**
 * Reads a bibliography. Fields that a source has no place for, `@string`, `@comment` (where JabRef keeps its settings)
 * and text between entries stay in `ext.bibtex`. Refused where there is text but no entry.
 */
export function readBibtex(text: string): Result<Reading, Refusal> {
	const native = nativeOf(text);
	const { blocks, faults } = parseBibtex(text);
	if (!blocks.some(({ is }) => is === 'entry') && !/^\s*(%|@|$)/.test(text))
		return fail(refusal('no-entries', 'There is no BibTeX entry in it.', 1, 1, native));
	const shelf = new Shelf('bibtex');
	for (const { code, message, place } of faults) shelf.draft.warn(code, message, place);
	const macros = new Map<string, string>();
	const keys = new Set<string>();
	let before = '';
	for (const block of blocks) {
		if (block.is === 'words') {
			before = block.text;
			define(macros, block);
			continue;
		}
		const { type, key, place } = block;
		const raw = { type, key, fields: Object.fromEntries(block.fields) };
		if (key !== '' && keys.has(key)) shelf.draft.warn('duplicate-id', `The key ${key} stands twice.`, place);
		keys.add(key);
		shelf.add({ id: key, work: workIn(raw, macros), raw, before, place });
		before = '';
	}
	shelf.end(before);
	return shelf.reading(native);
}

/** Adds what the `@string`s in `words` define; they may build on those before them. */
export function define(macros: Map<string, string>, words: Words): void {
	for (const [name, value] of words.macros) macros.set(name.toLowerCase(), valueOf(value, macros));
}

/** As others count: entries by the look of their lines, with every `@Comment` and `@String` that has a capital. */
function nativeOf(text: string): Native {
	const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
	return {
		...(text.includes('\r\n') && { crlf: true }),
		entries: count(/^[ \t]*@(?!comment|string|preamble)\w+\s*[{(]/gm),
		strings: count(/^[ \t]*@string\b/gim),
		comments: count(/^[ \t]*@comment\b/gim)
	};
}
