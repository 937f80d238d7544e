import type { Format } from '../format.ts';
import type { Sample } from '../sample.ts';
import { readArgmap } from './read.ts';
import { HEAD, writeArgmap } from './write.ts';

/** The YAML of the argmap tools: a claim holds reasons `r1` and objections `o1`, which hold claims. */
export const argmapYaml: Format = {
	name: 'argmap-yaml',
	title: 'argmap YAML',
	suffixes: ['yml', 'yaml'],
	media: 'application/yaml',
	recognises: (sample) =>
		sample.text.startsWith(HEAD) ||
		(accepts(sample) &&
			sample.lines.some((line) => /^\s+["']?(?:[ro]|reason|objection)\d*["']?\s*:\s*$/.test(line))),
	accepts,
	read: readArgmap,
	write: writeArgmap
};

/** Whether it is YAML that begins with a claim, and none of Carneades. */
function accepts({ lines, root, text }: Sample): boolean {
	if (root !== null || /^\s*[[{]/.test(text.slice(0, 200))) return false;
	const first = lines.find((line) => !/^(?:---|#|\?)/.test(line)) ?? '';
	return (
		/(?:["']|\S)\s*:\s*(?:\{\}|\[\])?\s*(?:#.*)?$/.test(first.slice(0, 5000)) &&
		!lines.some((line) =>
			/^(?:meta|statements|arguments|issues|language|assumptions|argument_schemes)\s*:/.test(line)
		)
	);
}
