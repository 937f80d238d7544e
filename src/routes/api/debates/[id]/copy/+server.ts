import { randomBytes } from 'node:crypto';
import { json } from '@sveltejs/kit';
import { decode, list, object } from '#lib/core/decode.ts';
import { apply } from '#lib/core/edit/apply.ts';
import { plant } from '#lib/core/edit/plant.ts';
import { MOST, step, type Step } from '#lib/core/edit/step.ts';
import { Debate } from '#lib/core/model/debate.ts';
import { snapshot as decoder } from '#lib/core/sync/message.ts';
import { body, misfit } from '#lib/server/http/body.ts';
import { refused } from '#lib/server/http/refusal.ts';
import type { RequestHandler } from './$types';

const wanted = object<{ steps: Step[] }>({ steps: list(step, MOST.steps) }, { steps: [] });

/** A debate of one's own that is like this one, with `steps` done to it: how one edits what one may only read. */
export const POST: RequestHandler = async ({ params, locals, request }) => {
	const { store, person } = locals;
	const sent = await body(request, wanted);
	if (!sent.ok) return sent.error;
	if ((await store.right(person, params.id)) === null) return refused({ why: 'no such debate' });
	const original = await store.snapshot(params.id);
	if (!original.ok) return refused(original.error);
	const snapshot = decode(decoder, JSON.parse(Buffer.from(original.value.json).toString('utf8')));
	if (!snapshot.ok)
		throw new TypeError(`snapshot of ${params.id}: ${snapshot.error.path} ${snapshot.error.message}`);
	const { about, items } = snapshot.value;
	const likeIt: Step[] = [{ do: 'describe', to: about }, ...plant(items)];
	const steps = [...likeIt, ...sent.value.steps];
	const tried = apply(new Debate(), steps);
	if (!tried.ok) {
		const at = tried.error.at - likeIt.length;
		if (at < 0) throw new TypeError(`copy of ${params.id}: step ${tried.error.at} ${tried.error.refusal}`);
		return misfit(`steps[${at}]`, tried.error.refusal);
	}
	const id = randomBytes(16).toString('base64url');
	const made = await store.create({ id, owner: person, steps, at: Date.now() });
	return made.ok ? json({ id }, { status: 201 }) : refused(made.error);
};
