import { json } from '@sveltejs/kit';
import { decode, text } from '#lib/core/decode.ts';
import { id } from '#lib/core/model/decodeId.ts';
import { misfit } from '#lib/server/http/body.ts';
import type { RequestHandler } from './$types';

const MOST_HITS = 50;

/** Words in claims, arguments, evidence and sources of the debates that one may read. */
export const GET: RequestHandler = async ({ locals, url }) => {
	const query = decode(text(1024), url.searchParams.get('q') ?? '', 'q');
	if (!query.ok) return misfit('q', query.error.message);
	const only = url.searchParams.get('debate');
	const debate = only === null ? null : decode(id, only, 'debate');
	if (debate && !debate.ok) return misfit('debate', debate.error.message);
	const options = debate ? { debate: debate.value, limit: MOST_HITS } : { limit: MOST_HITS };
	return json(await locals.store.search(locals.person, query.value, options));
};
