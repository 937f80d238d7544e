import type { Json } from '#lib/core/decode.ts';
import type { Debate } from '#lib/core/model/debate.ts';
import type { Writing } from '../format.ts';
import { isRecord } from '../sample.ts';
import { paragraphs } from '../tree/html.ts';
import type { Fields, Node } from '../tree/node.ts';
import { outlined } from '../tree/outline.ts';
import { isFor, senseOf } from '../tree/signs.ts';
import { isTitled } from '../tree/titles.ts';
import { noteUnfit, OWN, restored, tag, textTable } from '../tree/xml.ts';
import { carriedParts, isNote, isRichText, isSide, notesOf, partOf, sideOf, textOf } from './parts.ts';

/**
 * Writes a mind map of Freeplane, with icons for reasons and objections. What it has no place for is in attributes of
 * ours, which Freeplane shows; what was read with a node comes back.
 */
export function writeFreemind(debate: Debate): Writing {
	const { nodes, lost } = outlined(debate, { format: 'freemind', collapses: () => true });
	noteUnfit(lost, debate, nodes);
	const kept = nodes[0]?.carried['map'];
	const map = isRecord(kept) ? (kept as Readonly<Record<string, Json>>) : {};
	const isNode = map['isNode'] === true && isTitled(debate, nodes);
	const { title, summary } = debate.about;
	const below = nodes.map((node) => nodeText(node, isNode ? 1 : 2, 'top'));
	const canvas = [
		...own({ kind: 'debate', ...(summary !== '' && { summary }) }, 2),
		...list(map['canvas']).map((part) => `\t\t${restored(part)}`),
		...below
	];
	const content = [
		...list(map['parts']).map((part) => `\t${restored(part)}`),
		...(isNode ? below : [tag('node', { TEXT: title }, canvas, 1)])
	];
	const attributes = { version: 'freeplane 1.9.13', ...textTable(map['attributes']) };
	return { text: `${tag('map', attributes, content)}\n`, lost: lost.list() };
}

type Above = 'top' | 'relation' | 'other';

/** A node with all below it; no deeper than outlines go. */
function nodeText(node: Node, level: number, above: Above): string {
	const carried = carriedParts(node.carried['parts']);
	const parts = partsOf(node, carried, above);
	const isRich = carried.some((part) => isRichText(partOf(part)));
	const known = textTable(node.carried['attributes']);
	const { TEXT: _, ...others } = known;
	const isAsRead =
		textOf(known, carried.map(partOf)) === node.text &&
		(isRich || known['TEXT'] !== undefined || known['LOCALIZED_TEXT'] !== undefined);
	const attributes = {
		...(isAsRead ? known : { TEXT: node.text, ...others }),
		...(node.id !== '' && { ID: node.id })
	};
	const kept = parts.filter((part) => isAsRead || !isRichText(partOf(part)));
	const kind = node.fields['kind'] === 'relation' ? 'relation' : 'other';
	return tag(
		'node',
		attributes,
		[
			...kept.map((part) => `${'\t'.repeat(level + 1)}${restored(part)}`),
			...own(fieldsOf(node, kept, above), level + 1),
			...noteLines(node, kept, level + 1),
			...node.children.map((child) => nodeText(child, level + 1, kind))
		],
		level
	);
}

/** The parts that a node was read with, less what no longer holds, and with an icon for its side. */
function partsOf({ fields, carried }: Node, parts: readonly Json[], above: Above): readonly Json[] {
	const notes = fields['notes'] ?? '';
	const isNoted = notesOf(parts.map(partOf)) === notes;
	const kept = isNoted ? parts : parts.filter((part) => !isNote(partOf(part)));
	if (above === 'top' && fields['kind'] !== 'relation') return kept;
	const relation = senseOf(fields['relation']);
	if (above === 'relation' && relation === null) return kept;
	const side = relation === null || isFor(relation) ? 'support' : 'attack';
	const shown = sideOf(kept.map(partOf));
	if (shown === side || (shown === null && side === 'support' && Object.keys(carried).length > 0))
		return kept;
	const others = kept.filter((part) => !isSide(partOf(part)));
	if (relation === null && shown === null) return kept;
	return [['icon', { BUILTIN: side === 'support' ? 'button_ok' : 'button_cancel' }], ...others];
}

/** What attributes of ours have to say: all that icons and notes do not. */
function fieldsOf({ fields }: Node, parts: readonly Json[], above: Above): Fields {
	const { relation, notes, ...rest } = fields;
	const isShown = above === 'other' && relation !== undefined && sideOf(parts.map(partOf)) === relation;
	const isNoted = notes === undefined || notesOf(parts.map(partOf)) === notes || reducible(notes);
	return {
		...(relation !== undefined && !isShown && { relation }),
		...(!isNoted && { notes }),
		...rest
	};
}

/** Whether a note comes back from paragraphs as it is. */
function reducible(notes: string): boolean {
	return notes.split('\n').every((line) => line !== '' && line === line.replaceAll(/\s+/g, ' ').trim());
}

function noteLines({ fields: { notes } }: Node, parts: readonly Json[], level: number): string[] {
	if (notes === undefined || notesOf(parts.map(partOf)) === notes) return [];
	const body = paragraphs(notes).map((line) => restored(['p', {}, line]));
	const indent = '\t'.repeat(level);
	return [
		`${indent}<richcontent TYPE="NOTE"><html><head/><body>${body.join('')}</body></html></richcontent>`
	];
}

function own(fields: Fields, level: number): string[] {
	return Object.entries(fields).map(([key, VALUE]) =>
		tag('attribute', { NAME: OWN + key, VALUE }, [], level)
	);
}

function list(value: Json | undefined): readonly Json[] {
	return Array.isArray(value) ? (value as readonly Json[]) : [];
}
