import { getContext, setContext } from 'svelte';
import { ABOUT } from '#lib/core/edit/apply.ts';
import type { Refusal, Step } from '#lib/core/edit/step.ts';
import type { About, Debate } from '#lib/core/model/debate.ts';
import type { Claim, Id, Item, Relation } from '#lib/core/model/item.ts';
import { ok, type Result } from '#lib/core/result.ts';
import type { Confirmed, Snapshot } from '#lib/core/sync/message.ts';
import { Replica } from '#lib/core/sync/replica.ts';
import { newId } from './id.ts';
import { Link, type LinkState } from './link.svelte.ts';
import type { Outbox } from './outbox.ts';
import { Past } from './past.svelte.ts';
import { Signals } from './signals.svelte.ts';

/** A function that reads a debate and answers with steps (`core/edit`). */
export type Command<A extends readonly unknown[]> = (debate: Debate, ...args: A) => readonly Step[];

/** Something a person must be told, as a value; `ui` puts it in words. */
export type Notice =
	/** A command or an undo could not be carried out; nothing changed. */
	| { readonly is: 'refused' | 'undo refused'; readonly refusal: Refusal }
	/** A change was taken back because the server refused it. `lost` holds words that it carried. */
	| { readonly is: 'taken back'; readonly refusal: Refusal; readonly lost: string }
	/** Somebody else reworded what one had just reworded; `lost` are one's own words. */
	| { readonly is: 'overwritten'; readonly id: Id; readonly lost: string };

export interface Opening {
	readonly snapshot: Snapshot;
	readonly right: 'read' | 'edit' | 'owner';
	readonly outbox: Outbox | null;
	/** Called instead of an edit where the person may only read: the page offers a copy. */
	readonly onReadOnly: (steps: readonly Step[]) => void;
}

/** One open debate on one page: what to show, how to change it, and how it stands with the server. */
export class Session {
	readonly id: Id;
	readonly right: Opening['right'];
	readonly past: Past;
	/** Grows with every change of anything. */
	revision = $state(0);
	notices = $state.raw<readonly Notice[]>([]);
	readonly #replica: Replica;
	readonly #link: Link;
	readonly #signals = new Signals();
	readonly #listeners = new Set<(touched: ReadonlySet<Id>) => void>();
	readonly #onReadOnly: Opening['onReadOnly'];
	/** One's own words by claim, while the server has not yet confirmed them or just has. */
	readonly #own = new Map<Id, string>();

	constructor({ snapshot, right, outbox, onReadOnly }: Opening) {
		this.id = snapshot.id;
		this.right = right;
		this.past = new Past(snapshot.id);
		this.#onReadOnly = onReadOnly;
		this.#replica = new Replica(newId(), snapshot);
		this.#link = new Link(snapshot.id, this.#replica, outbox, (news, touched, rejected) => {
			for (const { change, refusal } of rejected)
				this.#tell({ is: 'taken back', refusal, lost: wordsOf(change.steps) });
			this.#noticeOverwritten(news);
			this.#touch(touched);
		});
	}

	/** The debate as it is shown. Reading it is not tracked: use `item`, `watch` or `revision` for that. */
	get debate(): Debate {
		return this.#replica.debate;
	}

	get about(): About {
		this.watch(ABOUT);
		return this.debate.about;
	}

	get canEdit(): boolean {
		return this.right !== 'read';
	}

	/** How it stands with the server; `saved` means that everything is on its disk. */
	get state(): LinkState {
		return this.#link.state;
	}

	/** Tracks one item and everything that refers to it, without reading it. Returns the id. */
	watch(id: Id): Id {
		this.#signals.track(id);
		return id;
	}

	/** One item, tracked. */
	item(id: Id): Item | undefined {
		return this.debate.get(this.watch(id));
	}

	/** One claim, tracked. */
	claim(id: Id): Claim | undefined {
		const item = this.item(id);
		return item?.kind === 'claim' ? item : undefined;
	}

	/** One relation, tracked. */
	relation(id: Id): Relation | undefined {
		const item = this.item(id);
		return item?.kind === 'relation' ? item : undefined;
	}

	/** Carries out a command at once, and sends it. A refusal is told to the person as well as returned. */
	do<A extends readonly unknown[]>(command: Command<A>, ...args: A): Result<null, Refusal> {
		return this.take(command(this.debate, ...args));
	}

	/** Like `do`; steps of one topic in a row, such as typing in one claim, are undone together. */
	doWithin<A extends readonly unknown[]>(
		topic: string,
		command: Command<A>,
		...args: A
	): Result<null, Refusal> {
		return this.take(command(this.debate, ...args), topic);
	}

	/** Carries out steps as one change. No steps are no change. */
	take(steps: readonly Step[], topic: string | null = null): Result<null, Refusal> {
		if (steps.length === 0) return ok(null);
		if (!this.canEdit) {
			this.#onReadOnly(steps);
			return ok(null);
		}
		const done = this.#run(steps);
		if (!done.ok) {
			this.#tell({ is: 'refused', refusal: done.error });
			return done;
		}
		this.past.done(done.value, topic);
		return ok(null);
	}

	/** Asks the page for a copy of one's own, where one may only read. */
	copy(): void {
		this.#onReadOnly([]);
	}

	undo(): void {
		this.#turn('undo');
	}

	redo(): void {
		this.#turn('redo');
	}

	/** Calls `listener` after every change with what it touched; the answer ends that. */
	listen(listener: (touched: ReadonlySet<Id>) => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	/** Takes a notice away that has been read. */
	dismiss(notice: Notice): void {
		this.notices = this.notices.filter((other) => other !== notice);
	}

	/** Sends leftovers and pending changes, and keeps in touch until `close`. */
	open(): void {
		this.#link.open();
	}

	close(): void {
		this.#link.close();
	}

	/** Whether something is not on the server's disk yet. */
	get hasUnsent(): boolean {
		return this.#replica.pending.length > 0;
	}

	#run(steps: readonly Step[]): Result<readonly Step[], Refusal> {
		const done = this.#replica.do(steps);
		if (!done.ok) return done;
		for (const step of steps)
			if (step.do === 'set' && step.kind === 'claim' && step.to.text !== undefined)
				this.#own.set(step.id, step.to.text);
		this.#link.changed();
		this.#touch(done.value.touched);
		return ok(done.value.undo);
	}

	#turn(side: 'undo' | 'redo'): void {
		this.past.turn(side, (steps) => {
			const done = this.#run(steps);
			if (done.ok) return done.value;
			this.#tell({ is: 'undo refused', refusal: done.error });
			return null;
		});
	}

	#tell(notice: Notice): void {
		this.notices = [...this.notices, notice];
	}

	#touch(touched: ReadonlySet<Id>): void {
		if (touched.size === 0) return;
		this.#signals.fire(touched);
		for (const listener of this.#listeners) listener(touched);
		this.revision++;
	}

	/** The last write stands; the one who wrote before is told, with the words that gave way. */
	#noticeOverwritten(news: readonly Confirmed[]): void {
		for (const change of news)
			for (const step of change.steps) {
				if (step.do !== 'set' || step.kind !== 'claim' || step.to.text === undefined) continue;
				const mine = this.#own.get(step.id);
				if (change.client === this.#replica.client) continue;
				this.#own.delete(step.id);
				const stands = this.debate.get(step.id);
				if (mine !== undefined && stands?.kind === 'claim' && stands.text !== mine)
					this.#tell({ is: 'overwritten', id: step.id, lost: mine });
			}
	}
}

/** The words that a change carried, so that a refusal never loses them. */
function wordsOf(steps: readonly Step[]): string {
	const words: string[] = [];
	for (const step of steps) {
		const fields = step.do === 'add' ? step.item : step.do === 'set' ? step.to : {};
		if ('text' in fields && fields.text) words.push(fields.text);
	}
	return words.join('\n');
}

const KEY = Symbol('session');

/** Makes the session known to all components below. */
export function setSession(session: Session): void {
	setContext(KEY, session);
}

/** The session of the page; throws outside of an open debate. */
export function getSession(): Session {
	const session = getContext<Session | undefined>(KEY);
	if (!session) throw new TypeError('no debate is open here');
	return session;
}
