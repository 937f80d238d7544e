import type { Point } from '#lib/core/model/item.ts';
import type { Card } from '../card.ts';
import type { Node } from '../forest/node.ts';
import type { FamilyLines } from '../lines/family.ts';
import type { Form } from '../family/family.ts';
import type { CardBox, JointBox } from './types.ts';

/**
 * What the layout knows of a card or joint: how its branch stands, and where that is seen from the branch around it.
 * So a branch that moves as a whole costs nothing, however much hangs below.
 */
export class Place {
	/** The face of a card; `null` for a joint. */
	card: Card | null = null;
	/** Whether the card has marks of its own, besides what is folded below it and circles. */
	isMarked = false;
	/** Where a person put it, in the coordinates of the map. */
	pin: Point | null = null;
	/** Links lead to it or from it, or may do so. */
	isTied = false;
	/** The children that stand with it: those that are pinned stand elsewhere. */
	family: readonly Node[] = [];
	/** How large the card or joint is by itself. */
	width = 0;
	height = 0;
	/** How it stands with all of its family. */
	form: Form | null = null;
	/** Forms to choose from, while a map is composed. */
	choices: readonly Form[] = [];
	/** The corner of its branch, seen from that of the branch around it; of what is pinned, on the map. */
	x = 0;
	y = 0;
	/** How far it had to move to make room for what is pinned. */
	aside: Point = NOWHERE;
	/** How many cards its branch has. */
	count = 0;
	/** How far cards and joints of the branch reach, seen from its corner. */
	reach: Reach = NOTHING;
	/** The lines of its family, seen from its corner. */
	lines: FamilyLines | null = null;
	/** As they were last asked for, so that what has not changed is the same again. */
	box: CardBox | JointBox | null = null;
	/** The corner of its branch on the map at the time of `at`. */
	left = 0;
	top = 0;
	at = -1;
	/** Its number among all, for as long as these are listed. */
	index = 0;
}

export interface Reach {
	readonly left: number;
	readonly top: number;
	readonly right: number;
	readonly bottom: number;
}

const NOWHERE: Point = { x: 0, y: 0 };
const NOTHING: Reach = { left: 0, top: 0, right: 0, bottom: 0 };
