/** Distances of the map in map units; multiples of eight but for the fine ones inside a channel. */
export const GAP = { sibling: 24, family: 48, generation: 64 } as const;

/** The diameter of a joint. */
export const JOINT = 24;

/** The channel between a card and its reasons: how far below the card the level parts of lines run. */
export const BUS = { upper: 17, middle: 22, lower: 27, joint: 14 } as const;

/** Half the distance between where supports and where attacks meet a card. */
export const PORT = 12;

/** A column of reasons: its trunks, supports on the inner one, and how far its cards stand to the right and below. */
export const COLUMN = { outer: 10, inner: 24, indent: 88, top: 40 } as const;

/** Rows below one head: how far apart, rows of roots too, and the room beside them with the trunk in it. */
export const SHELF = { gap: 16, roots: 56, indent: 40, trunk: 12 } as const;

/** Below a card, joints stand in the channel and their premises keep clear of them; no words stand below a joint. */
const CHANNEL = {
	card: { joint: 48, card: 48 + JOINT + 36 },
	joint: { joint: 20, card: 20 + JOINT + 36 }
} as const;

/** How far below the head of a family its joints and its cards begin: all cards on one level. */
export function drops(head: 'card' | 'joint', hasJoints: boolean): { joint: number; card: number } {
	if (hasJoints) return CHANNEL[head];
	return head === 'joint' ? { joint: 0, card: 40 } : { joint: 0, card: GAP.generation };
}
