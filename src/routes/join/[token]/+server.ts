import { error, redirect } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** A debate's link: gives the right that it carries, and leads to the debate. */
export const GET: RequestHandler = async ({ params, locals }) => {
	const followed = await locals.store.follow(params.token, locals.person);
	if (!followed.ok) error(404, 'This link is not valid any more. Ask the person who sent it for a new one.');
	redirect(303, `/debates/${followed.value.debate}`);
};
