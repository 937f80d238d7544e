import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { debate } from '#tests/support/debates.ts';
import { debateOf } from '#tests/support/formats.ts';
import { edges, read } from '#tests/support/files/frameworks.ts';
import { recognised } from '../registry.ts';
import { af } from './af.ts';
import { tgf } from './tgf.ts';

const GRAPH = readFileSync('tests/fixtures/af-tgf/ferry.tgf', 'utf8');
const FOUR = readFileSync('tests/fixtures/af/four.af', 'utf8');

describe('graphs', () => {
	test('[F96] labels of nodes are words, labels of edges stay, and support is a label', () => {
		const reading = read(GRAPH, 'af-tgf');
		expect(edges(reading)).toEqual([
			'There is fog on the lake. attack The ferry runs today.',
			'12 attack There is fog on the lake.',
			'The ferry runs today. attack pier',
			'12 support The ferry runs today.'
		]);
		expect(reading.native).toEqual({ nodes: 4, labelled: 2, edges: 4, edgeLabels: 2, separator: true });
		const { text, lost } = tgf.write!(debateOf(reading.items, reading.about));
		expect(lost).toEqual([]);
		expect(text).toBe(GRAPH.replaceAll(/ +$/gm, '').replace('  ', ' ').replace('\n\n', '\n'));
	});

	test('[F96] a graph is found by its content: every pair after the # was named before it', () => {
		expect(recognised(GRAPH)?.name).toBe('af-tgf');
		expect(recognised('a\nb\n#\na c\n')?.name).not.toBe('af-tgf');
		expect(recognised('Notes\n#\nTwo words\n')?.name).not.toBe('af-tgf');
		expect(recognised('#\n', 'empty.tgf')?.name).toBe('af-tgf');
	});

	test.each([
		['an edge with one end', 'a\n#\n a\n', 'not-an-edge', 3, 2],
		['a graph without edges and #', 'a\nb\n', 'no-separator', 0, 0],
		['a second #', 'a\n#\n#\n', 'not-an-edge', 3, 1]
	])('[F95] %s is said with its place', (_what, text, code, line, column) => {
		expect(read(text, 'af-tgf').warnings).toMatchObject([{ code, line, column }]);
	});
});

describe('numbered frameworks', () => {
	test('[F97] arguments are numbered from one, whether anything attacks them or not', () => {
		const reading = read(FOUR, 'af');
		expect(recognised(FOUR)?.name).toBe('af');
		expect(edges(reading)).toEqual(['1 attack 2', '2 attack 3', '3 attack 2', '4 attack 4']);
		expect(reading.native).toEqual({ args: 4, att: 4 });
		const { text, lost } = af.write!(debateOf(reading.items, reading.about));
		expect([text, lost]).toEqual(['p af 4\n1 2\n2 3\n3 2\n4 4\n', []]);
	});

	test('[F97] supports are compiled away, and words stand in comments', () => {
		const { text, lost } = af.write!(debate('a', 'b', 'a>b'));
		expect(text).toContain('# 1: a\n# 2: b\n');
		expect(text).toContain('# 3: unsupported: b\n');
		expect(lost).toEqual(['claims', 'texts', 'compiled']);
		expect(af.write!(debate('a argues', 'b argues', 'a>b')).lost).toContain('compiled');
		expect(tgf.write!(debate('a argues', 'b argues', 'a>b')).lost).toEqual([]);
	});

	test.each([
		['an attack by what is not numbered', 'p af 2\n1 2\n3 1\n', 'undeclared', 3, 1],
		['a line of other words', 'p af 2\n\n  1 2 1\n', 'not-an-attack', 3, 3]
	])('[F95] %s is said with its place', (_what, text, code, line, column) => {
		expect(read(text, 'af').warnings).toMatchObject([{ code, line, column }]);
	});

	test('[F97] no head, or one that promises too much, is refused', () => {
		expect(af.read!('1 2\n', () => null)).toMatchObject({
			error: { errors: [{ code: 'no-head', line: 1 }] }
		});
		expect(af.read!('#\np af 50001\n', () => null)).toMatchObject({
			error: { errors: [{ code: 'too-many', line: 2 }] }
		});
	});
});
