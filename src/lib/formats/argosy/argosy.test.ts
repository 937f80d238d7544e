import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyDebate } from '#tests/support/edits.ts';
import { debateOf } from '#tests/support/formats.ts';
import { decode } from '#lib/core/decode.ts';
import { item } from '#lib/core/model/decodeItem.ts';
import { KINDS, type Kind } from '#lib/core/model/item.ts';
import { argument, claim, evidence, group, relation, source } from '#lib/core/model/make.ts';
import { isRecord } from '../sample.ts';
import { readArgosy } from './read.ts';
import { writeArgosy } from './write.ts';

test('[F20] a debate comes back with every id and field, and gives the same bytes again', () => {
	fc.assert(
		fc.property(anyDebate, (debate) => {
			const { text } = writeArgosy(debate);
			const read = readArgosy(text);
			if (!read.ok) throw new Error(JSON.stringify(read.error));
			expect(read.value.warnings).toEqual([]);
			const again = debateOf(read.value.items, read.value.about);
			expect(new Map([...again.items()].map((each) => [each.id, each]))).toEqual(
				new Map([...debate.items()].map((each) => [each.id, each]))
			);
			expect(writeArgosy(again).text).toBe(text);
		})
	);
});

test('[F21] a field that is not what it must be is refused at its line, and so is a newer version', () => {
	const text =
		'{\n"argosy": 1,\n"items": [\n{"kind":"claim","id":"a","text":"One"},\n{"kind":"claim","id":"b","text":7}\n]\n}';
	expect(readArgosy(text)).toMatchObject({
		error: { errors: [{ line: 5, column: 33, message: 'items[1].text must be text.' }] }
	});
	expect(readArgosy('{"argosy": 2, "items": []}')).toMatchObject({ error: { errors: [{ code: 'newer' }] } });
	expect(readArgosy('{"argosy": 1, "items": [')).toMatchObject({
		error: { errors: [{ code: 'not-json', line: 1 }] }
	});
});

const WHOLE = {
	claim: claim({ id: 'a', text: '' }),
	argument: argument({ id: 'a', title: '' }),
	relation: relation({ id: 'a', sense: 'support', premises: [], target: null }),
	evidence: evidence({ id: 'a', target: 'b', bearing: 'for' }),
	source: source({ id: 'a', title: '' }),
	group: group({ id: 'a', title: '' })
};

/** What the schema says of each field of a kind. */
function fieldsOf(kind: Kind): Readonly<Record<string, unknown>> {
	const schema: unknown = JSON.parse(readFileSync('static/schemas/debate-1.json', 'utf8'));
	const definitions = isRecord(schema) && isRecord(schema['$defs']) ? schema['$defs'] : {};
	const definition = definitions[kind];
	return isRecord(definition) && isRecord(definition['properties']) ? definition['properties'] : {};
}

test('[F22] the schema names every kind and every field, and says what it is', () => {
	for (const kind of KINDS) {
		const fields = Object.entries(fieldsOf(kind));
		expect(fields.map(([name]) => name).sort()).toEqual(Object.keys(WHOLE[kind]).sort());
		const isMute = ([name, field]: [string, unknown]) =>
			name !== 'kind' && name !== 'id' && isRecord(field) && field['description'] === undefined;
		expect(fields.filter(isMute)).toEqual([]);
	}
});

const ENTRIES: Readonly<Record<string, unknown>> = {
	wordings: { id: 'a', text: '' },
	premises: { id: 'a' },
	author: { family: 'a', given: '' },
	descriptions: '',
	steps: 'a',
	tags: 't'
};

test.each(KINDS)('[F22] the bounds of a %s in the schema are those of what is kept', (kind) => {
	const isKept = (name: string, value: unknown) => decode(item, { ...WHOLE[kind], [name]: value }).ok;
	for (const [name, field] of Object.entries(fieldsOf(kind))) {
		if (!isRecord(field)) throw new Error(name);
		const { type, maxLength, maxItems, items } = field;
		if (type === 'string' && name !== 'issued') {
			const begin = { URL: 'http://', order: 'a' }[name] ?? '';
			const long = (length: number) => begin.padEnd(length, '1');
			expect([name, isKept(name, long(Number(maxLength)))]).toEqual([name, true]);
			expect([name, isKept(name, long(Number(maxLength) + 1))]).toEqual([name, false]);
		}
		if (type !== 'array') continue;
		const entry = ENTRIES[name];
		const many = (length: number) => Array.from({ length }, () => entry);
		expect([name, isKept(name, many(Number(maxItems)))]).toEqual([name, true]);
		expect([name, isKept(name, many(Number(maxItems) + 1))]).toEqual([name, false]);
		if (!isRecord(items) || items['type'] !== 'string') continue;
		const most = Number(items['maxLength']);
		expect([name, isKept(name, ['x'.repeat(most)])]).toEqual([name, true]);
		expect([name, isKept(name, ['x'.repeat(most + 1)])]).toEqual([name, false]);
	}
});
