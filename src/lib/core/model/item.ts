import type { Json } from '../decode.ts';

/** Made by the author: 128 random bits as 22 characters, or what a test or an import hands in. */
export type Id = string;

/** Everything a debate is made of. Each kind has all its fields, always: absence is `''`, `null` or `[]`. */
export type Item = Claim | Argument | Relation | Evidence | Source | Group;
export const KINDS = ['claim', 'argument', 'relation', 'evidence', 'source', 'group'] as const;
export type Kind = (typeof KINDS)[number];

/** What a foreign format carried and we do not, by the format's name. */
export type Ext = { readonly [format: string]: Json };

interface Common {
	readonly id: Id;
	readonly ext: Ext;
}

interface Placed {
	/** Fractional key among siblings (`order.ts`): roots for claims and arguments, a target's reasons for relations. */
	readonly order: string;
}

interface Annotated {
	readonly tags: readonly string[];
	readonly notes: string;
	/** Where a person put the card, in map units; `null` leaves it to the layout. */
	readonly pin: Point | null;
	readonly group: Id | null;
}

export interface Point {
	readonly x: number;
	readonly y: number;
}

/** A statement that can be true or false. */
export interface Claim extends Common, Placed, Annotated {
	readonly kind: 'claim';
	readonly text: string;
	readonly title: string;
	/** Nobody said it, but a reason needs it: shown dashed and listed under assumptions. */
	readonly unstated: boolean;
	/** Other words for the same claim. */
	readonly wordings: readonly Wording[];
	readonly basis: Basis;
	readonly standard: Standard;
}

export interface Wording {
	readonly id: Id;
	readonly text: string;
}

/** `auto`: given until a reason is drawn. `given`: taken at face value. `open`: must be argued for. */
export const BASES = ['auto', 'given', 'open'] as const;
export type Basis = (typeof BASES)[number];

/** How reasons for and against are weighed (Gordon, Prakken, Walton 2007). */
export const STANDARDS = ['balanced', 'strict', 'scintilla'] as const;
export type Standard = (typeof STANDARDS)[number];

/** A named reason: sketched in words, or spelled out as `steps`, relations in order. */
export interface Argument extends Common, Placed, Annotated {
	readonly kind: 'argument';
	readonly title: string;
	readonly descriptions: readonly string[];
	readonly steps: readonly Id[];
}

export const SENSES = ['support', 'attack', 'rephrase', 'contrary', 'contradictory', 'entails'] as const;
export type Sense = (typeof SENSES)[number];

/** One inference: its premises together bear on one target. */
export interface Relation extends Common, Placed {
	readonly kind: 'relation';
	readonly sense: Sense;
	/** In order. The editor makes one or more; imported data may have none. */
	readonly premises: readonly Premise[];
	/** A claim, an argument, another relation (undercut) or a piece of evidence. `null` only in imported data. */
	readonly target: Id | null;
	readonly scheme: string;
	readonly notes: string;
}

export interface Premise {
	readonly id: Id;
	readonly role: string;
	readonly negated: boolean;
}

export const FORMS = ['quotation', 'figure', 'finding'] as const;
export type Form = (typeof FORMS)[number];
export const BEARINGS = ['for', 'against'] as const;
export type Bearing = (typeof BEARINGS)[number];
export const RATINGS = ['weak', 'moderate', 'good', 'strong'] as const;
export type Rating = (typeof RATINGS)[number];

/** A quotation, figure or finding that stands for or against a claim, an argument or a relation. */
export interface Evidence extends Common, Placed {
	readonly kind: 'evidence';
	readonly form: Form;
	readonly text: string;
	readonly bearing: Bearing;
	readonly target: Id;
	readonly source: Id | null;
	/** Page, paragraph or time: where in the source. */
	readonly locator: string;
	readonly credibility: Credibility | null;
	readonly notes: string;
}

export interface Credibility {
	readonly rating: Rating;
	readonly reason: string;
}

/** A work that can be cited; the fields are CSL-JSON's, under their own names. */
export interface Source extends Common {
	readonly kind: 'source';
	readonly type: SourceType;
	readonly title: string;
	readonly author: readonly Name[];
	/** As CSL's `issued`: year, or year-month, or year-month-day; `''` when unknown. */
	readonly issued: string;
	readonly containerTitle: string;
	readonly publisher: string;
	readonly DOI: string;
	readonly URL: string;
}

export const SOURCE_TYPES = [
	'article-journal',
	'article-newspaper',
	'book',
	'chapter',
	'report',
	'speech',
	'thesis',
	'treaty',
	'webpage',
	'document'
] as const;
export type SourceType = (typeof SOURCE_TYPES)[number];

/** A person has a family and perhaps a given name; an institution has only `family`. */
export interface Name {
	readonly family: string;
	readonly given: string;
}

/** A section, a box, or an issue (rival positions) that claims and arguments belong to. Groups form a tree. */
export interface Group extends Common, Placed {
	readonly kind: 'group';
	readonly form: 'section' | 'box' | 'issue';
	readonly title: string;
	readonly parent: Id | null;
}
