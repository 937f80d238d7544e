import { apply } from '../edit/apply.ts';
import {
	MOST_CHANGES,
	type Answer,
	type Change,
	type Confirmed,
	type Snapshot,
	type Submission
} from './message.ts';
import type { Refusal, Step } from '../edit/step.ts';
import { Debate } from '../model/debate.ts';
import type { Id } from '../model/item.ts';
import { fail, ok, type Result } from '../result.ts';

/** A message holds about so many steps, unless one change alone has more. */
const MOST_STEPS = 2_000;

/** As many of the oldest changes as go in one message: one at least. */
export function fitting<C extends Change>(changes: readonly C[]): C[] {
	let steps = 0;
	const end = changes.findIndex((change, at) => (steps += change.steps.length) > MOST_STEPS && at > 0);
	return changes.slice(0, Math.min(MOST_CHANGES, end < 0 ? changes.length : end));
}

interface Pending extends Change {
	/** Leads back from this change, given all before it. */
	undo: Step[];
}

/** A change of one's own that did not stand: the server refused it, or others' changes left it no place. */
export interface Rejected {
	readonly change: Change;
	readonly refusal: Refusal;
}

export interface Received {
	readonly touched: Set<Id>;
	readonly rejected: Rejected[];
}

/**
 * One client's view of a debate: what the server has confirmed, with the client's own pending changes on top.
 * News is taken in by taking pending changes back, applying the confirmed ones, and applying pending ones again
 * (as in ProseMirror's collab), so every replica that has heard the same news and has nothing pending is equal.
 */
export class Replica {
	readonly debate = new Debate();
	readonly client: Id;
	readonly epoch: string;
	#seq: number;
	#lastNumber: number;
	#pending: Pending[] = [];

	/** Throws when the snapshot does not fit together: the server never sends such a one. */
	constructor(client: Id, snapshot: Pick<Snapshot, 'epoch' | 'seq' | 'about' | 'items'>, lastNumber = 0) {
		this.client = client;
		this.epoch = snapshot.epoch;
		this.#seq = snapshot.seq;
		this.#lastNumber = lastNumber;
		this.debate.about = snapshot.about;
		for (const item of snapshot.items) this.debate.set(item);
	}

	/** The last confirmed change that this replica has heard of. */
	get seq(): number {
		return this.#seq;
	}

	/** Changes that the server has not confirmed yet, oldest first. */
	get pending(): readonly Change[] {
		return this.#pending;
	}

	/** Applies the steps at once and keeps them as a pending change; or refuses and changes nothing. */
	do(steps: readonly Step[]): Result<{ change: Change; undo: Step[]; touched: Set<Id> }, Refusal> {
		const applied = apply(this.debate, steps);
		if (!applied.ok) return fail(applied.error.refusal);
		const change: Pending = { n: ++this.#lastNumber, steps, undo: applied.value.undo };
		this.#pending.push(change);
		return ok({ change: { n: change.n, steps }, ...applied.value });
	}

	/** What to send now: the oldest pending changes, as many as go in one message. Sending twice does no harm. */
	submission(): Submission {
		const changes = fitting(this.#pending).map(({ n, steps }) => ({ n, steps }));
		return { client: this.client, epoch: this.epoch, since: this.#seq, changes };
	}

	/** Takes in the server's answer. Changes heard before are passed over; a gap in the sequence is a bug and throws. */
	receive({ acks, news }: Pick<Answer, 'acks' | 'news'>): Received {
		const fresh = news.filter(({ seq }) => seq > this.#seq);
		const touched = new Set<Id>();
		const rejected: Rejected[] = [];
		if (this.#settlesInOrder(fresh) && acks.every((ack) => 'seq' in ack)) {
			for (const { seq } of fresh) this.#advance(seq);
			this.#pending.splice(0, fresh.length);
			return { touched, rejected };
		}
		for (const { undo } of this.#pending.toReversed()) this.#apply(undo, touched);
		for (const change of fresh) {
			this.#advance(change.seq);
			this.#apply(change.steps, touched);
			if (change.client === this.client) this.#pending = this.#pending.filter(({ n }) => n !== change.n);
		}
		for (const ack of acks)
			if ('refusal' in ack) {
				const change = this.#pending.find(({ n }) => n === ack.n);
				if (change) rejected.push({ change, refusal: ack.refusal.refusal });
				this.#pending = this.#pending.filter((other) => other !== change);
			}
		this.#reapply(touched);
		return { touched, rejected };
	}

	/** The common case: the news is just one's own oldest pending changes, so the view stays as it is. */
	#settlesInOrder(news: readonly Confirmed[]): boolean {
		return news.every((change, at) => change.client === this.client && this.#pending[at]?.n === change.n);
	}

	#advance(seq: number): void {
		if (seq !== this.#seq + 1) throw new RangeError(`change ${seq} cannot follow change ${this.#seq}`);
		this.#seq = seq;
	}

	#apply(steps: readonly Step[], touched: Set<Id>): void {
		const applied = apply(this.debate, steps);
		if (!applied.ok) throw new TypeError(`a confirmed change does not fit: ${applied.error.refusal}`);
		for (const id of applied.value.touched) touched.add(id);
	}

	/**
	 * A pending change that has no place any more stays pending, without effect, until the server says so: it has
	 * been sent or will be, and its number must be used.
	 */
	#reapply(touched: Set<Id>): void {
		for (const change of this.#pending) {
			const applied = apply(this.debate, change.steps);
			change.undo = applied.ok ? applied.value.undo : [];
			if (applied.ok) for (const id of applied.value.touched) touched.add(id);
		}
	}
}
