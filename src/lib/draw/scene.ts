import type { Debate } from '#lib/core/model/debate.ts';
import type { Item } from '#lib/core/model/item.ts';
import { relationOf } from '#lib/core/model/questions.ts';
import { senseOf } from './forest/bearings.ts';
import { CARD, marksOf, wordsOf } from './card.ts';
import { boundsOf } from './layout/bounds.ts';
import { widthOf } from './text/measure.ts';
import type { Box, CardBox, JointBox, Layout, Line, Sense } from './layout/types.ts';

/** What a drawing says besides the words of the debate; handed in, so that it can be in any language. */
export interface Words {
	/** The word beside a line. */
	readonly sense: Readonly<Record<Sense, string>>;
	/** What each kind of line means, for the legend. */
	readonly legend: Readonly<Record<Sense, string>>;
	readonly evidenceFor: (count: number) => string;
	readonly evidenceAgainst: (count: number) => string;
	readonly uses: (count: number) => string;
	readonly hidden: (count: number) => string;
	readonly unstated: string;
	readonly more: string;
	readonly untitled: string;
	readonly description: (claims: number, relations: number) => string;
}

export interface SceneCard extends CardBox {
	/** All its words, for whoever hears or searches the drawing. */
	readonly words: string;
	readonly isUnstated: boolean;
	/** Evidence for and against, at the lower left. */
	readonly counts: readonly { readonly sense: Sense; readonly text: string; readonly words: string }[];
	/** Uses, folded branches and the like, at the lower right. */
	readonly badges: readonly string[];
	/** What stands below words that were cut; `null` where all are there. */
	readonly more: string | null;
}

export interface SceneJoint extends JointBox {
	readonly sense: Sense;
	/** Several premises meet here: a plus; else a dot that an objection ends on. */
	readonly isJoined: boolean;
}

/** A drawing, before it is written in any format: everything in it has its place, its words and its meaning. */
export interface Scene {
	readonly title: string;
	readonly description: string;
	/** What stands above the cards; `null` for what is not to be there. */
	readonly heading: { readonly title: string | null; readonly date: string | null };
	readonly cards: readonly SceneCard[];
	readonly joints: readonly SceneJoint[];
	readonly lines: readonly Line[];
	/** The word that stands at a line. */
	readonly word: Readonly<Record<Sense, string>>;
	readonly legend: readonly { readonly sense: Sense; readonly word: string; readonly meaning: string }[];
	readonly bounds: Box;
}

/** How the word at a line is set, and where beside it the mark of a circle stands. */
export const WORD = { size: 12, weight: 600 } as const;
export const LOOP = {
	at: 11,
	radius: 8,
	/** An arrow that comes back; no font needs to have it. */
	sign: 'M4,-2.5A4.7,4.7 0 1 0 4.6,1.5M5,-5.5V-2H1.5'
} as const;

const EMPTY: Box = { x: 0, y: 0, width: 0, height: 0 };

/** What stands around the cards. */
export interface Surroundings {
	readonly legend?: boolean;
	readonly title?: boolean;
	/** In words. */
	readonly date?: string | null;
}

/** The drawing of a debate, or of the branch that the layout holds. */
export function sceneOf(
	debate: Debate,
	layout: Layout,
	words: Words,
	{ legend = true, title = false, date = null }: Surroundings = {}
): Scene {
	const cards = [...layout.cards.values()].map((card) =>
		sceneCard(debate, debate.get(card.id)!, card, words)
	);
	const { lines } = layout;
	const used = new Set(lines.map(({ sense }) => sense));
	const senses = (['support', 'attack', 'undercut'] as const).filter((sense) => used.has(sense));
	const joints = [...layout.joints.values()].map((joint) => sceneJoint(debate, joint));
	const name = debate.about.title || words.untitled;
	return {
		title: name,
		heading: { title: title ? name : null, date },
		description: words.description(layout.cards.size, new Set(lines.map(({ relation }) => relation)).size),
		cards,
		joints,
		lines,
		word: words.sense,
		legend: (legend ? senses : []).map((sense) => ({
			sense,
			word: words.sense[sense],
			meaning: words.legend[sense]
		})),
		bounds: boundsOf([...cards, ...joints, ...lines.flatMap((line) => wordBox(line, words))], lines) ?? EMPTY
	};
}

/** What the word of a line takes, with the mark of a circle beside it. */
function wordBox({ label, sense, isInLoop }: Line, words: Words): Box[] {
	if (!label) return [];
	const half = widthOf(words.sense[sense], WORD) / 2;
	return [
		{
			x: label.x - half,
			y: label.y - 9,
			width: 2 * half + (isInLoop ? LOOP.at + LOOP.radius : 0),
			height: 18
		}
	];
}

function sceneJoint(debate: Debate, joint: JointBox): SceneJoint {
	const relation = relationOf(debate, joint.id)!;
	return { ...joint, sense: senseOf(debate, relation), isJoined: relation.premises.length > 1 };
}

function sceneCard(debate: Debate, item: Item, card: CardBox, words: Words): SceneCard {
	const marks = marksOf(debate, item);
	const counts = [
		{ sense: 'support' as const, text: `+${marks.evidenceFor}`, words: words.evidenceFor(marks.evidenceFor) },
		{
			sense: 'attack' as const,
			text: `−${marks.evidenceAgainst}`,
			words: words.evidenceAgainst(marks.evidenceAgainst)
		}
	].filter((_, at) => (at === 0 ? marks.evidenceFor : marks.evidenceAgainst) > 0);
	const badges = [
		...(marks.isUnstated ? [words.unstated] : []),
		...(marks.uses > 1 ? [words.uses(marks.uses)] : []),
		...(card.hidden > 0 ? [words.hidden(card.hidden)] : [])
	];
	return {
		...card,
		words: wordsOf(item),
		isUnstated: marks.isUnstated,
		counts,
		badges,
		more: card.isCut ? words.more : null
	};
}

/** Where the first line of a card's words has its baseline, and how far apart lines are. */
export function baseline(card: Pick<CardBox, 'isRoot'>): { first: number; step: number } {
	const step = card.isRoot ? CARD.rootLineHeight : CARD.lineHeight;
	const { size } = card.isRoot ? CARD.rootText : CARD.text;
	return { first: CARD.padding + (step + size * 0.72) / 2, step };
}
