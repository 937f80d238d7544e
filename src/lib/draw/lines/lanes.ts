/** Where a lane is taken: stretches that keep apart, in order. */
interface Taken {
	readonly starts: number[];
	readonly ends: number[];
}

/** Lanes lie so far apart, wherever on the map. */
export const LANE = 4;
/** Lines on one lane keep so far apart. */
const APART = 4;

/** Keeps lines that run side by side apart: of a few lanes each takes the first that is free where it runs. */
export class Lanes {
	readonly #taken = new Map<number, Taken>();

	/** The first of `lanes` on which nothing else runs between `a` and `b`; if all are taken, `spare`. */
	take(lanes: readonly number[], a: number, b: number, spare = lanes.at(-1)!): number {
		const [from, to] = a < b ? [a, b] : [b, a];
		const lane = lanes.find((one) => this.#isFree(one, from, to)) ?? spare;
		this.#add(lane, from, to);
		return lane;
	}

	/** Whether nothing runs on any lane in an area, `but` one; lanes run along the second axis. */
	isEmpty(from: number, to: number, a: number, b: number, but: number): boolean {
		return lanesBetween(from, to).every((lane) => lane === but || this.#isFree(lane, a, b));
	}

	/** Keeps everything else off the lanes of an area. */
	fill(from: number, to: number, a: number, b: number): void {
		for (const lane of lanesBetween(from, to)) this.#add(lane, a, b);
	}

	#isFree(lane: number, from: number, to: number): boolean {
		const taken = this.#taken.get(lane);
		if (!taken) return true;
		const next = taken.starts[firstEndingAfter(taken, from)];
		return next === undefined || next >= to + APART;
	}

	/** What comes close to other stretches becomes one with them. */
	#add(lane: number, from: number, to: number): void {
		const taken = this.#taken.get(lane);
		if (!taken) return void this.#taken.set(lane, { starts: [from], ends: [to] });
		const { starts, ends } = taken;
		const first = firstEndingAfter(taken, from);
		let last = first;
		while (last < starts.length && starts[last]! < to + APART) last++;
		const start = last > first ? Math.min(from, starts[first]!) : from;
		const end = last > first ? Math.max(to, ends[last - 1]!) : to;
		starts.splice(first, last - first, start);
		ends.splice(first, last - first, end);
	}
}

/** The lanes between two coordinates, the one nearest to `from` first. */
export function lanesBetween(from: number, to: number): number[] {
	const lanes: number[] = [];
	if (from <= to) for (let lane = Math.ceil(from / LANE) * LANE; lane <= to; lane += LANE) lanes.push(lane);
	else for (let lane = Math.floor(from / LANE) * LANE; lane >= to; lane -= LANE) lanes.push(lane);
	return lanes;
}

/** The number of the first stretch that does not lie before `from`. */
function firstEndingAfter({ ends }: Taken, from: number): number {
	let [low, high] = [0, ends.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if (ends[middle]! + APART > from) high = middle;
		else low = middle + 1;
	}
	return low;
}
