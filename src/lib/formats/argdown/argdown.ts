import type { Format } from '../format.ts';
import type { Sample } from '../sample.ts';
import { readArgdown } from './read.ts';
import { writeKept } from './again/write.ts';

/** Argdown, by itself or fenced in Markdown (Voigt and Betz, argdown.org). */
export const argdown: Format = {
	name: 'argdown',
	title: 'Argdown',
	suffixes: ['argdown', 'ad', 'adown'],
	media: 'text/argdown',
	isLoose: true,
	recognises: (sample) =>
		accepts(sample) &&
		sample.json === undefined &&
		(isFenced(sample) || sample.lines.some((line) => MARKS.test(line)) || isFrontMatter(sample)),
	accepts,
	read: readArgdown,
	write: writeKept
};

/** A titled statement or argument, or a relation with an arrow, at the beginning of a line. */
const MARKS =
	/^[ \t]*(?:(?:[-+_*]|\+>|->|_>|<\+|<-|<_|><|\(\d+\))[ \t]+)?(?:\[[^\]\n]+\](?::|[ \t]*$)|<[^>\n]+>(?::|[ \t]*$))|^[ \t]*(?:\+>|->|_>|<\+|<-|<_|><)[ \t]|^-{4,}[ \t]*$/;

/** Any text can be Argdown, since plain sentences are statements; but not one in a language of its own. */
function accepts({ text, root, lines }: Sample): boolean {
	return root === null && !/^\s*[{[]\s*["{[\]}]/.test(text.slice(0, 200)) && !isArgdown2(lines);
}

function isFenced({ text }: Sample): boolean {
	return /^ {0,3}(?:```|~~~)\s*argdown/im.test(text);
}

function isFrontMatter({ lines }: Sample): boolean {
	return /^\s*={3,}\s*$/.test(lines[0] ?? '');
}

/** Another language of the same name and suffix: `[#id] words`, `-->` and `--x` between ids. */
export function isArgdown2(lines: readonly string[]): boolean {
	return lines.some(
		(line) => /^\s*\[#[\w-]+\]\s+\S/.test(line) || /^\s*\[?#[\w-]+\]?\s*(?:-->|--x|--\|)/.test(line)
	);
}
