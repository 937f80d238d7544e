import { newId } from '#lib/client/id.ts';
import { orderOn } from '#lib/core/edit/addReason.ts';
import { amend } from '#lib/core/edit/amend.ts';
import { separate } from '#lib/core/edit/join.ts';
import type { Claim, Id, Relation } from '#lib/core/model/item.ts';
import { claimOf, relationOf, relationsOn } from '#lib/core/model/questions.ts';
import { t } from '#lib/i18n/t.ts';
import type { Board } from './board.svelte.ts';
import { home } from '../place/linked.ts';

/** The inference that is selected, or in which the selected claim stands. */
export function inferenceOf({ session, view }: Board): Relation | null {
	if (view.current === null) return null;
	return relationOf(session.debate, view.current) ?? home(session.debate, view.current);
}

/** Begins a new card for or against what is selected, or `target`. */
export function addReason(board: Board, sense: 'support' | 'attack', target = board.view.current): void {
	if (target === null) return;
	board.view.folded.delete(target);
	const ids = { claim: newId(), relation: newId(), origin: board.view.current };
	board.pen.begin({ is: 'reason', ...ids, target, sense, isInRow: true });
}

/** Begins one more premise of the selected inference. */
export function addPremise(board: Board): void {
	const relation = inferenceOf(board);
	if (!relation) return;
	const ids = { claim: newId(), relation: relation.id, origin: board.view.current };
	board.pen.begin({ is: 'premise', ...ids, isInRow: false });
}

/** Begins a claim that stands by itself. */
export function addRoot({ pen, view }: Board): void {
	pen.begin({ is: 'root', claim: newId(), origin: view.current, isInRow: false });
}

/** Folds or opens the branches of what is selected. */
export function toggleFold({ session, view }: Board): void {
	for (const id of view.selected)
		if (!view.folded.delete(id) && relationsOn(session.debate, id).length > 0) view.folded.add(id);
}

/** Pins the selected cards where they are, or gives them back to the layout. */
export function togglePin(board: Board): void {
	const claims = selectedClaims(board);
	const isPinning = claims.some(({ pin }) => pin === null);
	board.each(claims, ({ id }) => {
		const place = board.plan.placeOf(id);
		const pin = isPinning && place ? { x: Math.round(place.x), y: Math.round(place.y) } : null;
		return amend(board.session.debate, 'claim', id, { pin });
	});
}

/** Marks the selected claims as unstated, or as said after all. */
export function toggleUnstated(board: Board): void {
	const claims = selectedClaims(board);
	const unstated = claims.some((claim) => !claim.unstated);
	board.each(claims, ({ id }) => amend(board.session.debate, 'claim', id, { unstated }));
}

/** Makes an objection of a reason, and the reverse. */
export function turn(board: Board): void {
	const relation = inferenceOf(board);
	if (!relation) return;
	const sense = relation.sense === 'attack' ? 'support' : 'attack';
	board.session.do(amend, 'relation', relation.id, { sense });
}

/** Takes a joined premise out and makes it a reason by itself. */
export function makeSeparate(board: Board): void {
	const relation = inferenceOf(board);
	const premise = board.view.current;
	if (relation?.target == null || premise === null) return;
	const order = orderOn(board.session.debate, relation.target, relation.id);
	board.session.do(separate, { relation: relation.id, premise, newRelation: newId(), order });
}

/** Picks the selected card up, to be put down on another by Enter or a tap. */
export function carry(board: Board): void {
	board.carried = board.view.current;
	board.tell(t('map.carrying'));
}

function selectedClaims({ session, view }: Board): Claim[] {
	return [...view.selected].flatMap((id: Id) => claimOf(session.debate, id) ?? []);
}
