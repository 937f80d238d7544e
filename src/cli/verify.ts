import { worded } from '#lib/server/worded.ts';
import { openStore } from '#lib/server/store/open.ts';
import { databaseOf, parsed } from './options.ts';

/** `argosy verify`: rebuilds every debate from its log and compares; 1 when one differs. */
export async function verify(args: string[]): Promise<number> {
	const read = parsed(args, { database: { type: 'string' } });
	if (!read) return 1;
	const file = databaseOf(read.values.database);
	const opened = openStore({ file, clock: Date.now, mode: 'read' });
	if (!opened.ok) {
		console.error(worded(opened.error, file));
		return 1;
	}
	const store = opened.value;
	let damaged = 0;
	for (const id of await store.debates()) {
		const found = await store.verify(id);
		if (found.ok) console.log(`${id}: ${found.value.changes} changes, as the log says`);
		else {
			damaged++;
			console.log(`${id}: ${found.error.at > 0 ? `change ${found.error.at}: ` : ''}${found.error.message}`);
		}
	}
	store.close();
	return damaged > 0 ? 1 : 0;
}
