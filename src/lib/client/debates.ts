import { list, object, oneOf, text } from '#lib/core/decode.ts';
import { id as idDecoder } from '#lib/core/model/decodeId.ts';
import type { Id } from '#lib/core/model/item.ts';
import { fail, ok, type Result } from '#lib/core/result.ts';
import { ask, type Unavailable } from './ask.ts';

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
