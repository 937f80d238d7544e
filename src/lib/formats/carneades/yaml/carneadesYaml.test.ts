import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { told } from '../../told.ts';
import { debate } from '#tests/support/debates.ts';
import { collected } from '#tests/support/files/collected.ts';
import { debateOf } from '#tests/support/formats.ts';
import { readYamlValue } from '../../carriers/yaml.ts';
import type { Reading } from '../../format.ts';
import { recognised } from '../../registry.ts';
import { readCarneades } from './read.ts';
import { writeCarneades } from './write.ts';

const PICNIC = readFileSync('tests/fixtures/carneades-yaml/picnic.yml', 'utf8');

function read(text: string): Reading {
	const result = readCarneades(text);
	if (!result.ok) throw new Error(result.error.errors[0]?.message);
	return result.value;
}

function relationsIn({ items }: Reading): unknown[] {
	const words = new Map(items.map((item) => [item.id, item.kind === 'claim' ? item.text : item.kind]));
	return items.flatMap((item) =>
		item.kind === 'relation'
			? [
					[
						item.premises.map(({ id, role }) => role + words.get(id)),
						item.sense,
						words.get(item.target ?? '')
					]
				]
			: []
	);
}

describe('reading', () => {
	test('[F119] statements, arguments with roles, undercutters and rival positions', () => {
		const reading = read(PICNIC);
		expect(recognised(PICNIC)?.name).toBe('carneades-yaml');
		expect(reading.about).toMatchObject({ title: 'The picnic', summary: 'Weather first, company second.\n' });
		expect(relationsIn(reading)).toEqual([
			[['It stays dry.', 'Everybody is hungry.'], 'support', 'Let us have a picnic.'],
			[['minorThe forecast says so.', 'majoris_right(forecast)'], 'support', 'It stays dry.'],
			[['The forecast does not apply.'], 'attack', 'relation'],
			[['The forecast is old.'], 'support', 'The forecast does not apply.'],
			[[], 'support', 'Let us stay at home.'],
			[['Let us have a picnic.'], 'contrary', 'Let us stay at home.']
		]);
		const bases = reading.items.flatMap((item) => (item.kind === 'claim' ? [[item.id, item.basis]] : []));
		expect(Object.fromEntries(bases)).toMatchObject({
			picnic: 'open',
			hungry: 'given',
			'12': 'given',
			old: 'open'
		});
		expect(reading.items.filter(({ kind }) => kind === 'group')).toMatchObject([{ form: 'issue', id: 'i1' }]);
		expect(reading.native).toEqual({
			topKeys: ['arguments', 'assumptions', 'issues', 'meta', 'statements', 'tests'],
			statements: 7,
			statementsPlainString: 4,
			arguments: 4,
			multiPremise: 2,
			undercutters: 1,
			weights: 1,
			issues: 1,
			schemes: 0,
			rolePremises: 1
		});
		expect(read(PICNIC.replaceAll('\n', '\r\n')).native).toEqual({ crlf: true, ...reading.native });
	});

	test.each([
		[
			'a premise that is no statement',
			'statements:\n  a: A\narguments:\n  x:\n    conclusion: a\n    premises: [b]',
			'dangling',
			4
		],
		['a statement twice', 'statements:\n  a: A\n  a: B', 'duplicate-id', 3],
		[
			'a position in two issues',
			'statements: {a: A, b: B}\nissues:\n  i: {positions: [a, b]}\n  j: {positions: [a]}',
			'two-issues',
			4
		],
		['an argument that says nothing', 'statements:\n  a: A\narguments:\n  x:', 'empty', 4],
		['comments', 'statements:\n  # of old\n  a: A', 'comment', 2]
	])('[F121] %s is said', (_what, text, code, line) => {
		expect(read(text).warnings).toMatchObject([{ code, line }]);
	});

	test.each(['!!python/object:os.system x', '!own x', '!!str x'])('[F121] the tag %s is refused', (value) => {
		expect(readCarneades(`statements:\n  a: ${value}\narguments: {}\n`)).toMatchObject({
			error: { errors: [{ code: 'tag', line: 2 }] }
		});
	});

	test('[F121] a section that is a list is left out, and that is said', () => {
		const { items, warnings } = read('statements:\n  - One\narguments: {}\n');
		expect(items).toEqual([]);
		expect(warnings).toMatchObject([{ code: 'not-a-table', line: 1, column: 1 }]);
	});

	test('[F121] what is no table is refused', () => {
		expect(readCarneades('- a\n- b')).toMatchObject({
			ok: false,
			error: { errors: [{ code: 'not-carneades' }] }
		});
		expect(readCarneades('a: [')).toMatchObject({ ok: false, error: { errors: [{ code: 'not-yaml' }] } });
	});
});

describe('writing', () => {
	test('[F120] what was read comes back: keys, weights, standards, tests and what the file says of itself', () => {
		const before = read(PICNIC);
		const { text, lost } = writeCarneades(debateOf(before.items, before.about));
		expect(lost).toEqual([]);
		expect(told(read(text))).toEqual(told(before));
		const value = readYamlValue(text);
		expect(value.ok && value.value).toMatchObject({
			meta: { title: 'The picnic', source: 'a walk' },
			statements: { old: { text: 'The forecast is old.', label: 'in' }, '¬picnic': 'Let us stay at home.' },
			issues: { i1: { positions: ['picnic', '¬picnic'], standard: 'CCE' } },
			arguments: {
				a2: { premises: { minor: '12', major: 'is_right(forecast)' }, undercutter: '¬app(a2)', weight: 0.8 }
			},
			tests: { in: ['hungry'] }
		});
		expect(text).not.toContain('argosy');
	});

	test('[F119] an attack concludes in the negation, and an issue sets the two against each other', () => {
		const value = readYamlValue(writeCarneades(debate('a', 'b', 'c', 'r:b-a', 'c-(r)')).text);
		expect(value.ok && value.value).toMatchObject({
			statements: { '¬a': { text: 'It is not so: a' } },
			issues: { 'issue-1': { positions: ['a', '¬a'] } },
			arguments: { r: { conclusion: '¬a', premises: ['b'], undercutter: 'c' } },
			assumptions: ['b', 'c']
		});
	});

	test('[F120] what Carneades has no words for is under meta, and read from there', () => {
		const made = debate('a', 'b', 'x argues', 's source', 'a>x', 'r:a-b', 'e for b in s', 'b-(a>x)');
		const { text, lost } = writeCarneades(made);
		expect(lost).toEqual([]);
		expect(told(read(text))).toEqual(told({ about: made.about, items: made.items() }));
		expect(text).toMatch(/^meta:\n {2}title: ""\n {2}argosy:\n {4}items:/);
	});

	test('[F119] files of others hold as much as others count in them', () => {
		for (const { text, expected } of collected('carneades-yaml')) expect(read(text).native).toEqual(expected);
	});
});
