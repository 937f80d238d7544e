import { parseDocument, visit, type Document } from 'yaml';
import type { Json } from '#lib/core/decode.ts';

/** What `{…}` behind an element or the front matter says. */
export type Data = Readonly<Record<string, Json>>;

/** What stands where nothing is said in braces. */
export const NO_DATA: Data = {};

const LONGEST = 1024 * 1024;
const BLOCK_START = /^\{[ \t]*\r?\n/;

/**
 * The data of `{…}`: YAML flow, or YAML block where a line break follows the brace. `null` when it is no table or
 * is not YAML. Aliases and tags are refused, so that a few bytes cannot unfold to many.
 */
export function readData(image: string): Data | null {
	const plain = readJson(image);
	if (plain) return plain;
	const isBlock = BLOCK_START.test(image);
	return table(isBlock ? image.replace(BLOCK_START, '').replace(/\}\s*$/, '') : image);
}

/** The data of front matter between lines of `===`. */
export function readFrontMatter(image: string): Data | null {
	return table(image.replace(/^\s*={3,}/, '').replace(/={3,}\s*$/, ''));
}

/** What our own writer writes is JSON, which is YAML too, and far quicker to read as such. */
function readJson(image: string): Data | null {
	if (!image.startsWith('{"') || image.length > LONGEST) return null;
	try {
		const value: unknown = JSON.parse(image);
		return isTable(value) ? value : null;
	} catch {
		return null;
	}
}

function table(yaml: string): Data | null {
	if (yaml.length > LONGEST) return null;
	try {
		const document = parseDocument(yaml, { schema: 'core', uniqueKeys: false, logLevel: 'silent' });
		if (document.errors.length > 0 || (yaml.includes('!') && hasTag(document))) return null;
		const value: unknown = document.toJS({ maxAliasCount: 0 });
		return isTable(value) ? value : null;
	} catch {
		return null;
	}
}

function hasTag(document: Document.Parsed): boolean {
	let isTagged = false;
	visit(document, {
		Node(_key, { tag }) {
			isTagged ||= tag !== undefined;
			return isTagged ? visit.BREAK : undefined;
		}
	});
	return isTagged;
}

function isTable(value: unknown): value is Data {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
