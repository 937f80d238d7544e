import { compressed } from '#lib/server/http/compressed.ts';
import { refused } from '#lib/server/http/refusal.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, locals, request }) => {
	const { store, person } = locals;
	if ((await store.right(person, params.id)) === null) return refused({ why: 'no such debate' });
	const snapshot = await store.snapshot(params.id);
	if (!snapshot.ok) return refused(snapshot.error);
	const { epoch, seq, json } = snapshot.value;
	const etag = `"${epoch}:${seq}"`;
	const headers = { etag, 'cache-control': 'private, no-cache', 'content-type': 'application/json' };
	if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
	return compressed(json, headers, request.headers.get('accept-encoding'));
};
