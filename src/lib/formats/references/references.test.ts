import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { told } from '../told.ts';
import { anyFields } from '#tests/support/arbitraries.ts';
import { collected } from '#tests/support/files/collected.ts';
import { debateOf } from '#tests/support/formats.ts';
import { spoilt } from '#tests/support/files/spoilt.ts';
import type { Item, Source } from '#lib/core/model/item.ts';
import { source } from '#lib/core/model/make.ts';
import { bibtex } from '../bibtex/bibtex.ts';
import { cslJson } from '../csl/cslJson.ts';
import type { Format, Reading } from '../format.ts';
import { ris } from '../ris/ris.ts';

const NOTHING = (): null => null;
const FORMATS = [bibtex, cslJson, ris].map((format) => [format.name, format] as const);

describe.each(FORMATS)('%s', (name, format) => {
	const fixtures = readdirSync(`tests/fixtures/${name}`).map((file) => ({
		file,
		text: readFileSync(`tests/fixtures/${name}/${file}`, 'utf8')
	}));

	test('[F80] a bibliography of sources alone comes back with every field', () => {
		fc.assert(
			fc.property(fc.array(anyFields.source, { maxLength: 4 }), (fields) => {
				const items = fields.map((each, at) => source({ id: `s${at}`, ...each, ext: {} }));
				const { text, lost } = format.write!(debateOf(items, { title: '', summary: '' }));
				fc.pre(!lost.includes('sources'));
				if (format !== ris || items.every(isPlain)) expect(lost).toEqual([]);
				const about = { title: '', summary: '' };
				expect(told(read(format, text), lost)).toEqual(told({ about, items }, lost));
			}),
			{ numRuns: 300 }
		);
	});

	test('[F81] what nobody changed is written as it was read, fields that no source has included', () => {
		for (const { file, text } of [...fixtures, ...collected(name)]) {
			const first = read(format, text);
			const { text: written } = format.write!(debateOf(first.items, first.about));
			expect([file, byKey(read(format, written).items)]).toEqual([file, byKey(first.items)]);
		}
	});

	test('[F82] counts are those of others', () => {
		for (const { file, text, expected } of collected(name)) {
			const { not_utf8: isOther, ...counts } = expected ?? {};
			if (isOther === undefined) expect([file, read(format, text).native]).toEqual([file, counts]);
		}
	});

	test('[F83] a spoilt file gives sources that stand together, or a refusal', () => {
		fc.assert(
			fc.property(spoilt(fixtures.map(({ text }) => text)), (text) => {
				const found = format.read!(text, NOTHING);
				if (found.ok) debateOf(found.value.items, found.value.about);
				else expect(found.error.errors).not.toEqual([]);
			}),
			{ numRuns: 300 }
		);
	});
});

function read(format: Format, text: string): Reading {
	const found = format.read!(text, NOTHING);
	if (!found.ok) throw new Error(JSON.stringify(found.error.errors));
	return found.value;
}

/** Whether every word in it fits on a line of RIS. */
function isPlain({ title, containerTitle, publisher, author }: Source): boolean {
	const names = author.flatMap(({ family, given }) => [family, given || family]);
	return (
		[title, containerTitle, publisher].every((text) => /^(\S+( \S+)*)?$/.test(text)) &&
		names.every((name) => /^[^\s,]+( [^\s,]+)*$/.test(name))
	);
}

function byKey(items: readonly Item[]): unknown[] {
	return items.map(({ id: _id, ...rest }) => rest);
}
