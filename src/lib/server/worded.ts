import type { BackupRefusal } from './store/backup.ts';

/** Why a database cannot be opened or copied, and what to do. */
export function worded(refusal: BackupRefusal, file: string): string {
	switch (refusal.why) {
		case 'no such folder':
			return `The folder of ${file} does not exist. Make it, or set DATABASE to another file.`;
		case 'no such file':
			return `There is no database at ${file}. Start the server once, or name another file.`;
		case 'not a database':
			return `${file} is not a database, or it is damaged. Set DATABASE to another file, or put a backup in its place.`;
		case 'not ours':
			return `${file} is a database of another program. Set DATABASE to another file.`;
		case 'newer':
			return `${file} was made by a newer Argosy. Install that version, or set DATABASE to another file.`;
		case 'older':
			return `${file} was made by an older Argosy. Start the server once; it brings it up to date.`;
		case 'edited migration':
			return `${file} was made with another version of the migration ${refusal.name}. Use the Argosy that made it.`;
		case 'damaged':
			return `${file} could not be brought up to date and was left as it was: ${refusal.what}.`;
		case 'read-only':
			return `${file} cannot be written. Check who owns the file and its folder.`;
		case 'no room':
			return `${file} cannot be written: its disk is full, or fails. Make room, or set DATABASE to another file.`;
		case 'in use':
			return `Another Argosy already serves ${file}. Stop it first, or set DATABASE to another file.`;
		case 'exists':
			return 'There is a file of that name already, and a backup is never written over. Name another file.';
		case 'no folder for it':
			return 'The folder for the backup does not exist. Make it, or name another.';
		case 'cannot be copied':
			return `${file} could not be copied and is as it was: ${refusal.what}.`;
	}
}
