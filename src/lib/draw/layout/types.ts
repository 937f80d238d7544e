import type { Id, Point } from '#lib/core/model/item.ts';
import type { Card } from '../card.ts';

export interface Size {
	readonly width: number;
	readonly height: number;
}

/** A rectangle by its top left corner. Map units are pixels at 100 % zoom and 100 % text; y grows downward. */
export interface Box extends Point, Size {}

/** A card in its place. */
export interface CardBox extends Box, Card {
	/** How many cards are folded away below this one; 0 when nothing is. */
	readonly hidden: number;
	readonly isInLoop: boolean;
}

/** Where joined premises meet, or where an objection can hit an inference. */
export interface JointBox extends Box {
	readonly id: Id;
}

/** How a line looks: entailments and rephrasings as supports, contraries and contradictions as attacks. */
export type Sense = 'support' | 'attack' | 'undercut';

/** `premise` leads to a joint, `undercut` ends on the joint of the inference that it bears on, all else is a `stem`. */
export type Part = 'premise' | 'stem' | 'undercut';

export interface Line {
	/** Tells this line from all others of the layout. */
	readonly key: string;
	/** The relation that it belongs to, or the piece of evidence. */
	readonly relation: Id;
	readonly sense: Sense;
	readonly part: Part;
	/** The card or joint where it starts, and the one where it ends. */
	readonly from: Id;
	readonly to: Id;
	/** Corners, from the reason to what it bears on; every piece is level or upright. */
	readonly points: readonly Point[];
	/** The same as SVG path data, with rounded corners. It begins at `to`, so that dashes on a shared trunk fall together. */
	readonly path: string;
	/** Where the word of the relation is written; `null` for lines from a premise to its joint. */
	readonly label: Point | null;
	/** Where the end mark is drawn, and in which direction it points, in degrees; `null` where a line runs into a joint. */
	readonly end: (Point & { readonly angle: number }) | null;
	readonly isInLoop: boolean;
}

/** Where everything lies. */
export interface Layout {
	readonly cards: ReadonlyMap<Id, CardBox>;
	/** By the relation. */
	readonly joints: ReadonlyMap<Id, JointBox>;
	readonly lines: readonly Line[];
	/** What all of it takes, lines included; `null` for an empty map. */
	readonly bounds: Box | null;
	/** The line of a relation; of several, one. */
	lineOf(relation: Id): Line | undefined;
	/** The cards and joints that touch an area. */
	stopsWithin(area: Box): (CardBox | JointBox)[];
	/** The lines that may touch an area. */
	linesWithin(area: Box): Line[];
}

/** From the roots downwards, or from left to right. */
export const DIRECTIONS = ['down', 'right'] as const;
export type Direction = (typeof DIRECTIONS)[number];

export interface LayoutOptions {
	/** Cards whose branch is folded away. */
	readonly folded?: ReadonlySet<Id>;
	/** Only this card and what is below it. */
	readonly root?: Id | null;
	/** At most about so many cards, those nearest to the roots; the rest is left out. */
	readonly most?: number;
	/** The layout before a change: what can stay stays. It is gone on from, and cannot be asked any more. */
	readonly before?: Layout;
	/** Everything that changed since `before`, as `apply` tells it; without it, all is looked at anew. */
	readonly touched?: ReadonlySet<Id>;
	/** Which way the map grows from its roots. */
	readonly direction?: Direction;
	/** Wished width to height: 1.6 for a screen or a slide, 0.7 for an upright page. */
	readonly ratio?: number;
	/** How large text is, 1 for 100 %: all map units are, and cards have fewer of them from left to right. */
	readonly text?: number;
}
