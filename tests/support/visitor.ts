import { randomBytes } from 'node:crypto';
import { request, type IncomingHttpHeaders } from 'node:http';
import { decode } from '#lib/core/decode.ts';
import type { Step } from '#lib/core/edit/step.ts';
import type { Id } from '#lib/core/model/item.ts';
import { claim } from '#lib/core/model/make.ts';
import { answer, snapshot, type Answer, type Snapshot } from '#lib/core/sync/message.ts';

/** What came back, as it came. */
export interface Reply {
	readonly status: number;
	readonly headers: IncomingHttpHeaders;
	readonly bytes: Buffer;
	readonly text: string;
	/** The body as JSON. */
	json(): unknown;
}

export interface Question {
	readonly method?: string;
	readonly path: string;
	/** A value is sent as JSON; text and bytes as they are. */
	readonly body?: unknown;
	/** These take the place of what is usually sent; `undefined` leaves one out. */
	readonly headers?: Readonly<Record<string, string | undefined>>;
}

/** One request with nothing added to it but what HTTP needs. */
export function ask(origin: string, { method = 'GET', path, body, headers = {} }: Question): Promise<Reply> {
	const sent =
		body === undefined || typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body);
	const length = sent === undefined ? undefined : String(Buffer.byteLength(sent));
	const kept = { connection: 'keep-alive', 'content-length': length, ...headers };
	const said = Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined));
	return new Promise((resolve, reject) => {
		const asked = request(
			origin + path,
			{ method, headers: said as Record<string, string>, agent: false },
			(reply) => {
				const parts: Buffer[] = [];
				reply.on('data', (part: Buffer) => parts.push(part));
				reply.on('error', reject);
				reply.on('end', () => {
					const bytes = Buffer.concat(parts);
					const text = bytes.toString('utf8');
					const { statusCode: status = 0, headers } = reply;
					resolve({ status, headers, bytes, text, json: () => JSON.parse(text) });
				});
			}
		);
		asked.on('error', reject);
		asked.end(sent);
	});
}

/** A browser without a window: keeps its cookie, and sends what a page of the server sends. */
export class Visitor {
	readonly origin: string;
	#cookie = '';

	constructor(origin: string) {
		this.origin = origin;
	}

	/** Opens the first page, and is known from then on. */
	static async arrive(origin: string): Promise<Visitor> {
		const visitor = new Visitor(origin);
		await visitor.open('/');
		return visitor;
	}

	get cookie(): string {
		return this.#cookie;
	}

	/** Goes to a page. */
	open(path: string): Promise<Reply> {
		return this.#ask({ path, headers: { 'sec-fetch-dest': 'document', accept: 'text/html' } });
	}

	/** Asks as a script of a page does. */
	ask(method: string, path: string, body?: unknown, headers: Question['headers'] = {}): Promise<Reply> {
		const page = { origin: this.origin, 'sec-fetch-site': 'same-origin' };
		const usual = { ...page, 'content-type': 'application/json' };
		return this.#ask({ method, path, body, headers: { ...usual, ...headers } });
	}

	/** Sends a form of a page. */
	submit(path: string, fields: Readonly<Record<string, string>>): Promise<Reply> {
		const body = new URLSearchParams(fields).toString();
		return this.ask('POST', path, body, {
			'content-type': 'application/x-www-form-urlencoded',
			'sec-fetch-dest': 'document',
			accept: 'text/html'
		});
	}

	/** A new debate of one's own; answers with its id. */
	async create(title = 'A debate'): Promise<Id> {
		const id = newId();
		const made = await this.ask('POST', '/api/debates', { id, title });
		if (made.status !== 201) throw new Error(made.text);
		return id;
	}

	/** The debate as it is on the server. Throws where it may not be read. */
	async snapshot(debate: Id): Promise<Snapshot> {
		const read = decode(snapshot, (await this.ask('GET', `/api/debates/${debate}/snapshot`)).json());
		if (!read.ok) throw new Error(`${read.error.path} ${read.error.message}`);
		return read.value;
	}

	async #ask({ headers, ...question }: Question): Promise<Reply> {
		const cookie = this.#cookie === '' ? undefined : this.#cookie;
		const reply = await ask(this.origin, { ...question, headers: { cookie, ...headers } });
		const set = reply.headers['set-cookie']?.[0]?.split(';')[0];
		if (set !== undefined) this.#cookie = set;
		return reply;
	}
}

/** A client that sends changes of one debate, numbered from 1. */
export class Writer {
	readonly client = newId();
	readonly #visitor: Visitor;
	readonly #debate: Id;
	#epoch: string;
	#n = 0;
	#since: number;

	private constructor(visitor: Visitor, debate: Id, { epoch, seq }: Snapshot) {
		this.#visitor = visitor;
		this.#debate = debate;
		this.#epoch = epoch;
		this.#since = seq;
	}

	static async at(visitor: Visitor, debate: Id): Promise<Writer> {
		return new Writer(visitor, debate, await visitor.snapshot(debate));
	}

	/** What a page would send for these steps, as the next change. */
	submission(...steps: readonly Step[]) {
		return {
			client: this.client,
			epoch: this.#epoch,
			since: this.#since,
			changes: [{ n: this.#n + 1, steps }]
		};
	}

	/** Sends the steps as one change. */
	async send(...steps: readonly Step[]): Promise<Answer> {
		const reply = await this.#visitor.ask(
			'POST',
			`/api/debates/${this.#debate}/steps`,
			this.submission(...steps)
		);
		const read = decode(answer, reply.json());
		if (reply.status !== 200 || !read.ok) throw new Error(reply.text);
		this.#n++;
		this.#since = read.value.head;
		return read.value;
	}
}

/** A step that adds a claim. */
export function adding(text: string, id = newId()): Step {
	return { do: 'add', item: claim({ id, text }) };
}

export function newId(): Id {
	return randomBytes(16).toString('base64url');
}
