import { decode, list, object, oneOf, text, type Decoder } from '#lib/core/decode.ts';
import type { Step } from '#lib/core/edit/step.ts';
import { id as idDecoder } from '#lib/core/model/decodeItem.ts';
import type { Id } from '#lib/core/model/item.ts';
import { fail, ok, type Result } from '#lib/core/result.ts';
import { snapshot, type Snapshot } from '#lib/core/sync/message.ts';

/** Why a debate could not be had: it is not there (or not this person's), or the server did not answer. */
export type Unavailable = 'gone' | 'away';

const made = object<{ id: Id }>({ id: idDecoder });

/** The whole debate as it is on the server. Never throws. */
export async function openDebate(id: Id): Promise<Result<Snapshot, Unavailable>> {
	return ask(snapshot, 'GET', `/api/debates/${id}/snapshot`);
}

/** A debate of one's own with this title and, where it is not empty, a first claim; answers with its id. */
export async function createDebate(
	id: Id,
	title: string,
	claim = ''
): Promise<Result<{ id: Id }, Unavailable>> {
	return ask(made, 'POST', '/api/debates', { id, title, claim });
}

/** Takes a debate away, for everybody. */
export async function removeDebate(id: Id): Promise<Result<null, Unavailable>> {
	try {
		const { ok: done, status } = await fetch(`/api/debates/${id}`, { method: 'DELETE' });
		return done || status === 404 ? ok(null) : fail('away');
	} catch {
		return fail('away');
	}
}

/** Words found in the debates that one may read. */
export interface Found {
	readonly debate: Id;
	readonly debateTitle: string;
	readonly item: Id;
	readonly kind: 'claim' | 'argument' | 'evidence' | 'source';
	readonly text: string;
}

const found = list(
	object<Found>({
		debate: idDecoder,
		debateTitle: text(4096),
		item: idDecoder,
		kind: oneOf(['claim', 'argument', 'evidence', 'source']),
		text: text(1024 * 1024)
	}),
	1000
);

/** Searches all debates that one may read. */
export async function searchDebates(query: string): Promise<Result<Found[], Unavailable>> {
	return ask(found, 'GET', `/api/search?q=${encodeURIComponent(query)}`);
}

/** A copy of one's own of a debate that may only be read, with `steps` done to it; answers with its id. */
export async function copyDebate(id: Id, steps: readonly Step[]): Promise<Result<{ id: Id }, Unavailable>> {
	return ask(made, 'POST', `/api/debates/${id}/copy`, { steps });
}

async function ask<T>(
	decoder: Decoder<T>,
	method: string,
	path: string,
	body?: unknown
): Promise<Result<T, Unavailable>> {
	try {
		const request =
			body === undefined
				? {}
				: { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
		const response = await fetch(path, { method, ...request });
		if (!response.ok) return fail(response.status === 404 || response.status === 403 ? 'gone' : 'away');
		const decoded = decode(decoder, await response.json());
		return decoded.ok ? ok(decoded.value) : fail('away');
	} catch {
		return fail('away');
	}
}
