import type { Point } from '#lib/core/model/item.ts';
import { straightened } from './links.ts';
import type { Tiles } from './tiles.ts';
import type { Box } from '../layout/types.ts';

/** Lines keep this far from cards, and turn this far outside them. */
const CLEAR = 6;
const TURN = 12;
/** What a corner costs, in pixels of way. */
const BEND = 40;
/** On a map of so few cards a way is found around whatever there is. */
const FEW = 300;
/** On a larger one, around so many. */
const PATIENCE = 48;

/**
 * A way from one box to another, around everything between: level and upright pieces, as short as it can be with few
 * corners. It is looked for as if little were in its way, and again around what it met there, so that its cost follows
 * what it goes around and not the map. `null` where there is none, or only around too many.
 */
export function detour(from: Box, to: Box, tiles: Tiles): Point[] | null {
	const obstacles = new Set([from, to]);
	const most = tiles.boxes.length > FEW ? PATIENCE : Infinity;
	while (obstacles.size <= most) {
		const way = new Maze([...obstacles], from, to).solve();
		if (!way) return null;
		const before = obstacles.size;
		for (const box of tiles.met(way)) obstacles.add(box);
		if (obstacles.size === before) return way;
	}
	return null;
}

/** Crossings of all levels and uprights that pass beside a box: enough to find a way if there is one. */
class Maze {
	readonly #xs: number[];
	readonly #ys: number[];
	readonly #level: Uint8Array;
	readonly #upright: Uint8Array;
	readonly #from: Box;
	readonly #to: Box;

	constructor(boxes: readonly Box[], from: Box, to: Box) {
		this.#from = from;
		this.#to = to;
		this.#xs = coordinates(boxes, 'x', 'width', [from, to]);
		this.#ys = coordinates(boxes, 'y', 'height', [from, to]);
		const size = this.#xs.length * this.#ys.length;
		this.#level = new Uint8Array(size);
		this.#upright = new Uint8Array(size);
		for (const box of boxes) this.#block(box);
	}

	#block({ x, y, width, height }: Box): void {
		const columns = this.#xs.length;
		const [left, right, top, bottom] = [x - CLEAR, x + width + CLEAR, y - CLEAR, y + height + CLEAR];
		const [firstX, lastX] = [Math.max(0, firstAbove(this.#xs, left) - 1), firstAbove(this.#xs, right - 1)];
		const [firstY, lastY] = [Math.max(0, firstAbove(this.#ys, top) - 1), firstAbove(this.#ys, bottom - 1)];
		for (let row = firstY; row < Math.min(lastY + 1, this.#ys.length); row++)
			for (let column = firstX; column < Math.min(lastX + 1, columns); column++) {
				const at = row * columns + column;
				const [here, there] = [this.#xs[column]!, this.#xs[column + 1] ?? Infinity];
				const [above, below] = [this.#ys[row]!, this.#ys[row + 1] ?? Infinity];
				if (above > top && above < bottom && here < right && there > left) this.#level[at] = 1;
				if (here > left && here < right && above < bottom && below > top) this.#upright[at] = 1;
			}
	}

	/** A* over places and the direction in which they are left: 0 level, 1 upright. */
	solve(): Point[] | null {
		const columns = this.#xs.length;
		const goals = this.#gates(this.#to);
		const best = new Map<number, number>();
		const came = new Map<number, number>();
		const queue = new Queue();
		const [goalX, goalY] = [this.#to.x + this.#to.width / 2, this.#to.y + this.#to.height / 2];
		const offer = (state: number, cost: number, by: number) => {
			if (cost >= (best.get(state) ?? Infinity)) return;
			best.set(state, cost);
			came.set(state, by);
			const place = state >> 1;
			const rest =
				Math.abs(this.#xs[place % columns]! - goalX) +
				Math.abs(this.#ys[Math.floor(place / columns)]! - goalY);
			queue.push(state, cost + rest);
		};
		for (const { place, turn } of this.#gates(this.#from)) offer(place * 2 + turn, 0, -1);
		for (let state = queue.pop(); state !== null; state = queue.pop()) {
			const place = state >> 1;
			const turn = state & 1;
			const cost = best.get(state)!;
			if (goals.some((goal) => goal.place === place && goal.turn === turn)) return this.#way(state, came);
			offer(state ^ 1, cost + BEND, state);
			const [x, y] = [place % columns, Math.floor(place / columns)];
			if (turn === 0) {
				if (x + 1 < columns && !this.#level[place])
					offer(state + 2, cost + this.#xs[x + 1]! - this.#xs[x]!, state);
				if (x > 0 && !this.#level[place - 1]) offer(state - 2, cost + this.#xs[x]! - this.#xs[x - 1]!, state);
			} else {
				const down = place + columns;
				const up = place - columns;
				if (y + 1 < this.#ys.length && !this.#upright[place])
					offer(down * 2 + 1, cost + this.#ys[y + 1]! - this.#ys[y]!, state);
				if (up >= 0 && !this.#upright[up]) offer(up * 2 + 1, cost + this.#ys[y]! - this.#ys[y - 1]!, state);
			}
		}
		return null;
	}

	/** Just outside the middle of each side. */
	#gates({ x, y, width, height }: Box): { place: number; turn: 0 | 1 }[] {
		const [middleX, middleY] = [x + width / 2, y + height / 2];
		const place = (px: number, py: number) => this.#ys.indexOf(py) * this.#xs.length + this.#xs.indexOf(px);
		return [
			{ place: place(middleX, y - TURN), turn: 1 },
			{ place: place(middleX, y + height + TURN), turn: 1 },
			{ place: place(x - TURN, middleY), turn: 0 },
			{ place: place(x + width + TURN, middleY), turn: 0 }
		];
	}

	#way(end: number, came: ReadonlyMap<number, number>): Point[] {
		const points: Point[] = [];
		for (let state = end; state >= 0; state = came.get(state)!) {
			const place = state >> 1;
			points.push({
				x: this.#xs[place % this.#xs.length]!,
				y: this.#ys[Math.floor(place / this.#xs.length)]!
			});
		}
		points.reverse();
		return straightened([edge(points[0]!, this.#from), ...points, edge(points.at(-1)!, this.#to)]);
	}
}

/** The point of a box's side in front of a gate. */
function edge({ x, y }: Point, box: Box): Point {
	return {
		x: Math.min(Math.max(x, box.x), box.x + box.width),
		y: Math.min(Math.max(y, box.y), box.y + box.height)
	};
}

function coordinates(
	boxes: readonly Box[],
	axis: 'x' | 'y',
	side: 'width' | 'height',
	ends: readonly Box[]
): number[] {
	const found = new Set<number>();
	for (const box of boxes) found.add(box[axis] - TURN).add(box[axis] + box[side] + TURN);
	for (const box of ends)
		found
			.add(box[axis] - TURN)
			.add(box[axis] + box[side] / 2)
			.add(box[axis] + box[side] + TURN);
	return [...found].sort((a, b) => a - b);
}

/** The place of the first number above `bound` in a sorted list. */
function firstAbove(sorted: readonly number[], bound: number): number {
	let [low, high] = [0, sorted.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if (sorted[middle]! > bound) high = middle;
		else low = middle + 1;
	}
	return low;
}

/** The cheapest first: a binary heap. */
class Queue {
	readonly #heap: { state: number; cost: number }[] = [];

	push(state: number, cost: number): void {
		const heap = this.#heap;
		let at = heap.length;
		heap.push({ state, cost });
		for (let up = (at - 1) >> 1; at > 0 && heap[up]!.cost > cost; at = up, up = (at - 1) >> 1)
			heap[at] = heap[up]!;
		heap[at] = { state, cost };
	}

	pop(): number | null {
		const heap = this.#heap;
		const first = heap[0];
		const last = heap.pop();
		if (!first || !last) return null;
		if (heap.length === 0) return first.state;
		let at = 0;
		for (let down = 1; down < heap.length; down = 2 * at + 1) {
			if (down + 1 < heap.length && heap[down + 1]!.cost < heap[down]!.cost) down++;
			if (heap[down]!.cost >= last.cost) break;
			heap[at] = heap[down]!;
			at = down;
		}
		heap[at] = last;
		return first.state;
	}
}
