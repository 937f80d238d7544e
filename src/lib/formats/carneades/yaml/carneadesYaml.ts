import type { Format } from '../../format.ts';
import type { Sample } from '../../sample.ts';
import { SECTIONS } from './document.ts';
import { readCarneades } from './read.ts';
import { writeCarneades } from './write.ts';

/** Carneades 4: statements, arguments that conclude in one, issues between rival ones (Gordon and Walton). */
export const carneadesYaml: Format = {
	name: 'carneades-yaml',
	title: 'Carneades',
	suffixes: ['yml', 'yaml'],
	media: 'application/yaml',
	recognises: (sample) => {
		const keys = keysIn(sample);
		const known = keys.filter((key) => SECTIONS.includes(key));
		return known.some((key) => TELLING.test(key)) && known.length * 2 >= keys.length;
	},
	accepts: (sample) => keysIn(sample).some((key) => SECTIONS.includes(key)),
	read: readCarneades,
	write: writeCarneades
};

const TELLING = /^(?:statements|arguments|argument_schemes|assumptions|issues)$/;

/** The keys at the beginning of lines: words, or sentences where it is another kind of YAML. */
function keysIn({ text, root }: Sample): string[] {
	if (root !== null) return [];
	return [
		...text.slice(0, 20_000).matchAll(/^(?![\s#\-\]}])["']?([^:\n"']{1,200})["']?[^\S\n]*:(?=\s|$)/gm)
	].map(([, key]) => key!.trim());
}
