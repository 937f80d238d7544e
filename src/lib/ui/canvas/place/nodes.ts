import type { Node } from '@xyflow/svelte';
import type { Id } from '#lib/core/model/item.ts';
import type { CardBox, JointBox } from '#lib/draw/layout/types.ts';
import type { Plan } from './plan.ts';
import type { Place } from './walk.ts';

export type CardNodeType = Node<{ card: CardBox }, 'card'>;
export type JointNodeType = Node<{ joint: JointBox }, 'joint'>;
export type MapNode = CardNodeType | JointNodeType;

const NOBODY: ReadonlySet<Id> = new Set();

/** The wrapper of each node says nothing of its own to a screen reader: the card within does. */
const SILENT = { 'aria-roledescription': undefined, 'aria-describedby': undefined } as const;

/**
 * What the canvas library is given of these ids: nodes of `before` that are as they were are kept as they are, and of
 * those that were not there at most `most` are added. The order stays: an element that is moved loses the focus.
 * Cards of `together` are dragged with each other.
 */
export function nodesOf(
	plan: Plan,
	ids: ReadonlySet<Id>,
	before: readonly MapNode[],
	most: number,
	together: ReadonlySet<Id> = NOBODY
): { nodes: MapNode[]; isComplete: boolean } {
	const known = new Set(before.map(({ id }) => id));
	const kept = before.flatMap((node) =>
		ids.has(node.id) ? (nodeOf(plan, node.id, together, node) ?? []) : []
	);
	const added = [...ids].filter((id) => !known.has(id));
	const made = added.slice(0, most).flatMap((id) => nodeOf(plan, id, together) ?? []);
	return { nodes: [...kept, ...made], isComplete: added.length <= most };
}

function nodeOf(plan: Plan, id: Id, together: ReadonlySet<Id>, old?: MapNode): MapNode | null {
	const card = plan.cards.get(id);
	const joint = plan.joints.get(id);
	const place = card ?? joint;
	if (!place) return null;
	const content = old?.type === 'card' ? old.data.card : old?.data.joint;
	const selected = card !== undefined && together.has(id);
	if (old && content === place && !old.dragging && isAt(old, place) && old.selected === selected) return old;
	const { x, y, width, height } = place;
	const measured = { width, height };
	const common = {
		id,
		selected,
		position: { x, y },
		...measured,
		measured,
		handles: [],
		domAttributes: SILENT
	};
	if (card) return { ...common, type: 'card', data: { card } };
	return joint ? { ...common, type: 'joint', data: { joint }, draggable: false } : null;
}

function isAt(node: MapNode, place: Place): boolean {
	return node.position.x === place.x && node.position.y === place.y;
}
