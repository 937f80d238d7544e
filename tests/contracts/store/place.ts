import { expect } from 'vitest';
import { claim } from '#lib/core/model/make.ts';
import type { Id } from '#lib/core/model/item.ts';
import type { Result } from '#lib/core/result.ts';
import type { Answer, Change, Snapshot } from '#lib/core/sync/message.ts';
import type { Step } from '#lib/core/edit/step.ts';
import type { Store, StoreRefusal } from '#lib/server/store/store.ts';

/** A store with two people, Ann and Bob, and Ann's debate `d`, which holds the claim `top`. */
export class Place {
	store!: Store;
	epoch = '';
	#counts = new Map<string, number>();

	async begin(store: Store): Promise<void> {
		this.store = store;
		this.#counts = new Map();
		for (const id of ['ann', 'bob']) value(await store.addPerson({ id, local: false, at: 1 }));
		value(await store.create({ id: 'd', owner: 'ann', steps: [adding('top')], at: 2 }));
		this.epoch = value(await store.head('d')).epoch;
	}

	async snapshot(id = 'd'): Promise<Snapshot> {
		return JSON.parse(Buffer.from(value(await this.store.snapshot(id)).json).toString('utf8')) as Snapshot;
	}

	/** Submits one change after another for Ann, numbered as the client's next. */
	send(client: string, ...lists: Step[][]): Promise<Result<Answer, StoreRefusal>> {
		const changes: Change[] = lists.map((steps) => {
			const n = (this.#counts.get(client) ?? 0) + 1;
			this.#counts.set(client, n);
			return { n, steps };
		});
		return this.store.append('d', 'ann', { client, epoch: this.epoch, since: 1, changes });
	}
}

/** Adds a claim. */
export function adding(id: Id, text = id): Step {
	return { do: 'add', item: claim({ id, text }) };
}

/** Gives a claim other words. */
export function rewording(id: Id, text: string): Step {
	return { do: 'set', kind: 'claim', id, to: { text } };
}

/** What was granted; throws when it was refused. */
export function value<T>(result: Result<T, unknown>): T {
	if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
	return result.value;
}

/** A refusal of this name, as `expect` compares it. */
export function refusal(why: string) {
	return { ok: false, error: expect.objectContaining({ why }) as unknown };
}
