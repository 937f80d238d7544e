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
		return keys !== null && keys.some((key) => TELLING.test(key));
	},
	accepts: (sample) => (keysIn(sample)?.length ?? 0) > 0,
	read: readCarneades,
	write: writeCarneades
};

const TELLING = /^(?:statements|arguments|argument_schemes|assumptions|issues)$/;

/** The keys at the beginning of lines; `null` where one is not Carneades', or a line is no key at all. */
function keysIn({ text, root }: Sample): string[] | null {
	if (root !== null) return null;
	const keys: string[] = [];
	for (const line of text.slice(0, 20_000).split(/\r?\n/)) {
		if (/^(?:[\s#\]})-]|$|---|\.\.\.|%YAML)/.test(line)) continue;
		const key = /^["']?([\w-]+)["']?\s*:(?:\s|$)/.exec(line)?.[1];
		// The last line may be cut off.
		if (key === undefined && text.length > 20_000 && keys.length > 0) continue;
		if (key === undefined || !SECTIONS.includes(key)) return null;
		keys.push(key);
	}
	return keys;
}
