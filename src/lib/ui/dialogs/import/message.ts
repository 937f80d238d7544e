import type { Counts } from '#lib/formats/counts.ts';
import type { Reading, Remark } from '#lib/formats/format.ts';

/** A file as it was dropped, chosen or pasted. */
export interface Offered {
	readonly name: string;
	readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What the page asks the worker: to read the first of the files; the others may stand beside it. */
export interface Request {
	readonly files: readonly Offered[];
	/** The format to read it as, whatever it looks like. */
	readonly as?: string | undefined;
}

/** What was understood, ready to be looked at before anything is stored. */
export interface Understood {
	readonly is: 'read';
	/** The format's name, and its title for people. */
	readonly format: string;
	readonly title: string;
	readonly reading: Pick<Reading, 'about' | 'items' | 'warnings'>;
	readonly counts: Counts;
	/** An SVG of its upper part; empty where it holds no map, such as a bibliography. */
	readonly picture: string;
	/** Names of files that were offered with it and have no part in it. */
	readonly left: readonly string[];
}

export type Answer =
	| Understood
	/** The format is known, but this text cannot be read. */
	| { readonly is: 'refused'; readonly title: string; readonly errors: readonly Remark[] }
	/** No format fits. */
	| { readonly is: 'unknown' };
