import { refused } from '#lib/server/http/refusal.ts';
import type { RequestHandler } from './$types';

export const DELETE: RequestHandler = async ({ params, locals }) => {
	const removed = await locals.store.remove(params.id, locals.person);
	return removed.ok ? new Response(null, { status: 204 }) : refused(removed.error);
};
