import type { Id } from '#lib/core/model/item.ts';
import { relationsFrom, roots } from '#lib/core/model/questions.ts';
import { fit, reveal, zoomed } from '../place/camera.ts';
import { linked } from '../place/linked.ts';
import { neighbour, type Direction, type Place } from '../place/walk.ts';
import type { Board } from './board.svelte.ts';

/** Leads to what lies in this direction: selects it, adds it to what is selected, or only moves the focus there. */
export async function go(
	board: Board,
	direction: Direction,
	how: 'select' | 'add' | 'focus' = 'select'
): Promise<void> {
	const { stop: here, plan, session, view, stage } = board;
	if (here === null) return;
	if (view.current === null && how === 'select') return board.visit(here);
	const tied = linked(session.debate, plan, here);
	const next = neighbour(plan.placeOf(here)!, direction, tied, plan.stops());
	if (next === null) return;
	if (how !== 'focus') return board.visit(next, how === 'add');
	await board.show(next);
	stage?.focus(next);
}

/** Selects the first root. */
export function goHome(board: Board): void {
	const first = roots(board.session.debate)[0];
	if (first) void board.visit(first.id);
}

/** Shows what a claim bears on: of several uses, the one after the last that was shown. */
export function nextUse(board: Board, id: Id | null): void {
	if (id === null) return;
	const targets = relationsFrom(board.session.debate, id).flatMap(({ target }) => target ?? []);
	const next = targets[(targets.indexOf(board.lastUse ?? '') + 1) % Math.max(targets.length, 1)];
	if (next === undefined) return;
	board.lastUse = next;
	void board.show(next);
}

export function selectAll({ plan, view }: Board): void {
	for (const id of plan.cards.keys()) view.selected.add(id);
}

/** Selects `before` and the cards that touch this part of the screen, in pixels of the map. */
export function selectWithin(
	{ stage, plan, view }: Board,
	band: Omit<Place, 'id'>,
	before: readonly Id[]
): void {
	if (!stage) return;
	const { x, y, zoom } = stage.shot();
	const area = {
		x: (band.x - x) / zoom,
		y: (band.y - y) / zoom,
		width: band.width / zoom,
		height: band.height / zoom
	};
	const wanted = new Set(before);
	for (const { id } of plan.cardsWithin(area)) wanted.add(id);
	for (const id of [...view.selected]) if (!wanted.has(id)) view.selected.delete(id);
	for (const id of wanted) view.selected.add(id);
}

/** Leaves off: puts down what is carried, or else selects nothing. */
export function leave(board: Board): void {
	board.pen.finish();
	board.hush();
	if (board.carried !== null) board.carried = null;
	else board.view.select(null);
}

/** Shows the map so much larger, or smaller. */
export function zoomBy({ stage, life }: Board, factor: number): void {
	if (stage) stage.move(zoomed(stage.shot(), stage.size(), stage.shot().zoom * factor, life), true);
}

/** Shows the map at life size, and what is selected in it. */
export function zoomToLife({ stage, stop, plan, life }: Board): void {
	if (!stage) return;
	const shot = zoomed(stage.shot(), stage.size(), life, life);
	const place = stop === null ? undefined : plan.placeOf(stop);
	stage.move(place ? reveal(shot, stage.size(), place, life) : shot, true);
}

/** Shows the whole map. */
export function showAll({ stage, plan, life }: Board): void {
	if (stage && plan.bounds) stage.move(fit(stage.size(), plan.bounds, life), true);
}
