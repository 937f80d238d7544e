import { error, fail, redirect } from '@sveltejs/kit';
import { t } from '#lib/i18n/everywhere.ts';
import { cookieName, cookieOf } from '#lib/server/accounts/cookie.ts';
import { recovered } from '#lib/server/accounts/recovery.ts';
import type { Actions, PageServerLoad } from './$types';

/** What becomes of the debates that this browser has already is asked before anything is done. */
export const load: PageServerLoad = async ({ params, locals, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	const who = await recovered(locals.store, params.token);
	if (who === null) error(404, t('recover.gone'));
	if (locals.isLocal || who === locals.person) redirect(303, '/');
	const here = await locals.store.list(locals.person);
	return { here: here.filter(({ right, sample }) => right !== 'read' || !sample).length };
};

export const actions: Actions = {
	/** This browser becomes the person that the link leads to, and brings along what it could do before if asked to. */
	default: async ({ params, locals, request, cookies, url }) => {
		const { store, sessions, person } = locals;
		const who = await recovered(store, params.token);
		if (who === null) error(404, t('recover.gone'));
		const form = await request.formData();
		if (form.has('bring')) {
			const brought = await store.takeAlong(person, who);
			if (!brought.ok) return fail(503, { isUnwritable: true });
		}
		const visit = await sessions.create(who);
		if (!visit.ok) return fail(503, { isUnwritable: true });
		const token = cookies.get(cookieName(url));
		if (token !== undefined) await sessions.invalidate(token);
		cookies.set(...cookieOf(visit.value, url));
		redirect(303, '/');
	}
};
