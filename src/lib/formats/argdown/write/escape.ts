import { NO_DATA } from '../syntax/data.ts';
import { parse } from '../syntax/parse.ts';
import { SHORTCODES } from '../syntax/shortcodes.ts';

/**
 * Words and tags as one line of Argdown that reads back as exactly these; `null` where no line does: words with line
 * breaks, with white space at their ends or doubled, or none at all.
 */
export function sayable(text: string, tags: readonly string[] = []): string | null {
	if (tags.length === 0 && PLAIN.test(text) && !/^ | $| {2}|==/.test(text)) return text;
	if (text === '' || text.trim() !== text || /[\p{Cc}\u2028\u2029]|\s{2}|[^\S ]/u.test(text)) return null;
	if (new Set(tags).size < tags.length) return null;
	const missing = tags.filter((tag) => !text.includes(`#${tag}`) && !text.includes(`#(${tag})`));
	const said = [escape(text, tags), ...missing.map(tagged)].join(' ');
	return (tags.length === 0 && PLAIN.test(text)) || readsBack(said, text, tags) ? said : null;
}

/** Whether a title can stand between brackets, and be no sign of something else. */
export function isTitle(title: string): boolean {
	return /^[\p{L}\p{N}][^[\]<>\n\r\p{Cc}\u2028\u2029]*$/u.test(title) && title.trim() === title;
}

/** `title` with what cannot stand between brackets left out; `''` where nothing remains. */
export function plainTitle(title: string): string {
	const plain = title.replaceAll(/[[\]<>\p{Cc}\u2028\u2029]+/gu, ' ').replaceAll(/\s+/g, ' ');
	return plain.replace(/^[^\p{L}\p{N}]+/u, '').trim();
}

/** A table as data in braces, on one line; braces within its texts are written as escapes, since they would end it. */
export function dataOf(table: Readonly<Record<string, unknown>>): string {
	let inText = false;
	return JSON.stringify(table).replaceAll(/\\.|["{}\u007f-\u009f\u2028\u2029\ufeff]/g, (sign) => {
		if (sign === '"') inText = !inText;
		if (sign.startsWith('\\') || sign === '"' || (!inText && (sign === '{' || sign === '}'))) return sign;
		return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
	});
}

/** Words that mean nothing but themselves wherever they stand after a title. */
const PLAIN = /^[\p{L}\p{M}\p{N} ,;'"“”‘’()%!?–—…$&=+^|~`-]+[.:]?$/u;

function escape(text: string, tags: readonly string[]): string {
	return text
		.replaceAll(/[\\[\]<>{}*_]|@(?=[[<])|\/(?=[/*])|=(?==)/g, '\\$&')
		.replaceAll(/#(\(?)([^\s)]*)/g, (found, open: string, name: string) =>
			isTag(open === '' ? name : undefined, tags, text, found) ? found : `\\${found}`
		)
		.replaceAll(/([:.])([^\s:.]+)\1/g, (found) => (SHORTCODES[found] === undefined ? found : `\\${found}`));
}

function isTag(name: string | undefined, tags: readonly string[], text: string, found: string): boolean {
	if (name !== undefined) return tags.includes(name);
	return tags.some((tag) => found.startsWith('#(') && text.includes(`#(${tag})`));
}

function tagged(tag: string): string {
	return /^[a-zA-Z0-9-]+$/.test(tag) ? `#${tag}` : `#(${tag})`;
}

function readsBack(said: string, text: string, tags: readonly string[]): boolean {
	const { blocks, remarks } = parse(`[t]: ${said}`);
	const [block] = blocks;
	if (remarks.length > 0 || blocks.length !== 1 || block?.is !== 'statement') return false;
	return (
		block.text.trim() === text &&
		block.data === NO_DATA &&
		block.tags.length === tags.length &&
		block.tags.every((tag, at) => tag === tags[at])
	);
}
