import type { Id } from '#lib/core/model/item.ts';
import type { Confirmed } from '#lib/core/sync/message.ts';
import { fitting, type Rejected, type Replica } from '#lib/core/sync/replica.ts';
import type { Outbox, Parcel } from './outbox.ts';
import { post, type Posted } from './post.ts';

/**
 * `saved`: everything is on the server's disk. `saving`: being sent. `away`: the server does not answer, work is
 * kept in the browser. `unkept`: as `away`, and the browser keeps nothing either. `unwritable`: the server's disk
 * takes nothing now. `stopped`: sending again would not help; the page must be loaded anew.
 */
export type LinkState = 'saved' | 'saving' | 'away' | 'unkept' | 'unwritable' | 'stopped';

type Listener = (news: readonly Confirmed[], touched: Set<Id>, rejected: Rejected[]) => void;

const POLL = 5_000;
const RETRY = { least: 500, most: 8_000 } as const;

/** Sends a replica's pending changes, one request at a time and in order, and brings the others' news. */
export class Link {
	state = $state<LinkState>('saved');
	readonly #debate: Id;
	readonly #replica: Replica;
	readonly #outbox: Outbox | null;
	readonly #listener: Listener;
	readonly #peers: BroadcastChannel;
	#isSending = false;
	#isKept = true;
	#failures = 0;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#leftovers: Parcel[] = [];

	constructor(debate: Id, replica: Replica, outbox: Outbox | null, listener: Listener) {
		this.#debate = debate;
		this.#replica = replica;
		this.#outbox = outbox;
		this.#listener = listener;
		this.#peers = new BroadcastChannel(`argosy:${debate}`);
	}

	/** Begins: what an earlier page left behind goes first. */
	open(): void {
		this.#peers.onmessage = () => void this.#exchange();
		addEventListener('focus', this.#wake);
		addEventListener('online', this.#wake);
		document.addEventListener('visibilitychange', this.#wake);
		void this.#collectLeftovers().then(() => this.#exchange());
	}

	close(): void {
		clearTimeout(this.#timer);
		this.#peers.close();
		removeEventListener('focus', this.#wake);
		removeEventListener('online', this.#wake);
		document.removeEventListener('visibilitychange', this.#wake);
		if (this.#replica.pending.length > 0) void post(this.#debate, this.#replica.submission(), true);
	}

	/** A change was made: keep it in the browser, then send it. */
	changed(): void {
		if (this.state === 'saved') this.state = 'saving';
		void this.#keep();
		if (!this.#isSending && this.state !== 'stopped') void this.#exchange();
	}

	readonly #wake = (): void => {
		if (document.visibilityState === 'visible') void this.#exchange();
	};

	async #collectLeftovers(): Promise<void> {
		try {
			this.#leftovers = (await this.#outbox?.left(this.#debate)) ?? [];
		} catch {
			this.#isKept = false;
		}
	}

	/** One round: send what is pending and hear what is new; go on while there is more. Never two at a time. */
	async #exchange(): Promise<void> {
		if (this.#isSending || this.#isStopped()) return;
		this.#isSending = true;
		clearTimeout(this.#timer);
		try {
			do {
				if (!(await this.#sendLeftovers()) || !(await this.#send())) break;
			} while (this.#replica.pending.length > 0);
		} finally {
			this.#isSending = false;
			if (!this.#isStopped()) this.#timer = setTimeout(this.#wakeOrWait, this.#pause());
		}
	}

	readonly #wakeOrWait = (): void => {
		if (document.visibilityState === 'visible' || this.#replica.pending.length > 0) void this.#exchange();
		else this.#timer = setTimeout(this.#wakeOrWait, POLL);
	};

	/** Full jitter, so that many pages do not come back at the same moment. */
	#pause(): number {
		if (this.#failures === 0) return POLL;
		return RETRY.least + Math.random() * Math.min(RETRY.most, RETRY.least * 2 ** this.#failures);
	}

	#isStopped(): boolean {
		return this.state === 'stopped';
	}

	async #sendLeftovers(): Promise<boolean> {
		for (let parcel = this.#leftovers[0]; parcel; parcel = this.#leftovers[0]) {
			const { client, epoch } = parcel;
			const changes = fitting(parcel.changes);
			const posted = await post(this.#debate, { client, epoch, since: this.#replica.seq, changes });
			if (posted.is === 'away' || posted.is === 'unwritable') return this.#failed(posted);
			this.#leftovers.shift();
			if (posted.is === 'epoch') await this.#adopt(parcel);
			if (posted.is !== 'answer') continue;
			const rest = { ...parcel, changes: parcel.changes.slice(changes.length) };
			await this.#outbox?.keep(rest).catch(() => undefined);
			if (rest.changes.length > 0) this.#leftovers.unshift(rest);
		}
		return true;
	}

	/**
	 * The server was put back to an earlier state and does not know the client that left these changes: they are
	 * made once more, as one's own. What has no place any more is told as rejected.
	 */
	async #adopt(parcel: Parcel): Promise<void> {
		const touched = new Set<Id>();
		const rejected: Rejected[] = [];
		for (const change of parcel.changes) {
			const done = this.#replica.do(change.steps);
			if (done.ok) for (const id of done.value.touched) touched.add(id);
			else rejected.push({ change, refusal: done.error });
		}
		await this.#keep();
		await this.#outbox?.keep({ ...parcel, changes: [] }).catch(() => undefined);
		this.#listener([], touched, rejected);
	}

	async #send(): Promise<boolean> {
		const submission = this.#replica.submission();
		const posted = await post(this.#debate, submission);
		if (posted.is !== 'answer') return this.#failed(posted);
		this.#failures = 0;
		const { answer } = posted;
		const fresh = answer.news.filter(({ seq }) => seq > this.#replica.seq);
		const { touched, rejected } = this.#replica.receive(answer);
		this.#listener(fresh, touched, rejected);
		if (submission.changes.length > 0) {
			await this.#keep();
			this.#peers.postMessage(answer.head);
		}
		this.state = this.#replica.pending.length > 0 ? 'saving' : 'saved';
		return true;
	}

	#failed({ is }: Exclude<Posted, { is: 'answer' }>): false {
		this.#failures++;
		if (is === 'unwritable') this.state = 'unwritable';
		else if (is === 'away') {
			if (this.#replica.pending.length > 0) this.state = this.#isKept ? 'away' : 'unkept';
		} else this.state = 'stopped';
		return false;
	}

	async #keep(): Promise<void> {
		const { client, epoch, pending } = this.#replica;
		const changes = pending.map(({ n, steps }) => ({ n, steps }));
		try {
			await this.#outbox?.keep({ debate: this.#debate, client, epoch, changes });
			this.#isKept = this.#outbox !== null;
		} catch {
			this.#isKept = false;
		}
	}
}
