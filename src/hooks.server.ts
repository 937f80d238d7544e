import { randomUUID } from 'node:crypto';
import { dev } from '$app/environment';
import type { Handle, HandleServerError, RequestEvent, ServerInit } from '@sveltejs/kit';
import { sequence } from '@sveltejs/kit/hooks';
import type { Id } from '#lib/core/model/item.ts';
import { ok, type Result } from '#lib/core/result.ts';
import { cookieName, cookieOf } from '#lib/server/accounts/cookie.ts';
import type { Visit } from '#lib/server/accounts/sessions.ts';
import { settings } from '#lib/server/env.ts';
import { Allowance } from '#lib/server/http/allowance.ts';
import { refusal, spoken, type Code } from '#lib/server/http/refusal.ts';
import { newPerson, open, type House } from '#lib/server/open.ts';
import type { StoreRefusal } from '#lib/server/store/store.ts';

let house: House;

/** Opens the database. Throws one sentence for people where that cannot be. */
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

/** Says what browsers must not do with an answer. Pages get their content policy from SvelteKit. */
const sealed: Handle = async ({ event, resolve }) => {
	const response = await resolve(event);
	const { headers } = response;
	for (const [name, value] of HEADERS) headers.set(name, value);
	if (event.url.protocol === 'https:') headers.set('strict-transport-security', 'max-age=31536000');
	if (!headers.has('cache-control')) headers.set('cache-control', 'private, no-cache');
	return response;
};

const HEADERS = [
	['x-content-type-options', 'nosniff'],
	['referrer-policy', 'same-origin'],
	['x-frame-options', 'DENY'],
	['cross-origin-opener-policy', 'same-origin'],
	['cross-origin-resource-policy', 'same-origin']
] as const;

/** A name that somebody else points at this machine must not reach what only this machine may see. */
const toThisMachine: Handle = ({ event, resolve }) => {
	const name = event.request.headers.get('host')?.replace(/:\d+$/, '');
	if (house.local === null || (name !== undefined && LOOPBACK.has(name))) return resolve(event);
	return refuse(event, 'other-name');
};

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** A page elsewhere must not act here: Kit's own check looks at forms only, this one at everything that changes. */
const fromHere: Handle = ({ event, resolve }) => {
	const { request, url } = event;
	if (request.method === 'GET' || request.method === 'HEAD') return resolve(event);
	const site = request.headers.get('sec-fetch-site');
	const isOurs = site === null ? request.headers.get('origin') === url.origin : site === 'same-origin';
	return isOurs ? resolve(event) : refuse(event, 'elsewhere');
};

/** Every browser is somebody: one known by its cookie, or a new guest when it opens a page. */
const known: Handle = async ({ event, resolve }) => {
	const { cookies, url, locals } = event;
	const token = cookies.get(cookieName(url));
	let visit = token === undefined ? null : await house.sessions.validate(token);
	if (house.local !== null && visit?.person !== house.local) visit = null;
	if (visit === null && isPage(event)) {
		const wait = house.local === null ? arrivals.take(event.getClientAddress()) : 0;
		if (wait > 0) return refuse(event, 'too-many', wait);
		const arrived = await arrive();
		if (arrived.ok) visit = arrived.value;
		else if (house.local === null) return refuse(event, 'unwritable');
	}
	// On this machine alone everybody is the local person, also a page whose cookie another server took away.
	const person = visit?.person ?? (isElsewhere(event) ? null : house.local);
	if (person === null) return refuse(event, 'unknown');
	if (visit?.fresh) cookies.set(...cookieOf(visit, url));
	Object.assign(locals, {
		person,
		isLocal: house.local !== null,
		store: house.store,
		sessions: house.sessions
	});
	return resolve(event);
};

async function arrive(): Promise<Result<Visit, StoreRefusal>> {
	const who: Result<Id, StoreRefusal> =
		house.local === null ? await newPerson(house.store, false, Date.now) : ok(house.local);
	return who.ok ? house.sessions.create(who.value) : who;
}

/** A school has one address for all: a class may come at once. */
const arrivals = new Allowance({ most: 200, perSecond: 1 }, () => performance.now());

/** Whether a browser opens this to show it as a page of its own. */
function isPage({ request, url }: RequestEvent): boolean {
	if (request.method !== 'GET' || url.pathname.startsWith('/api/')) return false;
	const shownAs = request.headers.get('sec-fetch-dest');
	return shownAs === null || shownAs === 'document';
}

function isElsewhere({ request }: RequestEvent): boolean {
	const site = request.headers.get('sec-fetch-site');
	return site !== null && site !== 'same-origin' && site !== 'none';
}

/** No guest keeps the server from the others. */
const limited: Handle = ({ event, resolve }) => {
	const wait = house.local === null ? requests.take(event.locals.person) : 0;
	return wait === 0 ? resolve(event) : refuse(event, 'too-many', wait);
};

const requests = new Allowance({ most: 200, perSecond: 20 }, () => performance.now());

export const handle = sequence(sealed, toThisMachine, fromHere, known, limited);

/** What went wrong is for the log alone; the person is told where to find it there. */
export const handleError: HandleServerError = ({ error, status, message }) => {
	if (status < 500) return { message };
	const id = randomUUID();
	// eslint-disable-next-line no-console -- the server's log is its standard error
	console.error(new Date().toISOString(), id, error);
	return { message: 'Something went wrong on the server. What was saved is safe.', id };
};

function refuse(event: RequestEvent, code: Code, wait?: number): Response {
	const more = wait === undefined ? {} : { wait };
	return isPage(event) ? spoken(code, more) : refusal(code, more);
}
