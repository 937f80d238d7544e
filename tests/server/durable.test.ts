import Database from 'better-sqlite3';
import { expect, test, vi } from 'vitest';
import type { Step } from '#lib/core/edit/step.ts';
import type { Id } from '#lib/core/model/item.ts';
import { argosy, startServer, type Running } from '../support/server.ts';
import { adding, Visitor, Writer } from '../support/visitor.ts';

// Processes start and end here, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const ROUNDS = 20;
const WRITERS = 8;

/** What one writer sent to one debate and heard back of, and what was on its way at the end. */
interface Book {
	readonly client: Id;
	readonly acknowledged: Map<number, readonly Step[]>;
	readonly sent: ReturnType<Writer['submission']>[];
}

test(
	'[W30] of what was acknowledged nothing is lost by kill -9, and nothing done twice',
	{ timeout: 300_000 },
	async () => {
		let server = await startServer();
		const visitor = await Visitor.arrive(server.origin);
		const debate = await visitor.create('Storm');
		const books: Book[] = [];
		for (let round = 0; round < ROUNDS; round++) {
			const enough = countdown(1 + ((round * 37) % 97));
			const storm = Array.from({ length: WRITERS }, () =>
				write(server, visitor, debate, books, enough.heard)
			);
			await enough.reached;
			await server.kill();
			await Promise.all(storm);
			server = await server.again();
		}
		await sendAgain(visitor, debate, books);
		const log = await logOf(visitor, debate);
		expect(log.map(({ seq }) => seq)).toEqual(log.map((_, at) => at + 1));
		const kept = new Map(log.map((change) => [`${change.client} ${change.n}`, change.steps]));
		expect(kept.size).toBe(log.length);
		for (const { client, acknowledged } of books)
			for (const [n, steps] of acknowledged) expect(kept.get(`${client} ${n}`)).toEqual(steps);
		await server.stop();
		expect(await argosy(['verify', '--database', server.database])).toMatchObject({ code: 0 });
		const database = new Database(server.database, { readonly: true });
		expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
		database.close();
	}
);

/** `reached` when `heard` was called so many times. */
function countdown(times: number): { heard: () => void; reached: Promise<void> } {
	const { promise: reached, resolve } = Promise.withResolvers<void>();
	return { heard: () => --times === 0 && resolve(), reached };
}

/** Writes as fast as it can until the server is gone. */
async function write(
	server: Running,
	visitor: Visitor,
	debate: Id,
	books: Book[],
	heard: () => void
): Promise<void> {
	const writer = await Writer.at(visitor, debate).catch(() => null);
	if (!writer) return;
	const book: Book = { client: writer.client, acknowledged: new Map(), sent: [] };
	books.push(book);
	for (let n = 1; ; n++) {
		const step = adding(`${server.pid} ${n}`);
		book.sent.push(writer.submission(step));
		try {
			await writer.send(step);
		} catch {
			return;
		}
		book.acknowledged.set(n, [step]);
		heard();
	}
}

/** Every writer sends once more all that it ever sent: each is answered as before, or done now. */
async function sendAgain(visitor: Visitor, debate: Id, books: readonly Book[]): Promise<void> {
	const again = books.map(async ({ sent }) => {
		for (const submission of sent) {
			const reply = await visitor.ask('POST', `/api/debates/${debate}/steps`, submission);
			expect([reply.status, reply.json()]).toMatchObject([200, { acks: [{ seq: expect.any(Number) }] }]);
		}
	});
	await Promise.all(again);
}

interface Logged {
	readonly seq: number;
	readonly client: Id;
	readonly n: number;
	readonly steps: unknown;
}

async function logOf(visitor: Visitor, debate: Id): Promise<Logged[]> {
	const log: Logged[] = [];
	for (;;) {
		const more = await visitor.ask('GET', `/api/debates/${debate}/steps?since=${log.length}`);
		const changes = more.json() as Logged[];
		if (changes.length === 0) return log;
		log.push(...changes);
	}
}

test(
	'[W34] while the file cannot be written, changes wait and reading goes on; then all is as before',
	{ timeout: 60_000 },
	async () => {
		const server = await startServer();
		const visitor = await Visitor.arrive(server.origin);
		const debate = await visitor.create('Held');
		const writer = await Writer.at(visitor, debate);
		await writer.send(adding('Before'));
		const before = await visitor.snapshot(debate);
		const holder = new Database(server.database);
		holder.exec('BEGIN IMMEDIATE');
		const path = `/api/debates/${debate}/steps`;
		const refused = await visitor.ask('POST', path, writer.submission(adding('Meanwhile')));
		expect([refused.status, refused.json()]).toMatchObject([503, { error: { code: 'unwritable' } }]);
		expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
		expect(await visitor.snapshot(debate)).toEqual(before);
		holder.exec('ROLLBACK');
		holder.close();
		await writer.send(adding('After'));
		expect((await visitor.snapshot(debate)).items).toHaveLength(2);
		expect(await server.stop()).toBe(0);
	}
);

test('[W34] a disk that is full takes nothing and loses nothing', async () => {
	const full = await startServer({ largestFile: 2_000_000 });
	const visitor = await Visitor.arrive(full.origin);
	const debate = await visitor.create('Full');
	const writer = await Writer.at(visitor, debate);
	const path = `/api/debates/${debate}/steps`;
	const much = () => adding('Many words. '.repeat(600));
	let taken = 0;
	while (await writer.send(much()).catch(() => null)) taken++;
	for (let times = 0; times < 3; times++) {
		const refused = await visitor.ask('POST', path, writer.submission(much()));
		expect([refused.status, refused.json()]).toMatchObject([503, { error: { code: 'unwritable' } }]);
	}
	expect((await visitor.open('/')).status).toBe(200);
	expect((await visitor.ask('GET', '/api/search?q=words')).status).toBe(200);
	expect((await visitor.snapshot(debate)).items).toHaveLength(taken);
	expect(taken).toBeGreaterThan(10);
	await full.kill();
	const roomy = await full.again({ largestFile: undefined });
	expect((await visitor.snapshot(debate)).items).toHaveLength(taken);
	await writer.send(much());
	expect((await visitor.snapshot(debate)).items).toHaveLength(taken + 1);
	expect(roomy.output()).not.toContain('Error');
	expect(await roomy.stop()).toBe(0);
});
