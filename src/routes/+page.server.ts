import { randomBytes } from 'node:crypto';
import { error, redirect } from '@sveltejs/kit';
import { decode, text } from '#lib/core/decode.ts';
import type { Step } from '#lib/core/edit/step.ts';
import { LIMITS } from '#lib/core/model/decodeItem.ts';
import { claim } from '#lib/core/model/make.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	debates: await locals.store.list(locals.person),
	now: Date.now(),
	/** A guest without a secret link would lose the way back with the browser's cookies. */
	needsLink: !locals.isLocal && !(await locals.store.hasRecovery(locals.person))
});

export const actions: Actions = {
	/** A new debate, for whoever presses Enter before the page's own script has come, or has none. */
	start: async ({ request, locals }) => {
		const sent = (await request.formData()).get('contention');
		const words = decode(text(LIMITS.claim), typeof sent === 'string' ? sent.trim() : '', 'contention');
		if (!words.ok) error(400, `The claim ${words.error.message}.`);
		const steps: Step[] = [{ do: 'describe', to: { title: words.value.slice(0, 120) } }];
		if (words.value !== '') steps.push({ do: 'add', item: claim({ id: 'claim', text: words.value }) });
		redirect(303, `/debates/${await made(locals, steps)}`);
	},
	/** A new debate that begins with the dialog for files and texts. */
	bringIn: async ({ locals }) => redirect(303, `/debates/${await made(locals, [])}?import`)
};

async function made({ store, person }: App.Locals, steps: readonly Step[]): Promise<string> {
	const id = randomBytes(16).toString('base64url');
	const done = await store.create({ id, owner: person, steps, at: Date.now() });
	if (!done.ok) error(503, 'The server cannot write now. Go back and try again in a moment.');
	return id;
}
