import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { told } from '../told.ts';
import { debate } from '#tests/support/debates.ts';
import { debateOf } from '#tests/support/formats.ts';
import type { Reading } from '../format.ts';
import { recognised } from '../registry.ts';
import { readOpml } from './read.ts';
import { writeOpml } from './write.ts';

const GARDEN = readFileSync('tests/fixtures/opml/garden.opml', 'utf8');

function read(text: string): Reading {
	const result = readOpml(text);
	if (!result.ok) throw new Error(result.error.errors[0]?.message);
	return result.value;
}

test('[F57] lines are reasons for the line above, signs, headings and attributes say which are against', () => {
	const reading = read(GARDEN);
	const words = new Map(reading.items.map((item) => [item.id, item.kind === 'claim' ? item.text : '']));
	expect(
		reading.items.flatMap((item) =>
			item.kind === 'relation' ? [[words.get(item.premises[0]!.id), item.sense, words.get(item.target!)]] : []
		)
	).toEqual([
		['Children have nowhere to play.', 'support', 'The empty lot should be a garden.'],
		['It costs little.', 'support', 'The empty lot should be a garden.'],
		['Water is dear.', 'attack', 'It costs little.'],
		['Cars need the space.', 'attack', 'The empty lot should be a garden.'],
		['Shade.', 'support', 'The empty lot should be a garden.'],
		['Neighbours agreed.', 'support', 'The empty lot should be a garden.']
	]);
	expect(reading.about.title).toBe('The garden');
	expect(reading.items[0]).toMatchObject({ notes: 'Asked in spring.' });
	expect(reading.native).toEqual({ root: 'opml', elements: { outline: 9, head: 1, body: 2, title: 1 } });
	expect(reading.warnings.map(({ code, line }) => [code, line])).toEqual([
		['heading', 13],
		['two-bodies', 22],
		['unknown-element', 23]
	]);
	expect(recognised(GARDEN)?.name).toBe('opml');
});

test('[F57] foreign attributes and the head come back, and lines get no names that nobody needs', () => {
	const { items, about } = read(GARDEN);
	const { text, lost } = writeOpml(debateOf(items, about));
	expect(lost).toEqual([]);
	for (const kept of [
		'<outline text="The empty lot should be a garden." x:colour="green" _note="Asked in spring.">',
		'<outline text="Children have nowhere to play." type="link" url="https://example.org/play"/>',
		'<opml version="1.1" xmlns:x="urn:example:x" ',
		'<ownerName>Garden group</ownerName>',
		'<outline text="Shade." stance="pro"/>'
	])
		expect(text).toContain(kept);
	expect(text).not.toContain('argosy:id');
	expect(told(read(text))).toEqual(told({ about, items }));
});

test('[F57] joined premises, objections to an inference and second uses stand in the tree too', () => {
	const { text } = writeOpml(debate('a', 'b', 'c', 'd', 'r:b+c>a', 'd-(r)', 'a-d'));
	const lines = text.split('\n').filter((line) => line.includes('<outline'));
	expect(lines.map((line) => line.trim())).toEqual([
		'<outline text="a" argosy:id="a">',
		'<outline text="Reason" argosy:id="r" argosy:relation="support" argosy:kind="relation">',
		'<outline text="b" argosy:id="b"/>',
		'<outline text="c" argosy:id="c"/>',
		'<outline text="d" argosy:id="d" argosy:relation="attack">',
		'<outline text="a" argosy:relation="attack" argosy:use="a"/>'
	]);
});

test.each([
	['half a file', 'rest"/>\n<outline text="a"/></opml>', 'not-well-formed', 1],
	['blanks before the declaration', '\n<?xml version="1.0"?><opml/>', 'not-well-formed', 1],
	['an attribute twice', '<opml>\n<body>\n<outline text="a" text="b"/></body></opml>', 'not-well-formed', 3],
	['an element left open', '<opml><body>\n<outline text="a"></body></opml>', 'not-well-formed', 2],
	['entities of its own', '<?xml version="1.0"?>\n<!DOCTYPE opml [<!ENTITY a "b">]><opml/>', 'doctype', 2],
	['another document', '<html/>', 'no-outline', 1]
])('[F57] %s is refused at its line', (_what, text, code, line) => {
	expect(readOpml(text)).toMatchObject({ error: { errors: [{ code, line }] } });
});
