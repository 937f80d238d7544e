/** One object of each of the classes that readers make anew for every text. */
const KEPT: object[] = [];

/**
 * Keeps `one` of its class for good. The engine forgets what it has learned of a class, with all code compiled for it,
 * once the last of its objects is gone. A reader's objects are gone with the text that they read: each text would be
 * read at the pace of the first.
 */
export function keepLearned(one: object): void {
	KEPT.push(one);
}
