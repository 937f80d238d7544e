import { readdirSync, readFileSync } from 'node:fs';
import { argdown as core } from '@argdown/core';
import { describe, expect, test } from 'vitest';
import { told } from '../../told.ts';
import { collected } from '#tests/support/files/collected.ts';
import { debateOf } from '#tests/support/formats.ts';
import type { Reading } from '../../format.ts';
import { recognised } from '../../registry.ts';
import { readArgdown } from '../read.ts';
import { readArgdownJson } from './read.ts';
import { writeArgdownJson } from './write.ts';

const TEXTS = 'tests/fixtures/argdown';
const LANTERNS = readFileSync('tests/fixtures/argdown-json/lanterns.json', 'utf8');

function read(text: string): Reading {
	const result = readArgdownJson(text);
	if (!result.ok) throw new Error(result.error.errors[0]?.message);
	return result.value;
}

/** What Argdown's tool exports of a text. */
function exported(input: string): string {
	const process = ['parse-input', 'build-model', 'regroup', 'export-json'];
	const response: { json?: string } = core.run({ input, process, logLevel: 'none' }, {} as never);
	return response.json ?? '';
}

describe('reading', () => {
	test.each(readdirSync(TEXTS))('[F110] the export of %s says what the text says', (name) => {
		const text = readFileSync(`${TEXTS}/${name}`, 'utf8');
		const written = readArgdown(text);
		if (!written.ok) throw new Error('the text is not read');
		const { about } = written.value;
		const items = read(exported(text)).items;
		expect(told({ about, items }, ['order'])).toEqual(told(written.value, ['order']));
	});

	test('[F110] titles that stand for none, tags at the end and sections are understood', () => {
		const { items, warnings, native } = read(LANTERNS);
		expect(warnings).toEqual([]);
		const claims = items.filter((item) => item.kind === 'claim');
		expect(claims.map(({ title, text, tags }) => [title, text, tags])).toEqual([
			['Lanterns', 'The stairs need lanterns.', []],
			['', 'Steps are steep.', []],
			['Wet', 'It #rains often.', ['rains']],
			['Stars', 'Nobody would see the stars.', []]
		]);
		const argument = items.find((item) => item.kind === 'argument');
		expect(argument).toMatchObject({
			title: 'Safety',
			descriptions: ['People fall in the dark.'],
			tags: ['night', 'of feet']
		});
		const [inference] = argument?.steps ?? [];
		const relations = items.filter((item) => item.kind === 'relation');
		expect(relations.find(({ id }) => id === inference)).toMatchObject({
			scheme: 'modus ponens',
			sense: 'support'
		});
		expect(relations.filter(({ sense }) => sense === 'attack').map(({ target }) => target)).toEqual([
			claims[0]!.id,
			inference
		]);
		expect(native).toEqual({
			topKeys: ['arguments', 'relations', 'sections', 'statements', 'tags'],
			statements: 4,
			arguments: 1,
			relations: { attack: 1, undercut: 1 },
			mapEdges: 0
		});
	});

	test.each<[string, object, string]>([
		[
			'a relation to nothing',
			{ relations: [{ relationType: 'attack', from: 'a', fromType: 'argument' }] },
			'relations[0]'
		],
		[
			'a line of no statement',
			{ arguments: { x: { pcs: [{ title: 'y', text: 'Y.' }] } } },
			'arguments.x.pcs[0]'
		],
		['a section twice', { sections: [{ id: 's1' }, { id: 's1' }] }, 'sections']
	])('[F111] %s is said', (_what, more, path) => {
		const { warnings } = read(JSON.stringify({ arguments: {}, statements: {}, relations: [], ...more }));
		expect(warnings).toHaveLength(1);
		expect(warnings[0]).toMatchObject({ line: 1 });
		expect(warnings[0]!.message).toContain(path);
	});
});

describe('writing', () => {
	test('[F110] what was read is the same after writing', () => {
		const reading = read(LANTERNS);
		const { text, lost } = writeArgdownJson(debateOf(reading.items, reading.about));
		expect(lost).toEqual([]);
		expect(recognised(text)?.name).toBe('argdown-json');
		expect(told(read(text))).toEqual(told(reading));
	});

	test('[F110] exports of others hold as much as others count in them', () => {
		for (const { text, expected } of collected('argdown-json')) expect(read(text).native).toEqual(expected);
	});
});
