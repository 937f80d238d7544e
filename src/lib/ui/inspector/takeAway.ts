import type { Session } from '#lib/client/session.svelte.ts';
import type { Toasts } from '#lib/client/toasts.svelte.ts';
import { discard, discarded } from '#lib/core/edit/discard.ts';
import type { Id } from '#lib/core/model/item.ts';
import { t } from '#lib/i18n/t.ts';
import { removed } from '../canvas/act/remove.ts';

/**
 * Takes items away as the map does, says what went, and offers to undo it until something else is done. Answers
 * whether they are gone.
 */
export function takeAway(session: Session, toasts: Toasts, ids: readonly Id[]): boolean {
	const gone = discarded(session.debate, ids);
	if (!session.do(discard, ids).ok || !session.canEdit) return false;
	tellUndoable(session, toasts, removed(gone));
	return true;
}

/** Says what was just done, and offers to undo it until something else is done. */
export function tellUndoable(session: Session, toasts: Toasts, words: string): void {
	const { last } = session.past;
	toasts.tell({
		words,
		act: { label: t('toast.undo'), run: () => session.undo() },
		isCurrent: () => session.past.last === last
	});
}
