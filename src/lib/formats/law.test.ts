import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { told } from './told.ts';
import { anyDebate } from '#tests/support/edits.ts';
import { debateOf } from '#tests/support/formats.ts';
import { decode } from '#lib/core/decode.ts';
import { about } from '#lib/core/model/decodeAbout.ts';
import { item } from '#lib/core/model/decodeItem.ts';
import type { Format } from './format.ts';
import { FORMATS, readText } from './registry.ts';

const readers = FORMATS.filter((format) => format.read);
const both = readers.filter((format) => format.write);
/** How many texts each reader gets; more of them with `FUZZ=100000`. */
const TEXTS = Number(process.env['FUZZ'] ?? 300);
const NOTHING = (): null => null;

describe('every format that is written and read', () => {
	test.each(both.map((format) => [format.name, format] as const))(
		'[F1] %s: what is not reported lost comes back',
		(_name, format) => {
			fc.assert(
				fc.property(anyDebate, (debate) => {
					const { text, lost } = format.write!(debate);
					const read = format.read!(text, NOTHING);
					if (!read.ok) throw new Error(`refused: ${JSON.stringify(read.error.errors)}\n${text}`);
					expect(told(read.value, lost)).toEqual(told({ about: debate.about, items: debate.items() }, lost));
				}),
				{ numRuns: 150 }
			);
		}
	);

	test.each(both.map((format) => [format.name, format] as const))(
		'[F2] %s: what is written is recognised as such',
		(_name, format) => {
			fc.assert(
				fc.property(anyDebate, (debate) => {
					fc.pre(debate.count.claim > 1);
					const { text } = format.write!(debate);
					expect(readText(text, { file: `debate.${format.suffixes[0]}` })?.format.name).toBe(format.name);
				}),
				{ numRuns: 30 }
			);
		}
	);
});

describe('every reader', () => {
	test.each(readers.map((format) => [format.name, format] as const))(
		'[F3] %s: any text gives a debate or a refusal with its reasons',
		(_name, format) => {
			fc.assert(
				fc.property(spoiled(format), (text) => isSound(format, text)),
				{ numRuns: TEXTS }
			);
		}
	);
});

/** What a writer wrote, with a piece cut out, doubled or put elsewhere; or any text at all. */
function spoiled(format: Format): fc.Arbitrary<string> {
	const noise = fc.oneof(
		fc.string({ unit: 'binary', maxLength: 200 }),
		fc.constantFrom('{', '[[[[', '<a>', '\0', '- - -')
	);
	if (!format.write) return noise;
	const written = anyDebate.map((debate) => format.write!(debate).text);
	const cut = fc
		.tuple(written, fc.nat(), fc.nat(60), noise, fc.nat(2))
		.map(([text, from, length, other, how]) => {
			const at = text.length === 0 ? 0 : from % text.length;
			if (how === 0) return text.slice(0, at) + text.slice(at + length);
			if (how === 1) return text.slice(0, at) + other + text.slice(at);
			return text.slice(0, at + length) + text.slice(at);
		});
	return fc.oneof({ weight: 4, arbitrary: cut }, { weight: 1, arbitrary: noise });
}

function isSound(format: Format, text: string): void {
	const read = format.read!(text, NOTHING);
	if (read.ok) {
		debateOf(read.value.items, read.value.about);
		for (const each of read.value.items) expect(decode(item, each)).toMatchObject({ ok: true });
		expect(decode(about, read.value.about)).toMatchObject({ ok: true });
	} else {
		expect(read.error.errors.length).toBeGreaterThan(0);
		for (const { line, column, code, message } of read.error.errors)
			expect([line >= 0, column >= 0, code !== '', message !== '']).toEqual([true, true, true, true]);
	}
}
