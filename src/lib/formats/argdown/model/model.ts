import type { Id } from '#lib/core/model/item.ts';
import type { Content } from '../syntax/tree.ts';
import type { Data } from '../syntax/data.ts';

/** All statements of one title: one claim in so many wordings. */
export interface Class {
	readonly is: 'class';
	/** `null` for a statement without title, which is a class of its own. */
	readonly title: string | null;
	readonly members: Member[];
	tags: ReadonlySet<string>;
	section: Section | null;
	/** Where it is first spoken of: an offset into the text. */
	readonly start: number;
	/** Of the item that it becomes; `''` before that. */
	id: Id;
}

export interface Argument {
	readonly is: 'argument';
	/** `null` for a structure without an argument before it. */
	readonly title: string | null;
	readonly members: Member[];
	tags: ReadonlySet<string>;
	lines: Step[];
	section: Section | null;
	/** Where it is first spoken of: an offset into the text. */
	readonly start: number;
	/** Of the item that it becomes; `''` before that. */
	id: Id;
}

/** One place where a class or an argument is written down. */
export interface Member extends Content {
	readonly isReference: boolean;
	readonly data: Data;
	readonly start: number;
}

/** A line of a premise-conclusion structure. */
export interface Step {
	readonly class: Class;
	readonly number: string;
	readonly inference: Inferred | null;
}

export interface Inferred {
	readonly is: 'inference';
	readonly rules: readonly string[];
	readonly data: Data;
	readonly start: number;
	/** Of the item that it becomes; `''` before that. */
	id: Id;
}

export const SENSES = ['support', 'attack', 'undercut', 'contradictory', 'entails', 'contrary'] as const;
export type Sense = (typeof SENSES)[number];
export type End = Class | Argument | Inferred;

export interface Relation {
	sense: Sense;
	from: End;
	to: End;
	readonly start: number;
	/** Of the item that it becomes; `''` before that. */
	id: Id;
}

export interface Section {
	readonly title: string;
	readonly level: number;
	readonly parent: Section | null;
	readonly tags: readonly string[];
	readonly data: Data;
	/** Of the item that it becomes; `''` before that. */
	id: Id;
}

/** What a text says once everything that bears one title is one thing. */
export interface Model {
	readonly classes: Class[];
	readonly arguments: Argument[];
	/** All of these in the order of the text. */
	readonly things: readonly (Class | Argument)[];
	/** Those of them that have data. */
	readonly withData: Iterable<Class | Argument>;
	readonly relations: Relation[];
	readonly sections: Section[];
	readonly tags: ReadonlySet<string>;
}

/** What nothing says. */
export const EMPTY: Model = {
	classes: [],
	arguments: [],
	things: [],
	withData: [],
	relations: [],
	sections: [],
	tags: new Set()
};
