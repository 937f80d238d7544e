import { json } from '@sveltejs/kit';
import { object, oneOf } from '#lib/core/decode.ts';
import { QUESTIONS, rating, type Question } from '#lib/core/model/judgement/rating.ts';
import { body } from '#lib/server/http/body.ts';
import { refused } from '#lib/server/http/refusal.ts';
import type { RequestHandler } from './$types';

const MOST_BYTES = 1024;
const taken = object<{ question: Question }>({ question: oneOf(QUESTIONS) });

/** One's own answers about a claim or an inference; what all answered only to questions that one has answered. */
export const GET: RequestHandler = async ({ params, locals }) => {
	const found = await locals.store.judgement(params.id, locals.person, params.item);
	return found.ok ? json(found.value) : refused(found.error);
};

/** Answers one question, in place of the answer before. */
export const PUT: RequestHandler = async ({ params, locals, request }) => {
	const sent = await body(request, rating, MOST_BYTES);
	if (!sent.ok) return sent.error;
	const done = await locals.store.rate(params.id, locals.person, params.item, sent.value);
	return done.ok ? json(done.value) : refused(done.error);
};

/** Takes one's answer to a question back. */
export const DELETE: RequestHandler = async ({ params, locals, request }) => {
	const sent = await body(request, taken, MOST_BYTES);
	if (!sent.ok) return sent.error;
	const done = await locals.store.unrate(params.id, locals.person, params.item, sent.value.question);
	return done.ok ? json(done.value) : refused(done.error);
};
