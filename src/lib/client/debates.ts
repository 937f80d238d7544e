import type { Step } from '#lib/core/edit/step.ts';
import type { Id } from '#lib/core/model/item.ts';
import { fail, ok, type Result } from '#lib/core/result.ts';
import type { Snapshot } from '#lib/core/sync/message.ts';

/** Why a debate could not be had: it is not there (or not this person's), or the server did not answer. */
export type Unavailable = 'gone' | 'away';

/** The whole debate as it is on the server. Never throws. */
export async function openDebate(id: Id): Promise<Result<Snapshot, Unavailable>> {
	return ask<Snapshot>('GET', `/api/debates/${id}/snapshot`);
}

/** A debate of one's own with this title; answers with its id. */
export async function createDebate(id: Id, title: string): Promise<Result<Id, Unavailable>> {
	const made = await ask<{ id: Id }>('POST', '/api/debates', { id, title });
	return made.ok ? ok(made.value.id) : made;
}

/** A copy of one's own of a debate that may only be read, with `steps` done to it; answers with its id. */
export async function copyDebate(id: Id, steps: readonly Step[]): Promise<Result<Id, Unavailable>> {
	const made = await ask<{ id: Id }>('POST', `/api/debates/${id}/copy`, { steps });
	return made.ok ? ok(made.value.id) : made;
}

async function ask<T>(method: string, path: string, body?: unknown): Promise<Result<T, Unavailable>> {
	try {
		const request =
			body === undefined
				? {}
				: { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
		const response = await fetch(path, { method, ...request });
		if (response.ok) return ok((await response.json()) as T);
		return fail(response.status === 404 || response.status === 403 ? 'gone' : 'away');
	} catch {
		return fail('away');
	}
}
