import type { About, Debate } from '#lib/core/model/debate.ts';
import type { Item } from '#lib/core/model/item.ts';
import type { Json } from '#lib/core/decode.ts';
import type { Result } from '#lib/core/result.ts';
import type { Loss } from './losses.ts';
import type { Sample } from './sample.ts';

/** Something about a text that was read: a thing dropped, repaired or not understood, at its place. */
export interface Remark {
	/** From 1; 0 where no place is known. */
	readonly line: number;
	/** From 1; 0 where no place is known. */
	readonly column: number;
	/** Stable, for programs: `dangling`, `duplicate-id`, `missing-blank-line`. */
	readonly code: string;
	/** For people, in plain English. */
	readonly message: string;
}

/** The format's own counts, under its own names: `nodes`, `edges`, `rules`. */
export type Native = { readonly [name: string]: Json };

/** What a reader understood. Items refer only to each other; `plant` makes steps of them. */
export interface Reading {
	readonly about: About;
	readonly items: readonly Item[];
	/** What was dropped, repaired or not understood, in the order of the text. */
	readonly warnings: readonly Remark[];
	readonly native: Native;
}

/** Why nothing could be read. The counts are there where at least they could be taken. */
export interface Refusal {
	readonly errors: readonly Remark[];
	readonly native: Native;
}

export interface Writing {
	readonly text: string;
	/** What the debate holds and the text does not, each once. */
	readonly lost: readonly Loss[];
}

/** Another file of the same name: brat keeps the text beside the marks. `null` where there is none. */
export type Beside = (suffix: string) => string | null;

/**
 * One way in which argument maps are written down. A reader never throws: it gives all that can be understood, with
 * remarks on the rest, or refuses with the places at fault. What a writer does not report lost, the reader gives
 * back. Foreign ids and whatever else the model has no place for stay in `ext[name]`; the foreign id of an item as
 * `ext[name].id`.
 */
export interface Format {
	/** As on the command line and in `ext`. */
	readonly name: string;
	readonly title: string;
	/** Without dot, the usual one first. */
	readonly suffixes: readonly string[];
	readonly media: string;
	/** Whether a text is of this format, by its content; never by its name. Cheap, and never throws. */
	recognises(sample: Sample): boolean;
	/** Whether what it recognises could as well be something else, so that the name of a file decides. */
	readonly isLoose?: true;
	/** Whether a text that only its name gives away could be of this format; where it is not said, it could not. */
	accepts?(sample: Sample): boolean;
	/** Whether every text of this format is refused: it is there only to be named. */
	readonly isRefused?: boolean;
	read?(text: string, beside: Beside): Result<Reading, Refusal>;
	/** The format's own counts where it is not read. */
	counts?(text: string): Native;
	write?(debate: Debate): Writing;
}

/** A refusal with one error. */
export function refusal(code: string, message: string, line = 0, column = 0, native: Native = {}): Refusal {
	return { errors: [{ line, column, code, message }], native };
}

/** What readers accept at most. */
export const BOUNDS = { bytes: 20 * 1024 * 1024, depth: 256, claims: 50_000 } as const;
