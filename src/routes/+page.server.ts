import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	debates: await locals.store.list(locals.person),
	now: Date.now()
});
