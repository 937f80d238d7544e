import { randomUUID } from 'node:crypto';
import { dev } from '$app/environment';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';
import { sequence } from '@sveltejs/kit/hooks';
import { settings } from '#lib/server/env.ts';
import { newPerson, open, type House } from '#lib/server/open.ts';

let house: House;

export const init: ServerInit = async () => {
	// After an edit in development all modules are loaded anew: what they opened before is closed first.
	if (dev) process.emit('sveltekit:shutdown' as never);
	const wanted = settings(process.env);
	if (!wanted.ok) throw new Error(wanted.error);
	const opened = await open(wanted.value, Date.now);
	if (!opened.ok) throw new Error(opened.error);
	house = opened.value;
	process.once('sveltekit:shutdown', () => house.store.close());
};

/** A page elsewhere must not act here: Kit's own check looks at forms only, this one at everything that changes. */
const fromHere: Handle = ({ event, resolve }) => {
	const { request, url } = event;
	if (request.method === 'GET' || request.method === 'HEAD') return resolve(event);
	const site = request.headers.get('sec-fetch-site');
	const isOurs = site === null ? request.headers.get('origin') === url.origin : site === 'same-origin';
	return isOurs ? resolve(event) : refuse(403, 'This request came from another site.');
};

/** A name that somebody else points at this machine must not reach what only this machine may see. */
const toThisMachine: Handle = ({ event, resolve }) => {
	if (house.local === null || LOOPBACK.has(event.url.hostname)) return resolve(event);
	return refuse(403, 'Argosy answers here only as localhost or 127.0.0.1.');
};

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Every browser is somebody: one known by its cookie, or a new guest when it opens a page. */
const known: Handle = async ({ event, resolve }) => {
	const { cookies, url, locals, request } = event;
	const isSecure = url.protocol === 'https:';
	const name = isSecure ? '__Host-session' : 'session';
	const token = cookies.get(name);
	let visit = token === undefined ? null : await house.sessions.validate(token);
	if (!visit) {
		if (!isPage(request)) return refuse(401, 'This browser is not known here. Open a page first.');
		visit = await house.sessions.create(house.local ?? (await newPerson(house.store, false, Date.now)));
	}
	if (visit.fresh)
		cookies.set(name, visit.token, {
			path: '/',
			httpOnly: true,
			secure: isSecure,
			sameSite: 'lax',
			expires: visit.expires
		});
	locals.person = visit.person;
	locals.isLocal = house.local !== null;
	locals.store = house.store;
	return resolve(event);
};

function isPage(request: Request): boolean {
	return request.method === 'GET' && (request.headers.get('accept')?.includes('text/html') ?? false);
}

const sealed: Handle = async ({ event, resolve }) => {
	const response = await resolve(event);
	for (const [header, value] of HEADERS) response.headers.set(header, value);
	return response;
};

const HEADERS = [
	['x-content-type-options', 'nosniff'],
	['referrer-policy', 'same-origin'],
	['x-frame-options', 'DENY'],
	['cross-origin-opener-policy', 'same-origin'],
	['cross-origin-resource-policy', 'same-origin']
] as const;

export const handle = sequence(sealed, toThisMachine, fromHere, known);

export const handleError: HandleServerError = ({ error, status, message }) => {
	if (status === 404) return { message };
	const id = randomUUID();
	// eslint-disable-next-line no-console -- the server's log is its standard error
	console.error(id, error);
	return { message: 'Something went wrong on the server. What was saved is safe.', id };
};

function refuse(status: number, message: string): Response {
	return Response.json({ error: { code: 'refused', message } }, { status });
}
