import { randomBytes } from 'node:crypto';
import type { Id } from '#lib/core/model/item.ts';
import { fail, ok, type Result } from '#lib/core/result.ts';
import { Sessions } from './accounts/sessions.ts';
import type { Settings } from './env.ts';
import { sample } from './sample/sample.ts';
import { openStore } from './store/open.ts';
import type { Store } from './store/store.ts';
import { worded } from './worded.ts';

/** Everything that a request may need of the server. */
export interface House {
	readonly store: Store;
	readonly sessions: Sessions;
	/** The one local person of a server that only this machine can reach; `null` where visitors are guests. */
	readonly local: Id | null;
}

/** Opens the database, makes the local person, and puts the sample in once. */
export async function open(settings: Settings, clock: () => number): Promise<Result<House, string>> {
	const opened = openStore({ file: settings.database, clock, mode: 'serve' });
	if (!opened.ok) return fail(worded(opened.error, settings.database));
	const store = opened.value;
	const local =
		settings.host === null ? ((await store.localPerson()) ?? (await newPerson(store, true, clock))) : null;
	if (!(await store.isSeeded())) {
		const { id, steps } = sample();
		await store.create({ id, owner: null, steps, at: clock(), sample: true });
		await store.markSeeded();
	}
	return ok({ store, sessions: new Sessions(store, clock), local });
}

/** A new person without any account. */
export async function newPerson(store: Store, local: boolean, clock: () => number): Promise<Id> {
	const id = randomBytes(16).toString('base64url');
	await store.addPerson({ id, local, at: clock() });
	return id;
}
