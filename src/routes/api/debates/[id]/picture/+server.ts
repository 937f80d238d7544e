import { decodeQuery } from '#lib/draw/query.ts';
import { readDebate } from '#lib/server/export/readDebate.ts';
import { misfit } from '#lib/server/http/body.ts';
import { refusal, refused } from '#lib/server/http/refusal.ts';
import { pictured } from '#lib/server/picture/answer.ts';
import type { RequestHandler } from './$types';

/** The debate or a part of it as SVG or PNG; the address says how (`draw/query.ts`). */
export const GET: RequestHandler = async ({ params, locals, url, request }) => {
	const { store, person } = locals;
	if ((await store.right(person, params.id)) === null) return refused({ why: 'no such debate' });
	const query = decodeQuery(url.searchParams);
	if (!query.ok) return misfit(query.error.path, query.error.message);
	const debate = await readDebate(store, params.id);
	if (!debate) return refusal('gone');
	return pictured(debate, query.value, Date.now(), request.signal);
};
