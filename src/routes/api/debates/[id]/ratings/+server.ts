import { json } from '@sveltejs/kit';
import { refused } from '#lib/server/http/refusal.ts';
import type { RequestHandler } from './$types';

/** All of one's own answers in a debate, by claim and inference, each with what all answered. */
export const GET: RequestHandler = async ({ params, locals }) => {
	const found = await locals.store.judgements(params.id, locals.person);
	return found.ok ? json(found.value) : refused(found.error);
};
