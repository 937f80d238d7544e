import { argdown } from '../argdown/argdown.ts';
import type { Format } from '../format.ts';
import type { Sample } from '../sample.ts';
import { readOutlineText } from './read.ts';
import { MARK } from './words.ts';
import { writeOutlineText } from './write.ts';

/** Nested lists in Markdown, or plain indented text: notes that become a map. */
export const outline: Format = {
	name: 'outline',
	title: 'Markdown outline',
	suffixes: ['md', 'markdown'],
	media: 'text/markdown',
	isLoose: true,
	recognises: (sample) => sample.text.startsWith(MARK) || (accepts(sample) && isList(sample)),
	accepts,
	read: readOutlineText,
	write: writeOutlineText
};

/** Any text can be an outline, but not one that is something else. */
function accepts(sample: Sample): boolean {
	return (
		sample.root === null &&
		!/^\s*[{[]\s*["{[\]}]/.test(sample.text.slice(0, 200)) &&
		!argdown.recognises(sample)
	);
}

/** Whether most of a text is items of lists, and none of them settings such as `- key: value`. */
function isList({ lines }: Sample): boolean {
	const items = lines.filter((line) => /^\s*(?:[-+*•]|\d{1,3}[.)])\s+\S/.test(line));
	const settings = lines.filter(
		(line) => /^\s*(?:- )?["']?[\w-]+["']?:(?:\s|$)/.test(line) && !SIGNED.test(line)
	);
	const isMostly = items.length > 1 && items.length * 2 > lines.length;
	const isSigned = lines.length > 1 && lines.slice(1).some((line) => SIGNED.test(line));
	return (isMostly || isSigned) && settings.length * 4 < lines.length;
}

const SIGNED = /^\s*(?:[-+*•] )?(?:pro|con)s?:/i;
