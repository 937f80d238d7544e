import type { Debate } from '#lib/core/model/debate.ts';
import type { Sense } from '#lib/core/model/item.ts';
import type { Writing } from '../../format.ts';
import {
	pictureOf,
	wrapped,
	type Cluster,
	type PictureEdge,
	type PictureNode,
	type Shape
} from '../picture.ts';

/** What opens and closes the words of a node. */
const SHAPES: Readonly<Record<Shape, readonly [string, string]>> = {
	claim: ['["', '"]'],
	unstated: ['["', '"]:::unstated'],
	argument: ['("', '")'],
	relation: ['{{"', '"}}'],
	evidence: ['[/"', '"/]'],
	source: ['[("', '")]'],
	group: ['["', '"]']
};
const LINES: Readonly<Record<Sense, string>> = {
	support: '-->',
	entails: '==>',
	attack: '--x',
	contrary: 'x--x',
	contradictory: 'x==x',
	rephrase: '-.->'
};

/** A debate as a flowchart, what reasons bear on above them; the sense of every arrow is on it in words. */
export function writeMermaid(debate: Debate): Writing {
	const { title, nodes, clusters, edges, losses } = pictureOf(debate, 'mermaid');
	const lines = [
		...(title === '' ? [] : ['---', `title: ${JSON.stringify(plain(title))}`, '---']),
		'flowchart BT',
		...nodes.map((node) => nodeLine(node, '\t')),
		...clusters.flatMap((cluster) => clusterLines(cluster, '\t')),
		...edges.map(edgeLine),
		'\tclassDef unstated stroke-dasharray: 5 5',
		''
	];
	return { text: lines.join('\n'), lost: losses.list() };
}

function nodeLine({ name, shape, title, words }: PictureNode, indent: string): string {
	const [open, close] = SHAPES[shape];
	const head = title === '' ? [] : [`<b>${escaped(plain(title))}</b>`];
	const body = words === '' ? [] : wrapped(words, Infinity).map(escaped);
	return `${indent}${name}${open}${[...head, ...body].join('<br/>') || '&nbsp;'}${close}`;
}

function edgeLine({ from, to, label, sense, isArrow }: PictureEdge): string {
	const line = sense === null ? (isArrow ? '-.->' : '---') : LINES[sense];
	return `\t${from} ${line}${label === '' ? '' : `|"${escaped(label)}"|`} ${to}`;
}

/** No deeper than clusters are nested. */
function clusterLines({ name, title, nodes, clusters }: Cluster, indent: string): string[] {
	return [
		`${indent}subgraph ${name}["${escaped(plain(title)) || '&nbsp;'}"]`,
		...nodes.map((node) => nodeLine(node, `${indent}\t`)),
		...clusters.flatMap((inner) => clusterLines(inner, `${indent}\t`)),
		`${indent}end`
	];
}

/** Words on one line. */
function plain(text: string): string {
	return text.replaceAll(/\s+/g, ' ').trim();
}

/** Words as Mermaid shows them: its own signs and those of HTML and Markdown by their numbers. */
function escaped(text: string): string {
	return text
		.replaceAll(/[^\P{Cc}\t]|\p{Cs}/gu, '')
		.replaceAll(/["#&<>`*_~\\|;%]|^(?=\d+\.|[-+] )/g, (sign) =>
			sign === '' ? '' : `#${sign.charCodeAt(0)};`
		);
}
