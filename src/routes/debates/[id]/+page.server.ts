import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const right = await locals.store.right(locals.person, params.id);
	if (right === null) error(404, 'no such debate');
	return { id: params.id, right };
};
