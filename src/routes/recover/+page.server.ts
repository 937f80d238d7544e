import { fail, redirect } from '@sveltejs/kit';
import { newRecovery } from '#lib/server/accounts/recovery.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, setHeaders }) => {
	if (locals.isLocal) redirect(303, '/');
	setHeaders({ 'cache-control': 'no-store' });
	return { hasLink: await locals.store.hasRecovery(locals.person) };
};

export const actions: Actions = {
	/** Makes a new link in place of the one before. It is said in this one answer and never again. */
	default: async ({ locals, url }) => {
		if (locals.isLocal) redirect(303, '/');
		const made = await newRecovery(locals.store, locals.person);
		if (!made.ok) return fail(503, { isUnwritable: true });
		return { link: `${url.origin}/recover/${made.value.token}` };
	}
};
