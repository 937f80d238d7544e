import { amend } from '#lib/core/edit/amend.ts';
import { apply } from '#lib/core/edit/apply.ts';
import type { Step } from '#lib/core/edit/step.ts';
import type { Debate } from '#lib/core/model/debate.ts';
import type { Id, Point } from '#lib/core/model/item.ts';
import type { View } from '#lib/client/view.svelte.ts';
import type { Plan } from '../place/plan.ts';
import { CARD } from '#lib/draw/card.ts';
import { GAP } from '#lib/draw/family/gaps.ts';
import type { CardBox } from '#lib/draw/layout/types.ts';
import { above, bearsOn, choices, drop, type Choice } from './drops.ts';

/** What a drag of this card moves, itself first: where it is one of several that are selected, all of them. */
export function moved(view: View, plan: Plan, id: Id): Id[] {
	if (!view.selected.has(id)) return [id];
	return [id, ...[...view.selected].filter((other) => other !== id && plan.cards.has(other))];
}

/**
 * Pins all of these cards, as far from where each lies as the first is put from its own place. A pin makes a card
 * higher: those below it make room.
 */
export function pinAll(debate: Debate, plan: Plan, ids: readonly Id[], put: Point): Step[] {
	const spots = roomy(ids.flatMap((id) => plan.cards.get(id) ?? []));
	const from = spots.get(ids[0] ?? '');
	if (!from) return [];
	return [...spots].flatMap(([id, { x, y }]) => {
		const pin = { x: Math.round(x + put.x - from.x), y: Math.round(y + put.y - from.y) };
		return [...amend(debate, 'claim', id, { pin }), ...amend(debate, 'argument', id, { pin })];
	});
}

/** Where the corners of these cards are once each has a mark: from the top down, each clear of those above it. */
function roomy(cards: readonly CardBox[]): Map<Id, Point> {
	const made = new Map<Id, Point>();
	/** How far down each strip of the map is taken. */
	const taken = new Map<number, number>();
	for (const { id, x, y: wished, width, height, hasMarks } of cards.toSorted((a, b) => a.y - b.y)) {
		const strips = (from: number, to: number) =>
			Array.from(
				{ length: Math.ceil(to / STRIP) - Math.floor(from / STRIP) },
				(_, at) => at + Math.floor(from / STRIP)
			);
		const free = strips(x - GAP.sibling + STRIP, x + width + GAP.sibling - STRIP).map(
			(at) => taken.get(at) ?? wished
		);
		const y = Math.max(wished, ...free);
		const bottom = y + height + (hasMarks ? 0 : CARD.footer) + GAP.sibling;
		for (const strip of strips(x, x + width)) taken.set(strip, bottom);
		made.set(id, { x, y });
	}
	return made;
}

const STRIP = 4;

/** What may become of all of these when they are put on `on` together; the same becomes of each. */
export function choicesOfAll(debate: Debate, ids: readonly Id[], on: Id): Choice[] {
	if (ids.includes(on)) return [];
	const [first, ...others] = heads(debate, ids);
	if (first === undefined) return [];
	const possible = choices(debate, first, on);
	if (others.length === 0) return possible;
	let trial = 0;
	const newId = () => `-${trial++}`;
	const isForAll = (choice: Choice) => others.every((id) => choices(debate, id, on).includes(choice));
	return possible.filter((choice) => isForAll(choice) && dropAll(debate, ids, on, choice, newId).length > 0);
}

/** The steps of one choice for all of these; none where they do not fit one after the other. */
export function dropAll(debate: Debate, ids: readonly Id[], on: Id, choice: Choice, newId: () => Id): Step[] {
	const steps: Step[] = [];
	const undos: (readonly Step[])[] = [];
	const inOrder = heads(debate, ids);
	// Each is put next to `on`, before those that were put there already.
	if (choice === 'beside') inOrder.reverse();
	for (const id of inOrder) {
		const next = drop(debate, id, on, choice, newId());
		const done = apply(debate, next);
		if (!done.ok) break;
		undos.push(done.value.undo);
		steps.push(...next);
	}
	for (const undo of undos.toReversed()) apply(debate, undo);
	return undos.length === inOrder.length ? steps : [];
}

/** Of these, those that bear on no other: what bears on one goes with it and stays below it. Of a circle, the first. */
function heads(debate: Debate, ids: readonly Id[]): Id[] {
	if (ids.length < 2) return [...ids];
	const places = new Map(ids.map((id, at) => [id, at]));
	return ids.filter((id, at) => {
		for (const up of above(debate, id)) {
			const other = places.get(up);
			if (other !== undefined && other !== at && (other < at || !bearsOn(debate, up, id))) return false;
		}
		return true;
	});
}
