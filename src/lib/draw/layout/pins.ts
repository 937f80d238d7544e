import type { Point } from '#lib/core/model/item.ts';
import type { Node } from './forest.ts';
import type { Box } from './types.ts';

/** Kept free around a pinned card. */
const ROOM = 16;
const MOST_CUTS = 2_000;

interface Spot {
	readonly index: number;
	x: number;
	y: number;
	readonly width: number;
	readonly height: number;
}

/** Nodes in their places before the pinned ones were in the way; each pinned card leads a branch of its own. */
export interface Standing {
	readonly nodes: readonly Node[];
	readonly boxes: Box[];
	readonly corners: Point[];
	/** The pinned node that a node hangs below, itself included; `null` for those that flow. */
	readonly owner: readonly (Node | null)[];
}

/**
 * Makes room for pinned cards: they stay, and everything else gives way by opening the map along one line after the
 * other, downwards or to the right, whichever moves less. Of two pins in one place the later gives way.
 */
export function giveWay({ nodes, boxes, corners, owner }: Standing): void {
	const spots = nodes.map(({ index }): Spot => ({ index, ...boxes[index]! }));
	const pinned = nodes.filter((node) => owner[node.index] === node);
	const fixed: Spot[] = [];
	for (const { index } of pinned) {
		const spot = spots[index]!;
		const before = { x: spot.x, y: spot.y };
		part([spot], fixed, 'x');
		for (const other of spots)
			if (other !== spot && owner[other.index]?.index === index) {
				other.x += spot.x - before.x;
				other.y += spot.y - before.y;
			}
		fixed.push(spot);
	}
	for (const node of pinned) {
		const branch = spots.filter(({ index }) => owner[index] === node && index !== node.index);
		part(branch, fixed, 'y');
		fixed.push(...branch);
	}
	const flowing = spots.filter(({ index }) => owner[index] === null);
	const [down, right] = [flowing.map((spot) => ({ ...spot })), flowing.map((spot) => ({ ...spot }))];
	const isDown = part(down, fixed, 'y') <= part(right, fixed, 'x');
	for (const spot of isDown ? down : right) spots[spot.index] = spot;
	for (const { index, x, y, width, height } of spots) {
		const corner = corners[index]!;
		const box = boxes[index]!;
		corners[index] = { x: corner.x + x - box.x, y: corner.y + y - box.y };
		boxes[index] = { x, y, width, height };
	}
}

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
