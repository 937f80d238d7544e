import { error } from '@sveltejs/kit';
import { miniature } from '#lib/draw/miniature.ts';
import { readDebate } from '#lib/server/export/readDebate.ts';
import type { RequestHandler } from './$types';

const SIZE = { width: 360, height: 180 };

/** A small picture of the debate, for the home page; its address there changes with the debate. */
export const GET: RequestHandler = async ({ params, locals }) => {
	const { store, person } = locals;
	if ((await store.right(person, params.id)) === null) error(404, 'There is no such debate.');
	const debate = await readDebate(store, params.id);
	if (!debate) error(404, 'There is no such debate.');
	return new Response(miniature(debate, SIZE), {
		headers: {
			'content-type': 'image/svg+xml',
			'cache-control': 'private, max-age=31536000, immutable',
			'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox"
		}
	});
};
