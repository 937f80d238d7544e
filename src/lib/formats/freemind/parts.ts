import type { Json } from '#lib/core/decode.ts';
import type { Sense } from '#lib/core/model/item.ts';
import type { Element } from '../carriers/xml.ts';
import { isRecord } from '../sample.ts';
import { htmlWords, isHtml, wordsOf } from '../tree/html.ts';
import { textTable } from '../tree/xml.ts';
import type { Fields } from '../tree/node.ts';

/** What a node of a mind map holds beside nodes, whether just read or carried: an element without its place. */
export interface Part {
	readonly name: string;
	readonly attributes: Fields;
	readonly children: readonly (Element | string)[];
}

/** Icons with which people say that a thought is for or against the one above it. */
const SIDES: Readonly<Record<string, Sense>> = {
	button_ok: 'support',
	'emoji-2795': 'support',
	'emoji-2714': 'support',
	'emoji-2705': 'support',
	'emoji-1F44D': 'support',
	addition: 'support',
	button_cancel: 'attack',
	'emoji-2796': 'attack',
	'emoji-274C': 'attack',
	'emoji-2716': 'attack',
	'emoji-1F44E': 'attack',
	subtraction: 'attack'
};

/** What the icons among `parts` say; `null` where they say nothing, or both. */
export function sideOf(parts: readonly Part[]): Sense | null {
	const sides = new Set(parts.filter(isSide).map(({ attributes }) => SIDES[attributes['BUILTIN'] ?? '']!));
	return sides.size === 1 ? [...sides][0]! : null;
}

/** Whether a part is an icon that says a side. */
export function isSide({ name, attributes }: Part): boolean {
	return name === 'icon' && (attributes['BUILTIN'] ?? '') in SIDES;
}

/** The words of a node: its attribute, or its formatted text. */
export function textOf(attributes: Fields, parts: readonly Part[]): string {
	const { TEXT, LOCALIZED_TEXT } = attributes;
	const rich = richOf(parts, 'NODE');
	if (rich && TEXT === undefined) return wordsOf(rich);
	const text = TEXT ?? LOCALIZED_TEXT ?? '';
	return isHtml(text) ? htmlWords(text) : text;
}

/** Details and note of a node, as one text. */
export function notesOf(parts: readonly Part[]): string {
	return [richOf(parts, 'DETAILS'), richOf(parts, 'NOTE')]
		.map((part) => (part ? wordsOf(part) : ''))
		.filter((words) => words !== '')
		.join('\n\n');
}

export function isNote({ name, attributes }: Part): boolean {
	return name === 'richcontent' && (attributes['TYPE'] === 'NOTE' || attributes['TYPE'] === 'DETAILS');
}

export function isRichText({ name, attributes }: Part): boolean {
	return name === 'richcontent' && (attributes['TYPE'] ?? 'NODE') === 'NODE';
}

function richOf(parts: readonly Part[], type: string): Part | undefined {
	return parts.find(
		({ name, attributes }) => name === 'richcontent' && (attributes['TYPE'] ?? 'NODE') === type
	);
}

/** A carried element (`kept`) as it was. */
export function partOf(value: Json): Part {
	const [name, attributes, ...children] = Array.isArray(value) ? (value as readonly Json[]) : [];
	return {
		name: typeof name === 'string' ? name : '',
		attributes: textTable(attributes),
		children: children.map((child) =>
			typeof child === 'string' ? child : { ...partOf(child), prefix: '', line: 0, column: 0 }
		)
	};
}

/** The carried elements of a node, in order. */
export function carriedParts(value: Json | undefined): readonly Json[] {
	return isRecord(value) ? (Object.values(value) as Json[]) : [];
}
