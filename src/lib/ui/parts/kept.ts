import type { Session } from '#lib/client/session.svelte.ts';
import type { Id, Source } from '#lib/core/model/item.ts';

const bySession = new WeakMap<Session, Map<string, string>>();

/**
 * Words that were typed and cannot be saved as they stand, by field: they are there again when a person comes back
 * to the field, until they are mended or given up.
 */
export function keptOf(session: Session): Map<string, string> {
	let kept = bySession.get(session);
	if (!kept) bySession.set(session, (kept = new Map()));
	return kept;
}

const drafts = new WeakMap<Session, Map<Id, Source>>();

/** Sources that were begun for a piece of evidence and not entered yet, by that evidence. */
export function draftSourcesOf(session: Session): Map<Id, Source> {
	let known = drafts.get(session);
	if (!known) drafts.set(session, (known = new Map()));
	return known;
}
