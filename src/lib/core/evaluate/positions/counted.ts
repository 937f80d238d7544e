import { NONE, type Graph } from '../graph.ts';
import { IN, OPEN } from '../label.ts';
import type { Stop } from './answer.ts';
import { enumerated, type Semantics } from './enumerated.ts';
import { Search, type Ground } from './search.ts';
import { stages } from './stages.ts';

/** More situations at once, and more steps in all, are not tried: then the positions are better listed. */
const MOST_SITUATIONS = 20_000;
const MOST_STEPS = 50_000;

/** One component of a dispute, and what there bears on what follows: before it was decided, and after. */
interface Stage {
	readonly members: Int32Array;
	/** Earlier units that bear on this component. */
	readonly bearing: Int32Array;
	readonly before: Int32Array;
	readonly after: Int32Array;
}

/** What counting has found. */
export interface Count {
	readonly count: bigint;
	/**
	 * Units that are in in some way, and that are not in in some way, in which their component can be decided. Every
	 * way is part of a position of the whole, but under `stable`, where a component can turn out to have none.
	 */
	readonly isIn: ReadonlySet<number>;
	readonly isMissing: ReadonlySet<number>;
}

/**
 * How many positions a dispute has, counted component by component: situations that agree in all that bears on what
 * follows count as one. `null` when the time ran out.
 */
export function counted(
	ground: Ground,
	members: Int32Array,
	semantics: Semantics,
	stop: Stop
): Count | 'too many' | null {
	const label = ground.label.slice();
	const [isIn, isMissing] = [new Set<number>(), new Set<number>()];
	let situations = new Map<string, bigint>([['', 1n]]);
	let [steps, isStopped] = [0, false];
	const isOver = () => steps++ > MOST_STEPS || (isStopped = stop());
	for (const stage of staged(ground, members)) {
		const see = (position: Uint8Array) => {
			for (const [at, unit] of stage.members.entries()) (position[at] === IN ? isIn : isMissing).add(unit);
		};
		const next = follow({ ...ground, label }, stage, situations, semantics, see, isOver);
		if (!next) return isStopped ? null : 'too many';
		situations = next;
	}
	return { count: [...situations.values()].reduce((sum, count) => sum + count, 0n), isIn, isMissing };
}

/** The situations after a stage, and in how many ways each comes about. `see` is told every way to decide the stage. */
function follow(
	ground: Ground,
	{ members, bearing, before, after }: Stage,
	situations: ReadonlyMap<string, bigint>,
	semantics: Semantics,
	see: (position: Uint8Array) => void,
	stop: Stop
): Map<string, bigint> | null {
	const { label } = ground;
	const known = new Map<string, readonly Uint8Array[]>();
	const next = new Map<string, bigint>();
	for (const [situation, count] of situations) {
		if (stop()) return null;
		for (const [at, unit] of before.entries()) label[unit] = situation.charCodeAt(at);
		const key = written(label, bearing);
		let positions = known.get(key);
		if (!positions) {
			const search = new Search(ground, members, semantics === 'stable');
			const { found, isAll } = enumerated(search, semantics, MOST_SITUATIONS, stop);
			if (!isAll) return null;
			known.set(key, (positions = found));
			for (const position of found) see(position);
		}
		for (const position of positions) {
			for (const [at, unit] of members.entries()) label[unit] = position[at]!;
			const led = written(label, after);
			next.set(led, (next.get(led) ?? 0n) + count);
		}
		if (next.size > MOST_SITUATIONS) return null;
	}
	return next;
}

function staged(ground: Ground, members: Int32Array): Stage[] {
	const { graph, label } = ground;
	const order = stages(ground, members);
	const number = new Map<number, number>();
	for (const [at, stage] of order.entries()) for (const unit of stage) number.set(unit, at);
	const isStill = (unit: number, at: number) =>
		targets(graph, unit).some((target) => (number.get(target) ?? -1) > at);
	let before = new Int32Array(0);
	return order.map((stage, at) => {
		const after = Int32Array.from([...before, ...stage].filter((unit) => isStill(unit, at)));
		const inside = new Set(stage);
		const bearing = new Set<number>();
		for (const unit of stage)
			for (const link of graph.linksInto(unit)) {
				const source = graph.from[link]!;
				if (label[source] === OPEN && !inside.has(source)) bearing.add(source);
			}
		const made = { members: stage, bearing: Int32Array.from(bearing), before, after };
		before = after;
		return made;
	});
}

function targets({ firstOut, nextOut, to }: Graph, unit: number): number[] {
	const found: number[] = [];
	for (let link = firstOut[unit]!; link !== NONE; link = nextOut[link]!) found.push(to[link]!);
	return found;
}

function written(label: Uint8Array, units: Int32Array): string {
	let text = '';
	for (const unit of units) text += String.fromCharCode(label[unit]!);
	return text;
}
