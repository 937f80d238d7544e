import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Reading } from '../format.ts';
import { readText } from '../registry.ts';

const MARKS = readFileSync('tests/fixtures/brat/trams.ann', 'utf8');
const TEXT = readFileSync('tests/fixtures/brat/trams.txt', 'utf8');

function read(marks: string, text: string | null = TEXT): Reading {
	const found = readText(marks, { beside: (suffix) => (suffix === 'txt' ? text : null) });
	if (!found?.result.ok) throw new Error('not read');
	expect(found.format.name).toBe('brat');
	return found.result.value;
}

function relationsIn({ items }: Reading): unknown[] {
	const words = new Map(items.map((item) => [item.id, item.kind === 'claim' ? item.text : item.kind]));
	return items.flatMap((item) =>
		item.kind === 'relation'
			? [[item.premises.map(({ id }) => words.get(id)).join(), item.sense, words.get(item.target ?? '')]]
			: []
	);
}

describe('reading', () => {
	test('[F124] spans are claims in the order of the text, in one piece or several, by characters', () => {
		const reading = read(MARKS);
		expect(reading.about.title).toBe('Trams at night');
		const claims = reading.items.filter((item) => item.kind === 'claim');
		expect(claims.map(({ text, tags }) => [text, tags])).toEqual([
			['Night trams should run', ['MajorClaim']],
			['Some say which is so', ['Premise']],
			['they cost too much', ['Claim']],
			['Shift workers need them', ['Claim']],
			['a survey shows', ['Premise', 'Vague']]
		]);
		expect(claims[0]?.wordings.map(({ text }) => text)).toEqual(['the city needs trams after midnight']);
		expect(claims[3]?.notes).toBe('check again');
	});

	test('[F124] relations and stances bear on claims, equivalents say the same', () => {
		expect(relationsIn(read(MARKS))).toEqual([
			['a survey shows', 'support', 'Shift workers need them'],
			['Some say which is so', 'attack', 'they cost too much'],
			['Some say which is so', 'support', 'a survey shows'],
			['Some say which is so', 'rephrase', 'they cost too much'],
			['they cost too much', 'attack', 'Night trams should run'],
			['Shift workers need them', 'support', 'Night trams should run']
		]);
		expect(read(MARKS).native).toMatchObject({ entities: 6, relations: 4, attributes: 3, discontinuous: 1 });
	});

	test('[F124] without stances major claims stay apart, and without the text the marks give the words', () => {
		const { items, warnings } = read(MARKS.replaceAll('Stance', 'Mood'), null);
		expect(items.filter(({ kind }) => kind === 'claim')).toHaveLength(6);
		expect(warnings[0]).toMatchObject({ code: 'no-text', line: 1 });
		expect(items[0]).toMatchObject({ text: 'Night trams should run' });
	});

	test('[F125] what is left out, leads nowhere or stands elsewhere is said with its line', () => {
		expect(read(MARKS.replace('\nwhat is this', '')).warnings.map(({ line, code }) => [line, code])).toEqual([
			[11, 'no-sense'],
			[14, 'dangling'],
			[16, 'event'],
			[17, 'reference']
		]);
		const shifted = read('T1\tClaim 0 5\tother', TEXT);
		expect(shifted.warnings).toMatchObject([{ code: 'offsets', line: 1 }]);
		expect(shifted.items).toMatchObject([{ text: 'other' }]);
		const broken = read('T1\tClaim 0 5\tTrams\nT2\tClaim\nR1\tsupports\nT1\tClaim 1 2\tr\nA1\tOdd T7', null);
		expect(broken.warnings.map(({ code }) => code)).toEqual([
			'no-text',
			'bad-span',
			'bad-relation',
			'duplicate-id',
			'dangling'
		]);
		expect(readText('what is this', { name: 'brat' })?.result).toMatchObject({
			ok: false,
			error: { errors: [{ code: 'no-spans' }] }
		});
		expect(readText('', { file: 'unmarked.ann' })).toMatchObject({
			format: { name: 'brat' },
			result: { ok: true, value: { items: [] } }
		});
		const stray = readText(MARKS, { name: 'brat' })?.result;
		expect(stray?.ok && stray.value.warnings.at(-1)).toMatchObject({ code: 'unknown', line: 18 });
	});
});
