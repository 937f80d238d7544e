import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { told } from '#tests/support/alike.ts';
import { anyTree } from '#tests/support/trees.ts';
import type { Format } from '../format.ts';
import { kialo } from '../kialo/kialo.ts';
import { readText, recognised } from '../registry.ts';

const OUTLINES: readonly Format[] = [kialo];

describe.each(OUTLINES.map((format) => [format.name, format] as const))('%s', (name, format) => {
	test('[F54] claims with single reasons come back whole, second uses and circles too', () => {
		fc.assert(
			fc.property(anyTree({ reuse: true }), (debate) => {
				const { text, lost } = format.write!(debate);
				expect(lost).toEqual([]);
				const read = readText(text, { name })!.result;
				expect(read.ok && told(read.value)).toEqual(told({ about: debate.about, items: debate.items() }));
				expect(read.ok && read.value.warnings).toEqual([]);
			}),
			{ numRuns: 150 }
		);
	});

	test('[F54] what is written is found by its content', () => {
		fc.assert(
			fc.property(anyTree(), (debate) => {
				expect(recognised(format.write!(debate).text)?.name).toBe(name);
			}),
			{ numRuns: 50 }
		);
	});
});
