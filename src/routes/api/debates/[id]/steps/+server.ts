import { json } from '@sveltejs/kit';
import { submission } from '#lib/core/sync/message.ts';
import { body, misfit } from '#lib/server/http/body.ts';
import { refused } from '#lib/server/http/refusal.ts';
import type { RequestHandler } from './$types';

/** A client's changes; the answer means that they are on disk, and brings what others did. */
export const POST: RequestHandler = async ({ params, locals, request }) => {
	const sent = await body(request, submission);
	if (!sent.ok) return sent.error;
	const answer = await locals.store.append(params.id, locals.person, sent.value);
	return answer.ok ? json(answer.value) : refused(answer.error);
};

/** What was changed after `since`, oldest first, at most 500 changes. */
export const GET: RequestHandler = async ({ params, locals, url }) => {
	const since = url.searchParams.get('since') ?? '0';
	if (!/^\d{1,15}$/.test(since)) return misfit('since', 'must be a whole number');
	if ((await locals.store.right(locals.person, params.id)) === null)
		return refused({ why: 'no such debate' });
	const news = await locals.store.since(params.id, Number(since), 500);
	return news.ok ? json(news.value) : refused(news.error);
};
