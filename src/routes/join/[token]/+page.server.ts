import { error, redirect } from '@sveltejs/kit';
import { t } from '#lib/i18n/everywhere.ts';
import type { PageServerLoad } from './$types';

/** A debate's link: gives the right that it carries, and leads to the debate. A page, so that errors look like one. */
export const load: PageServerLoad = async ({ params, locals }) => {
	const followed = await locals.store.follow(params.token, locals.person);
	if (followed.ok) redirect(303, `/debates/${followed.value.debate}`);
	if (followed.error.why === 'unwritable') error(503, t('join.unwritable'));
	error(404, t('join.gone'));
};
