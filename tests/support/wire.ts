import { randomBytes } from 'node:crypto';
import { decode } from '#lib/core/decode.ts';
import { plant } from '#lib/core/edit/plant.ts';
import { Debate } from '#lib/core/model/debate.ts';
import type { Id } from '#lib/core/model/item.ts';
import { answer, snapshot } from '#lib/core/sync/message.ts';

/** Speaks to a running server as a page does, without a browser. Throws where the server refuses. */
export class Wire {
	readonly #origin: string;
	readonly #cookie: string;

	private constructor(origin: string, cookie: string) {
		this.#origin = origin;
		this.#cookie = cookie;
	}

	static async enter(origin: string): Promise<Wire> {
		const page = await fetch(origin, { headers: { accept: 'text/html' } });
		const cookie = page.headers.getSetCookie().map((set) => set.split(';')[0]);
		return new Wire(origin, cookie.join('; '));
	}

	/** Puts a new debate there that holds the items of `debate`; answers with its id. */
	async put(title: string, debate: Debate): Promise<Id> {
		const id = newId();
		await this.#ask('POST', '/api/debates', { id, title });
		if (debate.size === 0) return id;
		const { epoch, seq } = await this.#snapshot(id);
		const changes = [{ n: 1, steps: plant([...debate.items()]) }];
		const sent = await this.#ask('POST', `/api/debates/${id}/steps`, {
			client: newId(),
			epoch,
			since: seq,
			changes
		});
		const read = decode(answer, sent);
		if (!read.ok || read.value.acks.some((ack) => 'refusal' in ack)) throw new Error(JSON.stringify(sent));
		return id;
	}

	/** The debate as it is on the server. */
	async get(id: Id): Promise<Debate> {
		const { about, items } = await this.#snapshot(id);
		const debate = new Debate();
		debate.about = about;
		for (const item of items) debate.set(item);
		return debate;
	}

	async #snapshot(id: Id) {
		const read = decode(snapshot, await this.#ask('GET', `/api/debates/${id}/snapshot`));
		if (!read.ok) throw new Error(`${read.error.path} ${read.error.message}`);
		return read.value;
	}

	async #ask(method: string, path: string, body?: unknown): Promise<unknown> {
		const headers = { cookie: this.#cookie, origin: this.#origin, 'content-type': 'application/json' };
		const sent = body === undefined ? {} : { body: JSON.stringify(body) };
		const response = await fetch(this.#origin + path, { method, headers, ...sent });
		const text = await response.text();
		if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
		return JSON.parse(text);
	}
}

function newId(): Id {
	return randomBytes(16).toString('base64url');
}
