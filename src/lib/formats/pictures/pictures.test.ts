import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { debate } from '#tests/support/debates.ts';
import { anyDebate } from '#tests/support/edits.ts';
import { collected } from '#tests/support/files/collected.ts';
import { claim, relation } from '#lib/core/model/make.ts';
import { references } from '#lib/core/model/debate.ts';
import { readText } from '../registry.ts';
import { dot } from './dot/dot.ts';
import { writeDot } from './dot/write.ts';
import { mermaid } from './mermaid/mermaid.ts';
import { writeMermaid } from './mermaid/write.ts';
import { pictureOf, type Cluster, type PictureNode } from './picture.ts';

function nodesIn({ nodes, clusters }: Pick<Cluster, 'nodes' | 'clusters'>): PictureNode[] {
	return [...nodes, ...clusters.flatMap(nodesIn)];
}

/** Every line that a writer may write, whatever the words. */
const DOT_LINES =
	/^(?:digraph debate \{|\t(?:rankdir=BT|labelloc=t|(?:node|edge) \[[^"]*"[^"]*"[^"]*\]|label="(?:[^"\\\n]|\\["\\n])*");|\t*[a-z]\d+ (?:-> [a-z]\d+ )?\[(?:[^"\n]|"(?:[^"\\\n]|\\["\\n])*")*\];|\t+subgraph cluster_g\d+ \{|\t+label="(?:[^"\\\n]|\\["\\n])*";|\t*\}|)$/;
const MERMAID_LINES =
	/^(?:---|title: ".*"|flowchart BT|\t*[a-z]\d+[[({/]+"[^"\n]*"[\])}/]+(?::::unstated)?|\t[a-z]\d+ (?:-->|==>|--x|x--x|x==x|-\.->|---)(?:\|"[^"\n]*"\|)? [a-z]\d+|\t+subgraph g\d+\["[^"\n]*"\]|\t+end|\tclassDef unstated stroke-dasharray: 5 5|)$/;

describe('writing', () => {
	test('[F116] every item is a node or an edge, and every reference an edge or a cluster', () => {
		fc.assert(
			fc.property(anyDebate, (made) => {
				const picture = pictureOf(made, 'dot');
				const nodes = nodesIn(picture);
				const names = new Set(nodes.map(({ name }) => name));
				expect(names.size).toBe(nodes.length);
				for (const { from, to } of picture.edges)
					expect([names.has(from), names.has(to)]).toEqual([true, true]);
				const lines = made.size - made.count.group - nodes.length;
				const refers = [...made.items()].flatMap(references).filter(({ role }) => role !== 'member');
				expect(picture.edges.length).toBe(refers.length - lines);
			})
		);
	});

	test('[F116] joined premises and undercuts meet in a node, plain reasons are edges with their sense in words', () => {
		const made = debate('a', 'b', 'c', 'd', 'a>b', 'r:b+c>d', 'a-(r)');
		expect(writeDot(made).text).toContain('c1 -> c2 [label="supports"');
		expect(writeDot(made).text).toContain('r1 [shape=diamond');
		expect(writeMermaid(made).text.split('\n').slice(1)).toEqual([
			'\tc1["a"]',
			'\tc2["b"]',
			'\tc3["c"]',
			'\tc4["d"]',
			'\tr1{{"supports"}}',
			'\tc1 -->|"supports"| c2',
			'\tc2 --- r1',
			'\tc3 --- r1',
			'\tr1 --> c4',
			'\tc1 --x|"undercuts"| r1',
			'\tclassDef unstated stroke-dasharray: 5 5',
			''
		]);
	});

	test('[F116] a premise that is negated or plays a part has that on its line', () => {
		const made = debate('a', 'b', 'r:a>b');
		const bearing = { id: 'r', sense: 'support', target: 'b' } as const;
		made.set(relation({ ...bearing, premises: [{ id: 'a', role: '', negated: true }] }));
		expect(writeDot(made).text).toContain('c1 -> r1 [label="not"');
		made.set(relation({ ...bearing, premises: [{ id: 'a', role: 'minor', negated: false }] }));
		expect(writeMermaid(made).text).toContain('c1 ---|"minor"| r1');
	});

	test('[F117] every line is one that only we write, whatever the words', () => {
		fc.assert(
			fc.property(anyDebate, (made) => {
				for (const line of writeDot(made).text.split('\n')) expect(line).toMatch(DOT_LINES);
				for (const line of writeMermaid(made).text.split('\n')) expect(line).toMatch(MERMAID_LINES);
			})
		);
	});

	test('[F117] words come through, escaped', () => {
		const made = debate('a');
		made.set(claim({ id: 'a', text: 'say "<b>no</b>" \\ #1; `x`' }));
		expect(writeDot(made).text).toContain('label="say \\"<b>no</b>\\" \\\\ #1; `x`"');
		expect(writeMermaid(made).text).toContain(
			'["say #34;#60;b#62;no#60;/b#62;#34; #92; #35;1#59; #96;x#96;"]'
		);
	});

	test('[F118] what is written is known again', () => {
		fc.assert(
			fc.property(anyDebate, (made) => {
				for (const format of [dot, mermaid])
					expect(readText(format.write!(made).text)?.format.name).toBe(format.name);
			}),
			{ numRuns: 30 }
		);
	});
});

describe('reading', () => {
	test.each([
		['dot', 'ferry.dot', { edges: 1, nodes: 2 }],
		['mermaid', 'ferry.mmd', { flow: 1, edges: 8, subgraphs: 1, mindmap: 0 }]
	])('[F118] %s is known by its content, counted and refused', (name, file, native) => {
		const read = readText(readFileSync(`tests/fixtures/${name}/${file}`, 'utf8'));
		expect(read?.format.name).toBe(name);
		expect(read?.result).toMatchObject({ ok: false, error: { errors: [{ code: 'write-only' }], native } });
	});

	test.each([
		['graph LR\n\ta --> b', 'mermaid'],
		['mindmap\n\troot', 'mermaid'],
		['graph {\n\ta -- b\n}', 'dot'],
		['/* drawn\nby hand */ digraph { a -> b }', 'dot']
	])('[F118] %j is %s', (text, name) => {
		expect(readText(text)?.format.name).toBe(name);
	});

	test('[F118] texts of others are known and have as much as others count in them', () => {
		for (const name of ['dot', 'mermaid'])
			for (const { file, text, expected } of collected(name)) {
				const read = readText(text, { file });
				expect([file, read?.format.name]).toEqual([file, name]);
				expect(read?.result).toMatchObject({ ok: false, error: { native: expected } });
			}
	});
});
