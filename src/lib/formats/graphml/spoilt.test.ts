import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { told } from '../told.ts';
import { spoilt } from '#tests/support/files/spoilt.ts';
import { debateOf } from '#tests/support/formats.ts';
import { formatNamed, readText } from '../registry.ts';

/** The folders of fixtures, and the format that each is read in. */
const FOLDERS: readonly (readonly [folder: string, suffix: string, format: string])[] = [
	['argdown-json', '', 'argdown-json'],
	['graphml', '', 'graphml'],
	['argunet-graphml', '', 'argunet-graphml'],
	['carneades-yaml', '', 'carneades-yaml'],
	['carneades-xml', '.lkif.xml', 'carneades-lkif'],
	['carneades-xml', '.caf.xml', 'carneades-caf'],
	['brat', '.ann', 'brat'],
	['aml', '', 'aml'],
	['rationale', '', 'rationale']
];
const RUNS = Number(process.env['FUZZ'] ?? 100);

test.each(FOLDERS)('[F128] %s%s', (folder, suffix, name) => {
	const path = `tests/fixtures/${folder}`;
	const files = readdirSync(path).filter((file) => file.endsWith(suffix));
	const texts = files.map((file) => readFileSync(`${path}/${file}`, 'utf8'));
	expect(texts.length).toBeGreaterThan(0);
	fc.assert(
		fc.property(spoilt(texts), (text) => {
			const result = readText(text, { name, beside: () => text.slice(0, 90) })!.result;
			if (!result.ok) {
				expect(result.error.errors.length).toBeGreaterThan(0);
				return;
			}
			const debate = debateOf(result.value.items, result.value.about);
			const format = formatNamed(name);
			if (!format?.write) return;
			const { text: written, lost } = format.write(debate);
			const again = format.read!(written, () => null);
			expect(again.ok && told(again.value, lost)).toEqual(told(result.value, lost));
		}),
		{ numRuns: RUNS }
	);
});
