import type { Id } from '#lib/core/model/item.ts';

/** One line of the outline. The same claim can have several, one for each use; `key` tells them apart. */
export interface Row {
	readonly key: string;
	readonly id: Id;
	/** From 1. */
	readonly level: number;
	/** What it is to the row above it in the tree. */
	readonly bearing: Member['bearing'];
	readonly isOpen: boolean;
	readonly hasMore: boolean;
	readonly position: number;
	readonly count: number;
	/**
	 * What is used more than once has one full row, where the map has its card. The others say whether that one is
	 * above, or that the claim stands above itself; `elsewhere` it is below or in a branch that is closed.
	 */
	readonly again: 'no' | 'again' | 'elsewhere' | 'loop';
}

/** What hangs below a row, or stands at the top. */
export interface Member {
	readonly key: string;
	readonly id: Id;
	readonly bearing: 'root' | 'for' | 'against' | 'undercut' | 'backing' | 'joined';
	/** Here it is spelled out. */
	readonly isFull: boolean;
}

interface Frame {
	readonly owner: Id | null;
	readonly members: readonly Member[];
	at: number;
}

/** What hangs below full rows, and whether anything does. */
export interface Below {
	has(id: Id): boolean;
	of(id: Id): readonly Member[];
}

/** The rows that show, from the top. Only open branches are looked at, so the cost follows what shows. */
export function rowsOf(
	top: readonly Member[],
	below: Below,
	isOpen: (key: string, level: number) => boolean
): Row[] {
	const rows: Row[] = [];
	const spelled = new Set<Id>();
	const above = new Set<Id>();
	const frames: Frame[] = [{ owner: null, members: top, at: 0 }];
	for (let frame = frames.at(-1); frame; frame = frames.at(-1)) {
		const member = frame.members[frame.at++];
		if (!member) {
			if (frame.owner !== null) above.delete(frame.owner);
			frames.pop();
			continue;
		}
		const { key, id, bearing, isFull } = member;
		const level = frames.length;
		const hasMore = isFull && below.has(id);
		const open = hasMore && isOpen(key, level);
		const again = isFull ? 'no' : above.has(id) ? 'loop' : spelled.has(id) ? 'again' : 'elsewhere';
		const place = { level, position: frame.at, count: frame.members.length };
		rows.push({ key, id, bearing, isOpen: open, hasMore, again, ...place });
		if (isFull) spelled.add(id);
		if (!open) continue;
		above.add(id);
		frames.push({ owner: id, members: below.of(id), at: 0 });
	}
	return rows;
}
