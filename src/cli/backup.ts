import { backUp } from '#lib/server/store/backup.ts';
import { worded } from '#lib/server/worded.ts';
import { databaseOf, parsed } from './options.ts';

/** `argosy backup --to FILE`: a checked copy of the database while it is in use, with its SHA-256 beside it. */
export async function backup(args: string[]): Promise<number> {
	const read = parsed(args, { database: { type: 'string' }, to: { type: 'string' } });
	if (!read) return 1;
	const { to } = read.values;
	if (to === undefined) {
		console.error('Say where to: argosy backup --to FILE');
		return 1;
	}
	const file = databaseOf(read.values.database);
	const made = await backUp(file, to);
	if (!made.ok) {
		console.error(worded(made.error, file));
		return 1;
	}
	console.log(`${to} holds what ${file} holds (debates: ${made.value.debates}).`);
	console.log(
		`To restore it: stop the server, remove ${file}-wal and ${file}-shm, put it in the place of ${file}.`
	);
	return 0;
}
