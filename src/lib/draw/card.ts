import { Debate } from '#lib/core/model/debate.ts';
import type { Argument, Claim, Id, Item } from '#lib/core/model/item.ts';
import { wordsOf as said } from '#lib/core/model/words.ts';
import { evidenceOn, uses } from '#lib/core/model/questions.ts';
import type { Style } from './text/measure.ts';
import { wrap, type Wrapped } from './text/wrap.ts';

/**
 * The look of cards in map units, the same on the page and on paper. A map unit is a pixel at 100 % zoom and 100 %
 * text; where text is larger, units are, and cards have fewer of them from left to right.
 */
export const CARD = {
	width: 240,
	rootWidth: 320,
	padding: 12,
	radius: 8,
	lines: 6,
	/** The line that says that there is more. */
	more: 20,
	/** The row of marks below the words, on cards that have any. */
	footer: 24,
	text: { size: 15, weight: 400 } as Style,
	lineHeight: 21,
	rootText: { size: 18, weight: 600 } as Style,
	rootLineHeight: 25
} as const;

/** What twice the text adds to the width of a card in pixels: far less than as much again, so that a phone shows it whole. */
const GROWTH = { width: 96, rootWidth: 16 } as const;

/** How the words of a card are set. */
export interface Setting {
	readonly style: Style;
	/** From one line to the next. */
	readonly step: number;
	/** Of the card, its padding included. */
	readonly width: number;
	/** So many lines at most. */
	readonly lines: number;
}

/** How words are set at a size of text: narrower in units the larger it is, and in as many more lines as that takes. */
export function settingOf(isRoot: boolean, text: number): Setting {
	const [style, step] = isRoot ? [CARD.rootText, CARD.rootLineHeight] : [CARD.text, CARD.lineHeight];
	const usual = isRoot ? CARD.rootWidth : CARD.width;
	const growth = isRoot ? GROWTH.rootWidth : GROWTH.width;
	const width = Math.round((usual + growth * (text - 1)) / text);
	const narrower = (usual - 2 * CARD.padding) / (width - 2 * CARD.padding);
	return { style, step, width, lines: Math.ceil(CARD.lines * narrower) };
}

/** The words of a card, broken into its lines; all of them, where that is wished for. */
export function broken(words: string, isRoot: boolean, text: number, isWhole = false): Wrapped {
	const { style, width, lines } = settingOf(isRoot, text);
	return wrap(words, style, width - 2 * CARD.padding, isWhole ? Infinity : lines);
}

/** The words of a card as they are broken, and what it shows besides. */
export interface Card {
	readonly id: Id;
	readonly kind: 'claim' | 'argument' | 'evidence';
	readonly lines: readonly string[];
	readonly isCut: boolean;
	readonly isRoot: boolean;
	/** A row of marks stands below the words. */
	readonly hasMarks: boolean;
	readonly width: number;
	readonly height: number;
}

/** Items of which cards have all the words. */
const whole = new WeakSet<Item>();

/** The same debate with all the words on every card, however many lines they take: on paper nobody can ask for more. */
export function inFull(debate: Debate): Debate {
	const long = new Set<Item>();
	for (const item of debate.items()) if (isLong(item)) long.add(item);
	if (long.size === 0) return debate;
	const full = new Debate();
	full.about = debate.about;
	for (const item of debate.items()) {
		const copy = long.has(item) ? { ...item } : item;
		if (copy !== item) whole.add(copy);
		full.set(copy);
	}
	return full;
}

/** Fewer signs than these always fit. */
const SHORT = 60;

function isLong(item: Item): boolean {
	if (item.kind !== 'evidence' && !isPlaced(item)) return false;
	const words = wordsOf(item);
	if (words.length < SHORT && !words.includes('\n')) return false;
	return cardOf(item, false, false).isCut || cardOf(item, true, false).isCut;
}

const kept = new WeakMap<Item, Map<number, Card[]>>();

/** The card of a claim, an argument or a piece of evidence; worked out once for each wording and size of text. */
export function cardOf(item: Item, isRoot: boolean, hasMarks: boolean, text = 1): Card {
	let bySize = kept.get(item);
	if (!bySize) kept.set(item, (bySize = new Map()));
	let known = bySize.get(text);
	if (!known) bySize.set(text, (known = []));
	return (known[Number(isRoot) * 2 + Number(hasMarks)] ??= compose(item, isRoot, hasMarks, text));
}

function compose(item: Item, isRoot: boolean, hasMarks: boolean, text: number): Card {
	const { step, width } = settingOf(isRoot, text);
	const { lines, isCut } = broken(wordsOf(item), isRoot, text, whole.has(item));
	const words = lines.length * step;
	const height = 2 * CARD.padding + words + (isCut ? CARD.more : 0) + (hasMarks ? CARD.footer : 0);
	const kind = item.kind === 'evidence' || item.kind === 'argument' ? item.kind : 'claim';
	return { id: item.id, kind, lines, isCut, isRoot, hasMarks, width, height };
}

/** What a card says; a quotation is shown as one. */
export function wordsOf(item: Item): string {
	const words = said(item);
	return item.kind === 'evidence' && item.form === 'quotation' && words !== '' ? `“${words}”` : words;
}

/** Whether a card has marks of its own, besides what is folded below it and circles. */
export function isMarked(debate: Debate, item: Item): boolean {
	if ((item.kind === 'claim' && item.unstated) || (isPlaced(item) && item.pin)) return true;
	if (uses(debate, item.id) > 1) return true;
	for (const id of debate.referrers(item.id, 'target')) if (debate.get(id)?.kind === 'evidence') return true;
	return false;
}

function isPlaced(item: Item): item is Claim | Argument {
	return item.kind === 'claim' || item.kind === 'argument';
}

export interface Marks {
	readonly evidenceFor: number;
	readonly evidenceAgainst: number;
	readonly uses: number;
	readonly isUnstated: boolean;
	readonly isPinned: boolean;
}

/** The small marks of a card. */
export function marksOf(debate: Debate, item: Item): Marks {
	const evidence = evidenceOn(debate, item.id);
	const evidenceFor = evidence.filter(({ bearing }) => bearing === 'for').length;
	return {
		evidenceFor,
		evidenceAgainst: evidence.length - evidenceFor,
		uses: uses(debate, item.id),
		isUnstated: item.kind === 'claim' && item.unstated,
		isPinned: isPlaced(item) && item.pin !== null
	};
}
