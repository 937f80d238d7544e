import type { Point } from '#lib/core/model/item.ts';
import type { Forest } from '../forest/forest.ts';
import type { Node } from '../forest/node.ts';
import type { Box } from './types.ts';

/** Kept free around a pinned card. */
const ROOM = 16;
const MOST_CUTS = 2_000;

interface Spot {
	readonly node: Node;
	/** The pinned node that it hangs below, itself included; `null` for what flows. */
	readonly owner: Node | null;
	x: number;
	y: number;
	readonly width: number;
	readonly height: number;
}

/**
 * Makes room for pinned cards: they stay, and everything else gives way by opening the map along one line after the
 * other, downwards or to the right, whichever moves less. Of two pins in one place the later gives way. Tells whether
 * anything is pinned.
 */
export function giveWay({ forest, pinned: { size }, boxOf }: Standing): boolean {
	const spots: Spot[] = [];
	const owners = new Map<Node, Node | null>();
	for (const node of forest.levels()) {
		node.place.aside = NOWHERE;
		node.place.lines = null;
		const owner = node.place.pin ? node : ((node.parent && owners.get(node.parent)) ?? null);
		owners.set(node, owner);
		spots.push({ node, owner, ...boxOf(node) });
	}
	if (size === 0) return false;
	const starts = spots.map(({ x, y }) => ({ x, y }));
	const pinned = spots.filter(({ node, owner }) => owner === node);
	const branches = Map.groupBy(spots, ({ owner }) => owner);
	const fixed: Spot[] = [];
	for (const spot of pinned) {
		const before = { x: spot.x, y: spot.y };
		part([spot], fixed, 'x');
		for (const other of branches.get(spot.node)!)
			if (other !== spot) {
				other.x += spot.x - before.x;
				other.y += spot.y - before.y;
			}
		fixed.push(spot);
	}
	for (const { node } of pinned) {
		const branch = branches.get(node)!.filter((spot) => spot.node !== node);
		part(branch, fixed, 'y');
		fixed.push(...branch);
	}
	const flowing = branches.get(null) ?? [];
	const [down, right] = [flowing.map((spot) => ({ ...spot })), flowing.map((spot) => ({ ...spot }))];
	const isDown = part(down, fixed, 'y') <= part(right, fixed, 'x');
	for (const [at, { x, y }] of (isDown ? down : right).entries()) Object.assign(flowing[at]!, { x, y });
	for (const [at, { node, x, y }] of spots.entries())
		node.place.aside = { x: x - starts[at]!.x, y: y - starts[at]!.y };
	return true;
}

/** What is laid out, before room is made. */
interface Standing {
	readonly forest: Forest;
	readonly pinned: ReadonlySet<Node>;
	readonly boxOf: (node: Node) => Box;
}

const NOWHERE: Point = { x: 0, y: 0 };

/**
 * Opens `moving` along lines until nothing meets `fixed`: all that begins at or beyond a line goes on by as much as
 * is needed, which never brings two of them together. Answers with the way that all went in sum.
 */
function part(moving: readonly Spot[], fixed: readonly Spot[], axis: 'x' | 'y'): number {
	const side = axis === 'x' ? 'width' : 'height';
	let sum = 0;
	for (let cuts = 0; cuts < MOST_CUTS; cuts++) {
		let [line, way] = [Infinity, 0];
		for (const spot of moving) {
			if (spot[axis] >= line) continue;
			for (const other of fixed)
				if (meets(spot, other) && spot[axis] <= line)
					[line, way] = [
						spot[axis],
						Math.max(spot[axis] < line ? 0 : way, other[axis] + other[side] + ROOM - spot[axis])
					];
		}
		if (line === Infinity) return sum;
		for (const spot of moving)
			if (spot[axis] >= line) {
				spot[axis] += way;
				sum += way;
			}
	}
	return sum;
}

function meets(a: Box, b: Box): boolean {
	return (
		a.x < b.x + b.width + ROOM &&
		b.x < a.x + a.width + ROOM &&
		a.y < b.y + b.height + ROOM &&
		b.y < a.y + a.height + ROOM
	);
}
