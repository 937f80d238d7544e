import { json } from '@sveltejs/kit';
import { object, oneOf } from '#lib/core/decode.ts';
import { body } from '#lib/server/http/body.ts';
import { refused } from '#lib/server/http/refusal.ts';
import type { RequestHandler } from './$types';

const wanted = object<{ right: 'read' | 'edit' }>({ right: oneOf(['read', 'edit']) });

/** The link that lets others read or edit, made on first asking. */
export const POST: RequestHandler = async ({ params, locals, request }) => {
	const sent = await body(request, wanted, 1024);
	if (!sent.ok) return sent.error;
	const made = await locals.store.link(params.id, locals.person, sent.value.right);
	return made.ok ? json(made.value) : refused(made.error);
};

/** Makes that link useless, and ends the rights that came through it. */
export const DELETE: RequestHandler = async ({ params, locals, request }) => {
	const sent = await body(request, wanted, 1024);
	if (!sent.ok) return sent.error;
	const done = await locals.store.revoke(params.id, locals.person, sent.value.right);
	return done.ok ? new Response(null, { status: 204 }) : refused(done.error);
};
