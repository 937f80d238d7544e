import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readText } from '../registry.ts';

const FAIR = readFileSync('tests/fixtures/rationale/fair.rtnl', 'utf8');

test('[F127] claims, reasons together, an objection to an inference, a quotation as evidence', () => {
	const read = readText(FAIR);
	expect(read?.format.name).toBe('rationale');
	if (!read?.result.ok) throw new Error('not read');
	const { items, native } = read.result.value;
	const words = new Map(items.flatMap((item) => (item.kind === 'claim' ? [[item.id, item.text]] : [])));
	expect([...words.values()]).toEqual([
		'The fair should "stay".\nAlways.',
		'Children like it.',
		'What children like should stay.',
		'Not everything.',
		'It is loud.',
		''
	]);
	const relations = items.flatMap((item) =>
		item.kind === 'relation'
			? [[item.premises.map(({ id }) => words.get(id)).join('|'), item.sense, item.target]]
			: []
	);
	expect(relations).toEqual([
		['Children like it.|What children like should stay.', 'support', 'map0_0'],
		['Not everything.', 'attack', 'map0_1'],
		['It is loud.', 'attack', 'map0_0']
	]);
	expect(items.filter(({ kind }) => kind === 'evidence')).toMatchObject([
		{ text: '“Too loud”, said all.', target: 'map0_7' }
	]);
	expect(native).toEqual({ claims: 5, reasons: 1, objections: 2, inferences: 1 });
});

test('[F127] what is not understood or hangs in the air is said; the prelude and the views are passed over', () => {
	const read = readText(FAIR);
	const warnings = read?.result.ok ? read.result.value.warnings : [];
	expect(warnings.map(({ line, code }) => [line, code])).toEqual([
		[20, 'basis'],
		[22, 'dangling'],
		[23, 'not-understood'],
		[24, 'not-understood']
	]);
	expect(readText('#Rationale Version 1\n', { file: 'a.rtnl' })?.result).toMatchObject({
		ok: false,
		error: { errors: [{ code: 'empty' }] }
	});
	const under = readText('a = Create("Claim")\nb = CreateChild(a, "Claim")', { file: 'a.rtnl' })?.result;
	expect(under?.ok && under.value.warnings).toMatchObject([{ code: 'no-sense', line: 2 }]);
});
