import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { told } from '../told.ts';
import { anyDebate } from '#tests/support/edits.ts';
import { collected } from '#tests/support/files/collected.ts';
import { spoilt } from '#tests/support/files/spoilt.ts';
import { debateOf } from '#tests/support/formats.ts';
import { anyTree } from '#tests/support/trees.ts';
import type { Format } from '../format.ts';
import { argmapYaml } from '../argmap/argmapYaml.ts';
import { csv } from '../csv/csv.ts';
import { freemind } from '../freemind/freemind.ts';
import { kialo } from '../kialo/kialo.ts';
import { mup } from '../mup/mup.ts';
import { opml } from '../opml/opml.ts';
import { outline } from '../outline/outline.ts';
import { readText, recognised } from '../registry.ts';
import { guess, senseOf } from './signs.ts';

const OUTLINES: readonly Format[] = [kialo, mup, argmapYaml, opml, freemind, outline, csv];
/** Those with room beside the words for whatever we have to say. */
const ROOMY: readonly Format[] = [mup, opml, freemind, csv];
/** Those that others have collected files of. */
const FOUND: readonly Format[] = [mup, argmapYaml, opml, freemind];

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

describe.each(ROOMY.map((format) => [format.name, format] as const))('%s', (_name, format) => {
	test('[F62] nothing is lost but what other formats carried, what no text of it can hold, and order in a circle', () => {
		fc.assert(
			fc.property(anyDebate, (debate) => {
				const { lost } = format.write!(debate);
				expect(lost.filter((loss) => !['ext', 'order', 'about', 'texts'].includes(loss))).toEqual([]);
			})
		);
	});
});

describe.each(FOUND.map((format) => [format.name, format] as const))('%s', (name, format) => {
	test('[F63] files of others have the counts that others find, and say the same after writing and reading', () => {
		for (const { file, text, expected } of collected(name)) {
			const read = readText(text, { file })!;
			expect([file, read.format.name]).toEqual([file, name]);
			if (expected?.['error'] !== undefined) {
				expect([file, read.result.ok]).toEqual([file, false]);
				continue;
			}
			if (!read.result.ok) throw new Error(`${file}: ${JSON.stringify(read.result.error.errors)}`);
			const { items, about, native } = read.result.value;
			expect([file, native]).toEqual([file, expected]);
			const { text: written, lost } = format.write!(debateOf(items, about));
			const again = readText(written, { name })!.result;
			expect([file, lost]).toEqual([file, []]);
			expect([file, again.ok && told(again.value)]).toEqual([file, told({ about, items })]);
		}
	});
});

const FIXED = [mup, argmapYaml, opml, freemind, outline, csv].map((format) => [format.name, format] as const);

test.each(FIXED)(
	'[F65] %s: what is understood of a spoilt file says the same after writing and reading',
	(name, format) => {
		const texts = readdirSync(`tests/fixtures/${name}`).map((file) =>
			readFileSync(`tests/fixtures/${name}/${file}`, 'utf8')
		);
		fc.assert(
			fc.property(spoilt(texts), (text) => {
				const found = format.read!(text, () => null);
				if (!found.ok) return;
				const { items, about } = found.value;
				const { text: written, lost } = format.write!(debateOf(items, about));
				const again = format.read!(written, () => null);
				expect(again.ok && told(again.value, lost)).toEqual(told({ about, items }, lost));
			}),
			{ numRuns: Number(process.env['FUZZ'] ?? 200) }
		);
	}
);

test('[F61] signs, words and headings of foreign outlines say which side a reason is on', () => {
	expect(guess('Con: it rains')).toMatchObject({ sense: 'attack', text: 'it rains', isSaid: true });
	expect(guess('(+) it is dry')).toMatchObject({ sense: 'support', text: 'it is dry', isSaid: true });
	expect(guess('👎 cold')).toMatchObject({ sense: 'attack', text: 'cold' });
	expect(guess('Arguments against:')).toMatchObject({ sense: 'attack', isHeading: true });
	expect(guess('Professors agree')).toMatchObject({
		sense: 'support',
		text: 'Professors agree',
		isSaid: false
	});
	expect(guess('-5 degrees')).toMatchObject({ text: '-5 degrees', isSaid: false });
	expect(['pro', 'Opposing', '-', 'contrary', 'blue'].map(senseOf)).toEqual([
		'support',
		'attack',
		'attack',
		'contrary',
		null
	]);
});
