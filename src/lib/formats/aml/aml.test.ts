import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readText } from '../registry.ts';
import { readAml } from './read.ts';

const MILL = readFileSync('tests/fixtures/aml/mill.aml', 'utf8');

test('[F126] convergent and linked reasons, a refutation, a missing premise, schemes and roles', () => {
	const read = readText(MILL);
	expect(read?.format.name).toBe('aml');
	if (!read?.result.ok) throw new Error('not read');
	const { items, about, native, warnings } = read.result.value;
	expect(about.summary).toBe('A reader\n2020\nA letter');
	const relations = items.flatMap((item) =>
		item.kind === 'relation'
			? [[item.premises.map(({ id, role }) => id + role).join(), item.sense, item.target, item.scheme]]
			: []
	);
	expect(relations).toEqual([
		['B', 'attack', 'A', ''],
		['C', 'support', 'A', ''],
		['EData,F', 'support', 'D', 'Other'],
		['D', 'support', 'A', ''],
		['G', 'support', 'A', 'Sign']
	]);
	expect(items.find(({ id }) => id === 'C')).toMatchObject({ text: 'It is old.', unstated: false });
	expect(items.find(({ id }) => id === 'F')).toMatchObject({ text: 'What turns works.', unstated: true });
	expect(items.find(({ id }) => id === 'B')?.ext).toEqual({
		aml: { id: 'B', data: { owners: ['Council'], offset: '40' } }
	});
	expect(native).toEqual({
		root: 'ARG',
		elements: { AU: 8, PROP: 7, CA: 4, LA: 1, REFUTATION: 1, INSCHEME: 4, OWNER: 1 }
	});
	expect(warnings.map(({ line, code }) => [line, code])).toEqual([
		[4, 'left-out'],
		[5, 'left-out'],
		[19, 'no-words'],
		[20, 'unknown']
	]);
});

test('[F126] what is no AML is refused', () => {
	expect(readAml('<arg/>')).toMatchObject({ ok: false, error: { errors: [{ code: 'not-aml' }] } });
	expect(readAml('<ARG><AU></ARG>')).toMatchObject({
		ok: false,
		error: { errors: [{ code: 'not-well-formed' }] }
	});
});
