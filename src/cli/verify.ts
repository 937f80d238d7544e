import { openStore } from '#lib/server/store/open.ts';
import { worded } from '#lib/server/worded.ts';
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
	let isSound = true;
	for (const id of await store.debates()) {
		const found = await store.verify(id);
		isSound &&= found.ok;
		if (found.ok) console.log(`${id}: agrees with its log (changes: ${found.value.changes})`);
		else console.log(`${id}: differs from its log, ${place(found.error.at)}${found.error.message}`);
	}
	store.close();
	return isSound ? 0 : 1;
}

function place(at: number): string {
	return at > 0 ? `change ${at}: ` : '';
}
