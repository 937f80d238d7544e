import type { Id } from '#lib/core/model/item.ts';
import type { Part, Sense } from '../layout/types.ts';
import type { Bearing, Bearings, Lead } from './bearings.ts';
import type { Link, Node } from './node.ts';

/** What leads to a card or joint: a child of it where it has no place yet, else a link. */
export interface Entry {
	readonly id: Id;
	readonly kind: Node['kind'];
	readonly via: Id | null;
	readonly sense: Sense;
	readonly part: Part;
	/** Relations that are premises have their place at their own target. */
	readonly isPlaceable: boolean;
	/** Claims and arguments: what a map must show. */
	readonly isStanding: boolean;
}

/** All that leads to a card or joint, in order: premises first, then what bears on it. */
export function entriesOf({ id, kind, sense }: Node, bearings: Bearings): Entry[] {
	const entries: Entry[] = [];
	if (kind === 'joint')
		for (const lead of bearings.into(id)) entries.push(leadEntry(lead, id, sense, 'premise'));
	for (const bearing of bearings.on(id)) {
		const entry = bearingEntry(bearing, kind === 'joint');
		if (entry) entries.push(entry);
	}
	return entries;
}

/** A root has nothing that it leads to. */
export function rootEntry(id: Id): Entry {
	return {
		id,
		kind: 'card',
		via: null,
		sense: 'support',
		part: 'stem',
		isPlaceable: true,
		isStanding: true
	};
}

function leadEntry({ id, kind }: Lead, via: Id, sense: Sense, part: Part): Entry {
	const isPlaceable = kind !== 'relation';
	return { id, kind: 'card', via, sense, part, isPlaceable, isStanding: kind === 'standing' };
}

function bearingEntry(bearing: Bearing, isOnJoint: boolean): Entry | null {
	const { id, isEvidence, isJointed, premises } = bearing;
	const sense = isOnJoint && bearing.sense === 'attack' ? 'undercut' : bearing.sense;
	const part = isOnJoint ? 'undercut' : 'stem';
	if (!isEvidence && !isJointed) return premises[0] ? leadEntry(premises[0], id, sense, part) : null;
	const kind = isEvidence ? 'card' : 'joint';
	return { id, kind, via: id, sense, part, isPlaceable: true, isStanding: false };
}

/** The link from an entry that stands elsewhere; `null` where the line to its parent says the same already. */
export function linkOf({ id, via, sense, part }: Entry, head: Node, standing: Node | undefined): Link | null {
	if (standing && standing.via === via && standing.parent === head) return null;
	return { relation: via!, sense, part, from: id, to: head.id };
}
