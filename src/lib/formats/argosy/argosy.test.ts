import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyDebate } from '#tests/support/edits.ts';
import { debateOf } from '#tests/support/formats.ts';
import { KINDS } from '#lib/core/model/item.ts';
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
			expect(new Map([...again.items()].map((item) => [item.id, item]))).toEqual(
				new Map([...debate.items()].map((item) => [item.id, item]))
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

test('[F22] the schema names every kind and every field', () => {
	const schema: unknown = JSON.parse(readFileSync('static/schemas/debate-1.json', 'utf8'));
	const definitions = isRecord(schema) && isRecord(schema['$defs']) ? schema['$defs'] : {};
	const whole = {
		claim: claim({ id: 'a', text: '' }),
		argument: argument({ id: 'a', title: '' }),
		relation: relation({ id: 'a', sense: 'support', premises: [], target: null }),
		evidence: evidence({ id: 'a', target: 'b', bearing: 'for' }),
		source: source({ id: 'a', title: '' }),
		group: group({ id: 'a', title: '' })
	};
	for (const kind of KINDS) {
		const definition = definitions[kind];
		const properties =
			isRecord(definition) && isRecord(definition['properties']) ? definition['properties'] : {};
		expect(Object.keys(properties).sort()).toEqual(Object.keys(whole[kind]).sort());
	}
});
