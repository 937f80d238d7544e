import { list, nullable, object, oneOf, text, whole, type Decoder } from '../decode.ts';
import { id } from '../model/decodeId.ts';
import { about } from '../model/decodeAbout.ts';
import { item } from '../model/decodeItem.ts';
import type { About } from '../model/debate.ts';
import type { Id, Item } from '../model/item.ts';
import { MOST, steps, type Refusal, type Step } from '../edit/step.ts';

/** What one person did at once: taken whole or not at all, undone as one. `n` counts a client's changes from 1. */
export interface Change {
	readonly n: number;
	readonly steps: readonly Step[];
}

/** A change that the server has written down, at its place in the one order that all agree on. */
export interface Confirmed extends Change {
	readonly seq: number;
	/** A client is one browser tab. */
	readonly client: Id;
	/** The person, or `null` for the program itself. */
	readonly actor: Id | null;
	/** The server's clock, in milliseconds; never used for order. */
	readonly at: number;
}

/** A whole debate as of `seq`. */
export interface Snapshot {
	readonly id: Id;
	readonly seq: number;
	/** Differs after a backup was put back: then a client starts anew and sends its pending changes again. */
	readonly epoch: string;
	readonly about: About;
	readonly items: readonly Item[];
}

/** What a client sends: its pending changes, and how far it has read. */
export interface Submission {
	readonly client: Id;
	readonly epoch: string;
	readonly since: number;
	readonly changes: readonly Change[];
}

/** What became of change `n`: its place, or why not. A refused number is used up all the same. */
export type Ack =
	| { readonly n: number; readonly seq: number }
	| { readonly n: number; readonly refusal: { readonly at: number; readonly refusal: Refusal } };

/** The answer to a submission: it is on disk. `news` is everything after `since`, the client's own included. */
export interface Answer {
	readonly acks: readonly Ack[];
	readonly head: number;
	readonly news: readonly Confirmed[];
}

/** At most so many changes in one submission. */
export const MOST_CHANGES = 64;

const COUNT = whole(1, Number.MAX_SAFE_INTEGER);

/** A pending change from outside: what a client sends, and what it kept in the browser. */
export const change: Decoder<Change> = object<Change>({ n: COUNT, steps });

/** A submission from outside. */
export const submission: Decoder<Submission> = object<Submission>({
	client: id,
	epoch: text(64, 1),
	since: whole(0, Number.MAX_SAFE_INTEGER),
	changes: list(change, MOST_CHANGES)
});

/** A confirmed change from outside. */
export const confirmed: Decoder<Confirmed> = object<Confirmed>({
	n: COUNT,
	steps,
	seq: COUNT,
	client: id,
	actor: nullable(id),
	at: whole(0, Number.MAX_SAFE_INTEGER)
});

const REFUSALS = [
	'already exists',
	'does not exist',
	'would dangle',
	'does not fit',
	'stale',
	'would loop',
	'too many'
] as const satisfies readonly Refusal[];

const taken = object<Extract<Ack, { seq: number }>>({ n: COUNT, seq: COUNT });
const refused = object<Extract<Ack, { refusal: object }>>({
	n: COUNT,
	refusal: object<{ at: number; refusal: Refusal }>({ at: whole(0, MOST.steps), refusal: oneOf(REFUSALS) })
});

/** The server's answer, as a client reads it. */
export const answer: Decoder<Answer> = object<Answer>({
	acks: list<Ack>((value, path) => (has(value, 'refusal') ? refused : taken)(value, path), MOST_CHANGES),
	head: whole(0, Number.MAX_SAFE_INTEGER),
	news: list(confirmed, Number.MAX_SAFE_INTEGER)
});

/** A whole debate, as a client reads it. */
export const snapshot: Decoder<Snapshot> = object<Snapshot>({
	id,
	seq: whole(0, Number.MAX_SAFE_INTEGER),
	epoch: text(64, 1),
	about,
	items: list(item, MOST.items)
});

function has(value: unknown, key: string): boolean {
	return typeof value === 'object' && value !== null && key in value;
}
