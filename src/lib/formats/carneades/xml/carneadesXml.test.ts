import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { collected } from '#tests/support/files/collected.ts';
import type { Reading } from '../../format.ts';
import { readText, recognised } from '../../registry.ts';
import { readCaf } from './caf.ts';
import { readLkif } from './lkif.ts';

const LKIF = readFileSync('tests/fixtures/carneades-xml/kiosk.lkif.xml', 'utf8');
const CAF = readFileSync('tests/fixtures/carneades-xml/kiosk.caf.xml', 'utf8');

function read(text: string): Reading {
	const read = readText(text);
	if (!read?.result.ok) throw new Error('not read');
	return read.result.value;
}

function relationsIn({ items }: Reading): unknown[] {
	return items.flatMap((item) =>
		item.kind === 'relation'
			? [[item.premises.map(({ id, role, negated }) => [id, role, negated]), item.sense, item.target]]
			: []
	);
}

describe('LKIF', () => {
	test('[F122] arguments for and against, negative premises, exceptions as undercuts', () => {
		const reading = read(LKIF);
		expect(recognised(LKIF)?.name).toBe('carneades-lkif');
		expect(reading.about.title).toBe('The kiosk');
		expect(relationsIn(reading)).toEqual([
			[
				[
					['s2', 'major', false],
					['s4', 'assumption', true]
				],
				'support',
				's1'
			],
			[[['s3', '', false]], 'attack', 'a1'],
			[[['s3', '', false]], 'attack', 's1']
		]);
		const claims = reading.items.flatMap((item) =>
			item.kind === 'claim' ? [[item.text, item.basis, item.standard]] : []
		);
		expect(claims).toEqual([
			['The kiosk should open.', 'open', 'scintilla'],
			['People ask & wait.', 'given', 'balanced'],
			['Nobody is there at night.', 'open', 'balanced'],
			['rents(ada, kiosk)', 'open', 'balanced']
		]);
		expect(reading.items.find(({ id }) => id === 'a1')).toMatchObject({ scheme: 'need', notes: 'Demand' });
		expect(reading.native).toEqual({
			root: 'lkif',
			elements: { statement: 4, argument: 2, premise: 5, conclusion: 2, rule: 1, source: 1 }
		});
	});

	test('[F123] rules and what leads nowhere are named with their lines, weights and values kept', () => {
		const { warnings, items } = read(LKIF);
		expect(warnings.map(({ line, code }) => [line, code])).toEqual([
			[4, 'theory'],
			[25, 'dangling']
		]);
		expect(items.find(({ id }) => id === 'a1')?.ext).toEqual({
			'carneades-lkif': { id: 'a1', data: { weight: '0.7' } }
		});
		expect(readLkif('<lkif/>')).toMatchObject({ ok: true, value: { warnings: [{ code: 'empty' }] } });
		expect(readLkif('<caf/>')).toMatchObject({ ok: false, error: { errors: [{ code: 'not-lkif' }] } });
		const twice = read(LKIF.replace('id="s3"', 'id="s2"'));
		expect(twice.warnings[1]).toMatchObject({ code: 'duplicate-id', line: 11 });
	});

	test('[F122] several graphs are sections', () => {
		const graph =
			'<argument-graph id="x"><statements><statement id="s"><s>A</s></statement></statements></argument-graph>';
		const { items } = read(`<lkif><argument-graphs>${graph}${graph}</argument-graphs></lkif>`);
		expect(items.map(({ kind }) => kind)).toEqual(['group', 'claim', 'group', 'claim']);
	});
});

describe('CAF', () => {
	test('[F122] several languages, implicit premises, undercutting statements, cited works', () => {
		const reading = read(CAF);
		expect(recognised(CAF)?.name).toBe('carneades-caf');
		const { items, about } = reading;
		expect(about).toMatchObject({ title: 'The kiosk', summary: 'On opening hours.' });
		const [first, second, third] = items.filter((item) => item.kind === 'claim');
		expect(first).toMatchObject({ text: 'The kiosk should open.', basis: 'open' });
		expect(first?.wordings.map(({ text }) => text)).toEqual(['Der Kiosk sollte öffnen.']);
		expect(second).toMatchObject({ text: 'People wait.', basis: 'given', unstated: true });
		const [pro, con, undercut] = items.filter((item) => item.kind === 'relation');
		expect(pro).toMatchObject({ sense: 'support', scheme: 'Position', notes: 'From the letters.' });
		expect(con).toMatchObject({ sense: 'attack', premises: [{ id: second?.id, negated: true }] });
		expect(undercut).toMatchObject({ sense: 'attack', premises: [{ id: third?.id }], target: pro?.id });
		const source = items.find(({ kind }) => kind === 'source');
		expect(source).toMatchObject({ title: 'Letters', issued: '2020', URL: 'https://example.org/letters' });
		const cited = items.flatMap((item) =>
			item.kind === 'evidence' ? [[item.target, item.source, item.locator]] : []
		);
		expect(cited).toEqual([
			[first?.id, source?.id, ''],
			[pro?.id, source?.id, ''],
			[pro?.id, null, 'Bo']
		]);
	});

	test('[F123] what has no words or no reference is said with its line', () => {
		expect(read(CAF).warnings.map(({ line, code }) => [line, code])).toEqual([
			[11, 'no-words'],
			[14, 'dangling']
		]);
		expect(readCaf('<lkif/>')).toMatchObject({ ok: false, error: { errors: [{ code: 'not-caf' }] } });
	});
});

test('[F122] files of others hold as many elements as others count in them', () => {
	for (const format of ['carneades-lkif', 'carneades-caf'])
		for (const { text, expected } of collected(format)) expect(read(text).native).toEqual(expected);
});
