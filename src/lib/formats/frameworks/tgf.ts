import { flatten } from '#lib/core/evaluate/flatten.ts';
import type { Debate } from '#lib/core/model/debate.ts';
import type { Relation } from '#lib/core/model/item.ts';
import { fail, type Result } from '#lib/core/result.ts';
import { refusal, type Format, type Reading, type Refusal, type Writing } from '../format.ts';
import type { Sample } from '../sample.ts';
import { CIRCLE } from './apx.ts';
import { Frame } from './frame.ts';
import { carriedOf, Names } from './names.ts';
import { plainOf, type Edge } from './plain.ts';
import { exactWords, told } from './tell.ts';

const NAME = 'af-tgf';
const NODE = /^(\S+)(?:\s+(\S[^]*))?$/;
const EDGE = /^(\S+)\s+(\S+)(?:\s+(\S[^]*))?$/;
/** An edge with such a label is no attack. */
const SUPPORT = /^supports?$/i;

/** Nodes, `#`, pairs of nodes: what graph tools and the first argumentation competitions exchanged. */
export const tgf: Format = {
	name: NAME,
	title: 'Trivial Graph Format',
	suffixes: ['tgf'],
	media: 'text/plain',
	recognises: isGraph,
	accepts: () => true,
	read: readTgf,
	write: writeTgf
};

/** Whether all lines after the only `#` begin with two of the names that stand before it. */
function isGraph({ text, lines }: Sample): boolean {
	if (!/^[\w.-]+(?:\s|$)/.test(lines[0] ?? '') && lines[0]?.trim() !== '#') return false;
	const rows = text.split(/\r\n|\n|\r/);
	const cut = rows.findIndex((row) => row.trim() === '#');
	if (cut < 0) return false;
	const names = new Set(rows.slice(0, cut).map((row) => NODE.exec(row.trim())?.[1]));
	const edges = rows.slice(cut + 1).filter((row) => row.trim() !== '');
	return edges.every((row) => {
		const [, from, to] = EDGE.exec(row.trim()) ?? [];
		return from !== undefined && names.has(from) && names.has(to);
	});
}

/** Reads a graph: labels of nodes are words, edges attack unless their label says that they support. */
function readTgf(text: string): Result<Reading, Refusal> {
	const frame = new Frame(NAME);
	const native = { nodes: 0, labelled: 0, edges: 0, edgeLabels: 0, separator: false };
	for (const [at, row] of text.split(/\r\n|\n|\r/).entries()) {
		if (row.trim() === '') continue;
		const place = { line: at + 1, column: row.length - row.trimStart().length + 1 };
		if (row.trim() === '#' && !native.separator) native.separator = true;
		else if (!native.separator) {
			const [, name, label] = NODE.exec(row.trim())!;
			native.nodes++;
			if (label !== undefined) native.labelled++;
			frame.point(name!, place, { title: label ?? name! });
		} else {
			const found = EDGE.exec(row.trim());
			if (!found) {
				frame.draft.warn('not-an-edge', 'After the # every line has two names.', place);
				continue;
			}
			const label = found[3];
			native.edges++;
			if (label !== undefined) native.edgeLabels++;
			const sense = SUPPORT.test(label ?? '') ? 'support' : 'attack';
			frame.edge(sense, found[1]!, found[2]!, place, label === undefined ? {} : { label });
		}
	}
	if (!native.separator && native.nodes === 0)
		return fail(refusal('empty', 'There is neither a node nor a # in it.', 1, 1, native));
	if (!native.separator)
		frame.draft.warn(
			'no-separator',
			'There is no # between nodes and edges: every line is taken for a node.'
		);
	return frame.reading(native);
}

function writeTgf(debate: Debate): Writing {
	const { points, edges, lost } = plainOf(debate, NAME, flatten, CIRCLE);
	const spoken = points.flatMap(({ id, says }) => (says === 'item' ? [id] : []));
	const names = new Names(debate, NAME, (name) => /^\S+$/.test(name) && name !== '#', spoken);
	const name = points.map(({ id, says }) =>
		says === 'item' ? names.of(id) : names.beside(`${names.of(id)}_${says}`)
	);
	const nodes = points.map((said, at) => {
		const words = exactWords(debate, said);
		const isLine = words !== null && words !== '' && words === words.replaceAll(/\s+/g, ' ').trim();
		lost.add('texts', words !== null && !isLine);
		const label = isLine ? words : told(debate, said);
		return label === name[at] || label === '' ? name[at]! : `${name[at]!} ${label}`;
	});
	const pairs = edges.map((edge) => `${name[edge.from]} ${name[edge.to]} ${labelOf(edge)}`.trimEnd());
	return { text: [...nodes, '#', ...pairs].map((line) => `${line}\n`).join(''), lost: lost.list() };
}

/** The label that an edge was read with, while it fits what the edge says now. */
function labelOf({ sense, relation }: Edge): string {
	const label = relation ? labelIn(relation) : '';
	if (sense === 'support') return SUPPORT.test(label) ? label : 'support';
	return SUPPORT.test(label) ? '' : label;
}

function labelIn(relation: Relation): string {
	const { label } = carriedOf(relation, NAME);
	return typeof label === 'string' && /^\S[^\r\n]*$/.test(label) ? label : '';
}
