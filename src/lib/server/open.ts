import { randomBytes } from 'node:crypto';
import type { Id } from '#lib/core/model/item.ts';
import { fail, ok, type Result } from '#lib/core/result.ts';
import { Sessions } from './accounts/sessions.ts';
import type { Settings } from './env.ts';
import { seed } from './seed.ts';
import { openStore } from './store/open.ts';
import type { Store, StoreRefusal } from './store/store.ts';
import { worded } from './worded.ts';

/** Everything that a request may need of the server. */
export interface House {
	readonly store: Store;
	readonly sessions: Sessions;
	/** The one local person of a server that only this machine can reach; `null` where visitors are guests. */
	readonly local: Id | null;
}

/** Opens the database, makes the local person, and puts the sample in once. Or says in a sentence why not. */
export async function open(settings: Settings, clock: () => number): Promise<Result<House, string>> {
	const opened = openStore({ file: settings.database, clock, mode: 'serve' });
	if (!opened.ok) return fail(worded(opened.error, settings.database));
	const store = opened.value;
	const sessions = new Sessions(store, clock);
	const seeded = await seed(store, clock());
	const local = settings.hasGuests ? ok(null) : await localPerson(store, clock);
	if (!seeded.ok || !local.ok) {
		store.close();
		return fail(worded({ why: 'no room' }, settings.database));
	}
	await sessions.sweep();
	await store.sweep();
	return ok({ store, sessions, local: local.value });
}

async function localPerson(store: Store, clock: () => number): Promise<Result<Id, StoreRefusal>> {
	const known = await store.localPerson();
	return known === null ? newPerson(store, true, clock) : ok(known);
}

/** A new person without any account. */
export async function newPerson(
	store: Store,
	local: boolean,
	clock: () => number
): Promise<Result<Id, StoreRefusal>> {
	const id = randomBytes(16).toString('base64url');
	const added = await store.addPerson({ id, local, at: clock() });
	return added.ok ? ok(id) : added;
}
