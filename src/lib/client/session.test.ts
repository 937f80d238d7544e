import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { addClaim } from '#lib/core/edit/addClaim.ts';
import { reword } from '#lib/core/edit/amend.ts';
import { apply } from '#lib/core/edit/apply.ts';
import { withdraw } from '#lib/core/edit/withdraw.ts';
import { Debate } from '#lib/core/model/debate.ts';
import { claim } from '#lib/core/model/make.ts';
import type { Ack, Confirmed, Snapshot, Submission } from '#lib/core/sync/message.ts';
import type { Outbox, Parcel } from './outbox.ts';
import { Session, type Opening } from './session.svelte.ts';

/** The server's half of the protocol, reached through `fetch`; it can be away, or lose its answer. */
class Server {
	mood: 'works' | 'away' | 'loses the answer' | 'was put back' = 'works';
	readonly debate = new Debate();
	readonly log: Confirmed[] = [];
	readonly #acks = new Map<string, Ack[]>();

	constructor() {
		this.submit({
			client: 'maker',
			epoch: 'e',
			since: 0,
			changes: [{ n: 1, steps: [{ do: 'add', item: claim({ id: 'top', text: 'Top' }) }] }]
		});
	}

	submit({ client, since, changes }: Submission): unknown {
		const known = this.#acks.get(client) ?? [];
		this.#acks.set(client, known);
		for (const { n, steps } of changes.filter((change) => change.n > known.length)) {
			const applied = apply(this.debate, steps);
			known.push(applied.ok ? { n, seq: this.log.length + 1 } : { n, refusal: applied.error });
			if (applied.ok) this.log.push({ seq: this.log.length + 1, client, n, steps, actor: null, at: 0 });
		}
		return {
			acks: changes.map(({ n }) => known[n - 1]),
			head: this.log.length,
			news: this.log.slice(since)
		};
	}

	readonly fetch = async (_path: string, init: { body: string }): Promise<Response> => {
		const submission = JSON.parse(init.body) as Submission;
		if (this.mood === 'away') throw new TypeError('refused');
		if (this.mood === 'was put back' && submission.client === 'old')
			return Response.json({}, { status: 409 });
		const answer = this.submit(submission);
		if (this.mood === 'loses the answer') throw new TypeError('cut');
		return Response.json(answer);
	};

	snapshot(): Snapshot {
		const { about } = this.debate;
		return { id: 'd', seq: this.log.length, epoch: 'e', about, items: [...this.debate.items()] };
	}
}

/** An outbox without a browser. */
class Shelf implements Pick<Outbox, 'keep' | 'left'> {
	parcels: Parcel[] = [];

	async keep(parcel: Parcel): Promise<void> {
		this.parcels = this.parcels.filter(({ client }) => client !== parcel.client);
		if (parcel.changes.length > 0) this.parcels.push(parcel);
	}

	async left(): Promise<Parcel[]> {
		return [...this.parcels];
	}
}

let server: Server;
let shelf: Shelf;
let sessions: Session[];

beforeEach(() => {
	vi.useFakeTimers();
	server = new Server();
	shelf = new Shelf();
	sessions = [];
	const kept = new Map<string, string>();
	vi.stubGlobal('sessionStorage', {
		getItem: (key: string) => kept.get(key) ?? null,
		setItem: (key: string, value: string) => kept.set(key, value),
		removeItem: (key: string) => kept.delete(key)
	});
	vi.stubGlobal('fetch', server.fetch);
	vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'visible' }));
	vi.stubGlobal('addEventListener', () => undefined);
	vi.stubGlobal('removeEventListener', () => undefined);
});

afterEach(() => {
	for (const session of sessions) session.close();
	vi.unstubAllGlobals();
	vi.useRealTimers();
});

async function open(options: Partial<Opening> = {}): Promise<Session> {
	const session = new Session({
		snapshot: server.snapshot(),
		right: 'edit',
		outbox: shelf as unknown as Outbox,
		onReadOnly: () => undefined,
		...options
	});
	sessions.push(session);
	session.open();
	await settle();
	return session;
}

/** Lets everything under way come to rest, retries included. */
async function settle(): Promise<void> {
	await vi.advanceTimersByTimeAsync(12_000);
}

function words(debate: Debate, id = 'top'): string | undefined {
	const item = debate.get(id);
	return item?.kind === 'claim' ? item.text : undefined;
}

describe('undo', () => {
	test('[C1] undo leads back and redo forth, one entry at a time', async () => {
		const session = await open();
		session.do(reword, 'top', 'One');
		session.do(reword, 'top', 'Two');
		session.undo();
		expect(words(session.debate)).toBe('One');
		session.undo();
		expect(words(session.debate)).toBe('Top');
		expect(session.past.canUndo).toBe(false);
		session.redo();
		session.redo();
		expect(words(session.debate)).toBe('Two');
		await settle();
		expect(words(server.debate)).toBe('Two');
	});

	test('[C2] one topic in a row is undone together, until a pause', async () => {
		const session = await open();
		for (const text of ['T', 'Ty', 'Typ']) session.doWithin('words:top', reword, 'top', text);
		session.past.pause();
		session.doWithin('words:top', reword, 'top', 'Typed');
		session.undo();
		expect(words(session.debate)).toBe('Typ');
		session.undo();
		expect(words(session.debate)).toBe('Top');
	});

	test('[C3] something new takes away what could be redone', async () => {
		const session = await open();
		session.do(reword, 'top', 'One');
		session.undo();
		session.do(reword, 'top', 'Two');
		expect(session.past.canRedo).toBe(false);
	});

	test('[C4] an undo that has no place is told, left out, and never blocks the next', async () => {
		const session = await open();
		const other = await open();
		session.do(addClaim, { claim: 'x', text: 'X' });
		session.do(reword, 'top', 'Mine');
		await settle();
		other.do(reword, 'top', 'Theirs');
		await settle();
		session.undo();
		expect(words(session.debate)).toBe('Theirs');
		expect(session.notices).toContainEqual({ is: 'undo refused', refusal: 'stale' });
		session.undo();
		expect(session.debate.has('x')).toBe(false);
	});

	test('[C5] the past survives a reload, and an unreadable one is left out', async () => {
		const session = await open();
		session.do(reword, 'top', 'One');
		await settle();
		const reloaded = await open();
		reloaded.undo();
		expect(words(reloaded.debate)).toBe('Top');
		sessionStorage.setItem('past:d', '{"undo":[{"steps":"?"}]}');
		expect((await open()).past.canUndo).toBe(false);
	});
});

describe('sending', () => {
	test('[C6] work done with the server away is sent later, in order, exactly once', async () => {
		const session = await open();
		server.mood = 'away';
		session.do(addClaim, { claim: 'a', text: 'A' });
		session.do(reword, 'a', 'A again');
		await settle();
		expect(server.log).toHaveLength(1);
		server.mood = 'loses the answer';
		await settle();
		server.mood = 'works';
		await settle();
		expect(server.log).toHaveLength(3);
		expect(words(server.debate, 'a')).toBe('A again');
		expect(session.hasUnsent).toBe(false);
	});

	test('[C7] "saved" is shown only when everything is on the disk', async () => {
		const session = await open();
		expect(session.state).toBe('saved');
		server.mood = 'loses the answer';
		session.do(reword, 'top', 'New');
		expect(session.state).toBe('saving');
		await settle();
		expect(session.state).toBe('away');
		server.mood = 'works';
		await settle();
		expect(session.state).toBe('saved');
	});

	test('[C7] what is typed while an answer is under way is not called saved', async () => {
		const session = await open();
		const seen: string[] = [];
		vi.stubGlobal('fetch', (path: string, init: { body: string }) => {
			if (seen.push(session.state) === 1) session.do(reword, 'top', 'Two');
			return server.fetch(path, init);
		});
		session.do(reword, 'top', 'One');
		await vi.advanceTimersByTimeAsync(100);
		expect(seen).toEqual(['saving', 'saving']);
		expect(session.state).toBe('saved');
		expect(words(server.debate)).toBe('Two');
	});

	test('[C7] a browser that keeps nothing is said to keep nothing', async () => {
		const session = await open({ outbox: null });
		server.mood = 'away';
		session.do(reword, 'top', 'New');
		await settle();
		expect(session.state).toBe('unkept');
	});

	test('[C8] what a page left behind is sent by the next one', async () => {
		const session = await open();
		server.mood = 'away';
		session.do(reword, 'top', 'Left behind');
		await settle();
		session.close();
		server.mood = 'works';
		const next = await open();
		expect(words(server.debate)).toBe('Left behind');
		expect(words(next.debate)).toBe('Left behind');
		expect(shelf.parcels).toEqual([]);
	});

	test('[C9] changes that a restored server does not know are made anew', async () => {
		const steps = reword(server.debate, 'top', 'Kept');
		await shelf.keep({ debate: 'd', client: 'old', epoch: 'before', changes: [{ n: 7, steps }] });
		server.mood = 'was put back';
		await open();
		expect(words(server.debate)).toBe('Kept');
		expect(shelf.parcels).toEqual([]);
	});
});

describe('others', () => {
	test('[C10] a refused change is taken back and told, with its words', async () => {
		const session = await open();
		server.mood = 'away';
		session.do(reword, 'top', 'Lost words');
		await settle();
		const changes = [{ n: 1, steps: withdraw(server.debate, ['top']) }];
		server.submit({ client: 'other', epoch: 'e', since: 1, changes });
		server.mood = 'works';
		await settle();
		expect(session.debate.has('top')).toBe(false);
		expect(session.notices).toEqual([{ is: 'taken back', refusal: 'does not exist', lost: 'Lost words' }]);
	});

	test('[C11] who is overwritten is told, with the words that gave way', async () => {
		const session = await open();
		const other = await open();
		session.do(reword, 'top', 'Mine');
		await settle();
		other.do(reword, 'top', 'Theirs');
		await settle();
		expect(session.notices).toEqual([{ is: 'overwritten', id: 'top', lost: 'Mine' }]);
		other.do(reword, 'top', 'Theirs again');
		await settle();
		expect(session.notices).toHaveLength(1);
		expect(other.notices).toEqual([]);
	});

	test('[C12] an edit where one may only read is handed to the page', async () => {
		const onReadOnly = vi.fn();
		const session = await open({ right: 'read', onReadOnly });
		session.do(reword, 'top', 'No');
		expect(words(session.debate)).toBe('Top');
		expect(onReadOnly).toHaveBeenCalledWith([{ do: 'set', kind: 'claim', id: 'top', to: { text: 'No' } }]);
	});
});
