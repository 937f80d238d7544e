import { json } from '@sveltejs/kit';
import { newRecovery } from '#lib/server/accounts/recovery.ts';
import { refusal, refused } from '#lib/server/http/refusal.ts';
import type { RequestHandler } from './$types';

/** A new link that leads back to this guest from any browser. It is said once: only its hash is kept. */
export const POST: RequestHandler = async ({ locals }) => {
	if (locals.isLocal)
		return refusal('forbidden', { message: 'On this machine every browser shows the same debates.' });
	const made = await newRecovery(locals.store, locals.person);
	return made.ok ? json({ path: `/recover/${made.value.token}` }, { status: 201 }) : refused(made.error);
};
