import type { Answer, Confirmed, Submission } from '#lib/core/sync/message.ts';
import type { Step } from '#lib/core/edit/step.ts';
import type { Id } from '#lib/core/model/item.ts';
import type { Question, Rating } from '#lib/core/model/judgement/rating.ts';
import type { Judged, Judgement } from '#lib/core/model/judgement/tally.ts';
import type { Result } from '#lib/core/result.ts';

/** What a person may do with a debate. `owner` may also share and delete it. */
export type Right = 'read' | 'edit' | 'owner';

/** Why a store does not do what it is asked. `gap`: a change number was skipped; `expect` is the next one. */
export type StoreRefusal =
	| { readonly why: 'no such debate' }
	/** The debate has none of this id, or nobody is asked this about it. */
	| { readonly why: 'no such item' }
	| { readonly why: 'forbidden' }
	| { readonly why: 'already exists' }
	| { readonly why: 'epoch'; readonly epoch: string }
	| { readonly why: 'gap'; readonly expect: number }
	/** The disk is full or the file is read-only: nothing was written, reading goes on. */
	| { readonly why: 'unwritable' };

export interface DebateCard {
	readonly id: Id;
	readonly title: string;
	readonly right: Right;
	readonly claims: number;
	/** Milliseconds; the server's clock. */
	readonly changed: number;
	readonly sample: boolean;
}

export interface Hit {
	readonly debate: Id;
	readonly debateTitle: string;
	/** The item that holds the words: a claim, an argument, evidence or a source. */
	readonly item: Id;
	readonly kind: 'claim' | 'argument' | 'evidence' | 'source';
	readonly text: string;
}

/** Who acts: a person, known by a session. `null` is the program itself, which may do everything. */
export type Actor = Id | null;

/**
 * Where debates live. Asynchronous in its type only, so that a second engine can come. An answer that says "done"
 * means that it is on disk. Every function that takes an actor checks the actor's right itself.
 */
export interface Store {
	/** A new debate, owned by `owner` (nobody when `null`), made of `steps`, with log entry 1. */
	create(debate: NewDebate): Promise<Result<{ seq: number }, StoreRefusal>>;
	/** Debates that the actor has a right to, last changed first. */
	list(actor: Actor): Promise<DebateCard[]>;
	/** What the actor may do with the debate; `null` when it does not exist or is not theirs to see. */
	right(actor: Actor, debate: Id): Promise<Right | null>;
	/** The whole debate as JSON bytes of a `Snapshot`, and the sequence number that it shows. */
	snapshot(debate: Id): Promise<Result<{ seq: number; epoch: string; json: Uint8Array }, StoreRefusal>>;
	/** Applies a client's changes, once each, in order (`reliability` rules S…). Needs the right to edit. */
	append(debate: Id, actor: Actor, submission: Submission): Promise<Result<Answer, StoreRefusal>>;
	/** Confirmed changes after `seq`, at most `limit` of them, oldest first. */
	since(debate: Id, seq: number, limit: number): Promise<Result<Confirmed[], StoreRefusal>>;
	/** The number of the last change. */
	head(debate: Id): Promise<Result<{ seq: number; epoch: string }, StoreRefusal>>;
	/** Words in claims, arguments, evidence and sources of debates that the actor may read; within one if given. */
	search(actor: Actor, query: string, options: { debate?: Id; limit: number }): Promise<Hit[]>;
	/** Takes the debate away with its log. Needs the owner's right. */
	remove(debate: Id, actor: Actor): Promise<Result<null, StoreRefusal>>;

	/** The secret link of the debate that grants `right`, made on first asking. Needs the owner's right. */
	link(debate: Id, actor: Actor, right: 'read' | 'edit'): Promise<Result<{ token: string }, StoreRefusal>>;
	/** Makes the link of that right useless; the next `link` makes another. Rights taken through it end. */
	revoke(debate: Id, actor: Actor, right: 'read' | 'edit'): Promise<Result<null, StoreRefusal>>;
	/** Gives the person the right that the link carries, unless they have a higher one. */
	follow(token: string, person: Id): Promise<Result<{ debate: Id; right: Right }, StoreRefusal>>;

	/**
	 * Keeps the actor's answer about an item, in place of the one before: no change of the debate, and in no log. Needs
	 * the right to read. Says what the actor may know about the item from now on.
	 */
	rate(debate: Id, actor: Actor, item: Id, rating: Rating): Promise<Result<Judgement, StoreRefusal>>;
	/** Takes the actor's answer back. */
	unrate(debate: Id, actor: Actor, item: Id, question: Question): Promise<Result<Judgement, StoreRefusal>>;
	/** The actor's own answers about an item; what all answered only where the actor did, about the words as they are. */
	judgement(debate: Id, actor: Actor, item: Id): Promise<Result<Judgement, StoreRefusal>>;
	/** The same for everything in the debate that the actor has answered something about. */
	judgements(debate: Id, actor: Actor): Promise<Result<Judged[], StoreRefusal>>;

	/** A person without account; `local` is the one person of a server that only this machine can reach. */
	addPerson(person: { id: Id; local: boolean; at: number }): Promise<Result<null, StoreRefusal>>;
	localPerson(): Promise<Id | null>;
	/** Keeps the hash of the secret that leads back to the person, in place of the one before. */
	setRecovery(who: Id, hash: string): Promise<Result<null, StoreRefusal>>;
	hasRecovery(who: Id): Promise<boolean>;
	/** The person whose secret has this hash. */
	recovered(hash: string): Promise<Id | null>;
	/** What `from` may do, `to` may do as well from now on; what `from` rated, `to` has rated. */
	takeAlong(from: Id, to: Id): Promise<Result<null, StoreRefusal>>;
	/** Forgets guests to whom nothing leads any more. */
	sweep(): Promise<Result<null, StoreRefusal>>;

	/** Whether the sample was put in once; it does not come back when it was removed. */
	isSeeded(): Promise<boolean>;
	markSeeded(): Promise<Result<null, StoreRefusal>>;

	/** Rebuilds the debate from its log, checks the hash chain, and compares with the rows. */
	verify(debate: Id): Promise<Result<{ changes: number }, { at: number; message: string }>>;
	/** All debates, for `verify` and backups. */
	debates(): Promise<Id[]>;
	close(): void;
}

export interface NewDebate {
	readonly id: Id;
	readonly owner: Actor;
	readonly steps: readonly Step[];
	readonly at: number;
	readonly sample?: boolean;
}
