import type { Json } from '#lib/core/decode.ts';
import type { Debate } from '#lib/core/model/debate.ts';
import type { Writing } from '../format.ts';
import { isRecord } from '../sample.ts';
import { kindOf, type Node } from '../tree/node.ts';
import { outlined } from '../tree/outline.ts';
import { isFor, senseOf } from '../tree/signs.ts';
import { isTitled } from '../tree/titles.ts';
import { areInOrder } from './ideas.ts';
import { IMPLICIT } from './read.ts';

type Table = Readonly<Record<string, Json>>;

/**
 * Writes a map of MindMup: reasons are groups, and what MindMup has no word for is in the attribute `argosy`. A map
 * that was read is written with the same ids, ranks and attributes.
 */
export function writeMup(debate: Debate): Writing {
	const { nodes, lost } = outlined(debate, {
		format: 'mup',
		collapses: ({ ext }) => isRecord(ext['mup']) && ext['mup']['plain'] === true
	});
	const { isIdea, ...map } = table(nodes[0]?.carried['map']);
	const { title, summary } = debate.about;
	if (isIdea === true && isTitled(debate, nodes))
		return { text: said({ ...ideaOf(nodes[0]!), ...map }), lost: lost.list() };
	const { argosy, ...attr } = table(map['attr']);
	const own = summary === '' ? {} : { argosy: { ...table(argosy), summary } };
	const canvas = {
		title,
		id: 'root',
		formatVersion: 3,
		...map,
		ideas: ranked(nodes),
		attr: { ...(Object.keys(map).length === 0 && { theme: 'topdownStandard' }), ...attr, ...own }
	};
	return { text: said(canvas), lost: lost.list() };
}

/** On lines of their own for people, unless there are so many that no one reads them. */
function said(value: unknown): string {
	const text = JSON.stringify(value);
	return `${text.length > MANY ? text : JSON.stringify(value, null, '  ')}\n`;
}

const MANY = 256 * 1024;

/** Nodes by the ranks that they were read with, where those still give their order; else by 1, 2, …. */
function ranked(nodes: readonly Node[]): Readonly<Record<string, Json>> {
	const ranks = nodes.map(({ carried }) => (typeof carried['rank'] === 'string' ? carried['rank'] : ''));
	const areFit = areInOrder(ranks);
	return Object.fromEntries(
		nodes.map((node, at) => [areFit ? ranks[at]! : String(at + 1), ideaOf(node)] as const)
	);
}

/** An idea with all within it; no deeper than outlines go. */
function ideaOf(node: Node): Table {
	const { rank, plain: _plain, map: _map, isNumber, attr, title, ...more } = node.carried;
	const { fields } = node;
	const isGroup = kindOf(node) === 'relation';
	const isPro = isFor(senseOf(fields['relation']) ?? 'support');
	const { kind, relation, notes, unstated, ...rest } = fields;
	const isPlainSense = isGroup && (relation === 'support' || relation === 'attack');
	const { note, styleNames, group, ...kept } = table(attr);
	const known = Array.isArray(styleNames) ? (styleNames as readonly Json[]) : [];
	const others = known.filter((style) => style !== IMPLICIT);
	const isKnown = others.length < known.length;
	const styles = unstated === undefined ? others : isKnown ? known : [...known, IMPLICIT];
	const own = {
		...rest,
		...(kind !== undefined && !isGroup && { kind }),
		...(relation !== undefined && !isPlainSense && { relation })
	};
	const attributes = {
		...(isGroup && { contentLocked: true }),
		...kept,
		...(isGroup && { group: isPro ? (group ?? 'supporting') : 'opposing' }),
		...(notes !== undefined
			? { note: { ...(rank === undefined && { index: 1 }), ...table(note), text: notes } }
			: note !== undefined && { note }),
		...((styles.length > 0 || styleNames !== undefined) && { styleNames: styles }),
		...(Object.keys(own).length > 0 && { argosy: own })
	};
	return {
		title: isGroup ? (title ?? 'group') : node.text,
		...(node.id !== '' && {
			id: isNumber === true && String(Number(node.id)) === node.id ? Number(node.id) : node.id
		}),
		...more,
		ideas: ranked(node.children),
		...(Object.keys(attributes).length > 0 && { attr: attributes })
	};
}

function table(value: unknown): Table {
	return isRecord(value) ? (value as Table) : {};
}
