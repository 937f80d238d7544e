import type { Name } from '#lib/core/model/item.ts';
import { fromLatex, toLatex } from './latex.ts';

/**
 * The names in an author field: parted by `and`, each `First von Last`, `von Last, First` or `von Last, Jr, First`
 * (Patashnik 1988); `{An Institution}` is one family name.
 */
export function namesIn(latex: string): Name[] {
	return parted(latex, AND)
		.map((name) => name.trim())
		.filter((name) => name !== '')
		.map(nameIn);
}

function nameIn(latex: string): Name {
	const parts = parted(latex, COMMA);
	if (parts.length > 1) {
		const family = said(parts[0]!);
		const given = parts.length > 2 ? [parts.slice(2).join(' '), parts[1]!] : [parts[1]!];
		return { family, given: given.map(said).filter(Boolean).join(', ') };
	}
	const words = parted(latex, SPACE).filter((word) => word !== '');
	const particle = words.findIndex((word, at) => at < words.length - 1 && isSmall(word));
	const from = particle >= 0 ? particle : words.length - 1;
	return { family: said(words.slice(from).join(' ')), given: said(words.slice(0, from).join(' ')) };
}

/** Names as an author field has them. */
export function namesOut(names: readonly Name[]): string {
	return names
		.map(({ family, given }) =>
			given === '' ? `{${toLatex(family)}}` : `${guarded(family)}, ${guarded(given)}`
		)
		.join(' and ');
}

/** In braces where commas, blanks or `and` could be taken for more than they are. */
function guarded(part: string): string {
	const isPlain =
		/^[\p{L}\p{M}\p{N}.'’-]+(?: [\p{L}\p{M}\p{N}.'’-]+)*$/u.test(part) && !/\band\b/i.test(part);
	return isPlain ? toLatex(part) : `{${toLatex(part)}}`;
}

function said(latex: string): string {
	return fromLatex(latex.trim());
}

function isSmall(word: string): boolean {
	if (word.startsWith('{') && !word.startsWith('{\\')) return false;
	return /^[^\p{L}]*\p{Ll}/u.test(fromLatex(word));
}

const AND = /\sand(?=\s)/iy;
const COMMA = /,/y;
const SPACE = /[\s~]+/y;

/** `latex` in the pieces between what `by` matches outside of braces. */
function parted(latex: string, by: RegExp): string[] {
	const pieces: string[] = [];
	let [from, depth] = [0, 0];
	for (let at = 0; at < latex.length; at++) {
		const sign = latex[at];
		if (sign === '\\') at++;
		else if (sign === '{') depth++;
		else if (sign === '}') depth--;
		else if (depth <= 0) {
			by.lastIndex = at;
			const found = by.exec(latex);
			if (!found) continue;
			pieces.push(latex.slice(from, at));
			from = at + found[0].length;
			at = from - 1;
		}
	}
	return [...pieces, latex.slice(from)];
}
