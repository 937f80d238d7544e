import type { Debate } from '#lib/core/model/debate.ts';
import type { Point } from '#lib/core/model/item.ts';
import { cardOf, isMarked } from '../card.ts';
import type { Node } from '../forest/node.ts';
import type { Purpose } from './composition.ts';
import { JOINT } from '../family/gaps.ts';
import { turnedPin, turnedSize } from './turned.ts';

/**
 * Finds out how large a card is and where it is pinned. `isOther` tells that it is not as it was, and
 * `isPinnedOther` that it is pinned and was not, or the other way round.
 */
export function face(
	debate: Debate,
	node: Node,
	isSpecial: boolean,
	{ text, isTurned }: Purpose
): { isOther: boolean; isPinnedOther: boolean } {
	const { place } = node;
	if (node.kind === 'joint') {
		place.width = place.height = JOINT;
		return { isOther: place.form === null, isPinnedOther: false };
	}
	const item = debate.get(node.id)!;
	const card = cardOf(item, node.parent === null, isMarked(debate, item) || isSpecial, text);
	const { width, height } = isTurned ? turnedSize(card) : card;
	const wish = item.kind === 'claim' || item.kind === 'argument' ? item.pin : null;
	const pin = wish && isTurned ? turnedPin(wish) : wish;
	const isPinnedOther = (pin === null) !== (place.pin === null);
	const isOther =
		place.form === null || place.width !== width || place.height !== height || !isSame(pin, place.pin);
	place.card = card;
	place.pin = pin;
	place.width = width;
	place.height = height;
	return { isOther, isPinnedOther };
}

function isSame(a: Point | null, b: Point | null): boolean {
	return a?.x === b?.x && a?.y === b?.y;
}
