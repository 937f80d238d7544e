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

const SHAPES: Readonly<Record<Shape, string>> = {
	claim: 'shape=box',
	unstated: 'shape=box, style=dashed',
	argument: 'shape=box, style=rounded',
	relation: 'shape=diamond',
	evidence: 'shape=note',
	source: 'shape=cylinder',
	group: 'shape=folder'
};
/** The sense is on every arrow in words too: colours alone say nothing to those who cannot tell them apart. */
const LINES: Readonly<Record<Sense, string>> = {
	support: 'color="#1a7f37"',
	entails: 'color="#1a7f37", penwidth=2',
	attack: 'color="#b42318", arrowhead=tee',
	contrary: 'color="#b42318", arrowhead=tee, dir=both, arrowtail=tee',
	contradictory: 'color="#b42318", arrowhead=tee, dir=both, arrowtail=tee, penwidth=2',
	rephrase: 'color="#57606a", style=dashed'
};

/** A debate as a graph for Graphviz, what reasons bear on above them. */
export function writeDot(debate: Debate): Writing {
	const { title, nodes, clusters, edges, losses } = pictureOf(debate, 'dot');
	const lines = [
		'digraph debate {',
		'\trankdir=BT;',
		'\tnode [fontname="Noto Sans, sans-serif"];',
		'\tedge [fontname="Noto Sans, sans-serif", fontsize=10];',
		...(title === '' ? [] : [`\tlabel=${quoted([title])};`, '\tlabelloc=t;']),
		...nodes.map((node) => nodeLine(node, '\t')),
		...clusters.flatMap((cluster) => clusterLines(cluster, '\t')),
		...edges.map(edgeLine),
		'}',
		''
	];
	return { text: lines.join('\n'), lost: losses.list() };
}

function nodeLine({ name, shape, sense, title, words }: PictureNode, indent: string): string {
	const label = [...(title === '' ? [] : wrapped(title)), ...(words === '' ? [] : wrapped(words))];
	const colour = sense === null ? '' : `, ${/color="[^"]*"/.exec(LINES[sense])?.[0]}`;
	return `${indent}${name} [${SHAPES[shape]}${colour}, label=${quoted(label)}];`;
}

function edgeLine({ from, to, label, sense, isArrow }: PictureEdge): string {
	const attributes = [
		...(label === '' ? [] : [`label=${quoted([label])}`]),
		...(sense === null ? ['style=dotted'] : [LINES[sense]]),
		...(isArrow ? [] : ['arrowhead=none'])
	];
	return `\t${from} -> ${to} [${attributes.join(', ')}];`;
}

/** No deeper than clusters are nested. */
function clusterLines({ name, title, nodes, clusters }: Cluster, indent: string): string[] {
	return [
		`${indent}subgraph cluster_${name} {`,
		`${indent}\tlabel=${quoted([title])};`,
		...nodes.map((node) => nodeLine(node, `${indent}\t`)),
		...clusters.flatMap((inner) => clusterLines(inner, `${indent}\t`)),
		`${indent}}`
	];
}

/** Lines of words as a string of DOT; control characters that no picture shows are left out. */
function quoted(lines: readonly string[]): string {
	const escaped = lines.map((line) =>
		line
			.replaceAll(/[\\"]/g, '\\$&')
			.replaceAll(/[^\P{Cc}\t]|\p{Cs}/gu, '')
			.replaceAll('\t', ' ')
	);
	return `"${escaped.join('\\n')}"`;
}
