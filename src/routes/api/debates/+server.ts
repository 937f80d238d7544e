import { randomBytes } from 'node:crypto';
import { json } from '@sveltejs/kit';
import { object, text } from '#lib/core/decode.ts';
import type { Step } from '#lib/core/edit/step.ts';
import { id } from '#lib/core/model/decodeId.ts';
import { LIMITS } from '#lib/core/model/decodeItem.ts';
import { claim } from '#lib/core/model/make.ts';
import { body } from '#lib/server/http/body.ts';
import { refused } from '#lib/server/http/refusal.ts';
import type { RequestHandler } from './$types';

/** The debates that one may read, last changed first. */
export const GET: RequestHandler = async ({ locals }) => json(await locals.store.list(locals.person));

const wanted = object<{ id: string; title: string; claim: string }>(
	{ id, title: text(LIMITS.line), claim: text(LIMITS.claim) },
	{ title: '', claim: '' }
);

/** A new debate of one's own, with its first claim if there is one. */
export const POST: RequestHandler = async ({ request, locals }) => {
	const sent = await body(request, wanted, 64 * 1024);
	if (!sent.ok) return sent.error;
	const steps: Step[] = [{ do: 'describe', to: { title: sent.value.title } }];
	if (sent.value.claim !== '')
		steps.push({
			do: 'add',
			item: claim({ id: randomBytes(16).toString('base64url'), text: sent.value.claim })
		});
	const made = await locals.store.create({ id: sent.value.id, owner: locals.person, steps, at: Date.now() });
	return made.ok ? json({ id: sent.value.id }, { status: 201 }) : refused(made.error);
};
