import type { Node } from '@xyflow/svelte';
import type { Id } from '#lib/core/model/item.ts';
import type { CardBox, JointBox } from '#lib/draw/layout/types.ts';
import type { Plan } from './plan.ts';
import type { Place } from './walk.ts';

export type CardNodeType = Node<{ card: CardBox }, 'card'>;
export type JointNodeType = Node<{ joint: JointBox }, 'joint'>;
export type MapNode = CardNodeType | JointNodeType;

/** The wrapper of each node says nothing of its own to a screen reader: the card within does. */
const SILENT = { 'aria-roledescription': undefined, 'aria-describedby': undefined } as const;

/**
 * What the canvas library is given of these ids: nodes of `before` that are as they were are kept as they are, and of
 * those that were not there at most `most` are added.
 */
export function nodesOf(
	plan: Plan,
	ids: Iterable<Id>,
	before: readonly MapNode[],
	most: number
): { nodes: MapNode[]; isComplete: boolean } {
	let added = 0;
	const known = new Map(before.map((node) => [node.id, node]));
	const made: MapNode[] = [];
	for (const id of ids) {
		const card = plan.cards.get(id);
		const joint = plan.joints.get(id);
		const place = card ?? joint;
		if (!place) continue;
		const old = known.get(id);
		const content = old?.type === 'card' ? old.data.card : old?.data.joint;
		if (old && content === place && !old.dragging && isAt(old, place)) {
			made.push(old);
			continue;
		}
		if (!old && ++added > most) continue;
		const common = {
			id,
			position: { x: place.x, y: place.y },
			width: place.width,
			height: place.height,
			measured: { width: place.width, height: place.height },
			handles: [],
			domAttributes: SILENT
		};
		if (card) made.push({ ...common, type: 'card', data: { card } });
		else if (joint) made.push({ ...common, type: 'joint', data: { joint }, draggable: false });
	}
	return { nodes: made, isComplete: added <= most };
}

function isAt(node: MapNode, place: Place): boolean {
	return node.position.x === place.x && node.position.y === place.y;
}
