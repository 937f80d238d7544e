import { discard, discarded } from '#lib/core/edit/discard.ts';
import type { Debate } from '#lib/core/model/debate.ts';
import type { Id, Item } from '#lib/core/model/item.ts';
import { relationOf, relationsOn, roots } from '#lib/core/model/questions.ts';
import { t } from '#lib/i18n/t.ts';
import type { Board } from './board.svelte.ts';
import { home } from '../place/linked.ts';

/** From so many claims on it is asked first. */
const MANY = 12;

/** Takes away what is selected: cards with their branches, of a joint or line only the inference. Asks before much goes. */
export function remove(board: Board): void {
	const { session, view } = board;
	const ids = [...view.selected];
	const claims = discarded(session.debate, ids).filter(({ kind }) => kind === 'claim').length;
	if (claims < MANY || !session.canEdit) removeNow(board, ids);
	else board.doomed = ids;
}

/** Takes `ids` away without asking, says what went, or `words`, and selects what was next to it. */
export function removeNow(board: Board, ids: readonly Id[], words?: string): void {
	const { session, view } = board;
	board.doomed = null;
	const gone = discarded(session.debate, ids);
	const next = nextTo(session.debate, ids[0]!, new Set(gone.map(({ id }) => id)));
	const done = session.do(discard, ids);
	if (!done.ok || !session.canEdit) return;
	view.select(next);
	board.tell(words ?? removed(gone), true);
	if (next === null) board.focusMap();
	else void board.visit(next);
}

/** What goes, and how much of it, in words. */
export function removed(gone: readonly Item[]): string {
	const { claims, evidence } = counts(gone);
	const isBare = claims + evidence === 0;
	const both = claims > 0 && evidence > 0 ? 'yes' : 'no';
	return t('map.removed', { claims, evidence, both, links: isBare ? gone.length : 0 });
}

/** How many claims and pieces of evidence are among `gone`. */
export function counts(gone: readonly Item[]): { claims: number; evidence: number } {
	const count = (kind: Item['kind']) => gone.filter((item) => item.kind === kind).length;
	return { claims: count('claim') + count('argument'), evidence: count('evidence') };
}

/** The sibling after or before, else what it bore on, else a root. */
function nextTo(debate: Debate, id: Id, gone: ReadonlySet<Id>): Id | null {
	const link = relationOf(debate, id);
	const from = link ?? home(debate, id);
	const stays = (other: Id | null | undefined): other is Id => other != null && !gone.has(other);
	if (link) return link.premises.map((one) => one.id).find(stays) ?? null;
	if (from?.target == null)
		return (
			roots(debate)
				.map((root) => root.id)
				.find(stays) ?? null
		);
	const siblings = relationsOn(debate, from.target).flatMap((one) =>
		one.premises.map((premise) => premise.id)
	);
	const at = siblings.indexOf(id);
	const nearby = [...siblings.slice(at + 1), ...siblings.slice(0, Math.max(at, 0)).reverse(), from.target];
	return nearby.find(stays) ?? null;
}
