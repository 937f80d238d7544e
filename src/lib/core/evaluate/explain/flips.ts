import type { Id } from '../../model/item.ts';
import { GIVEN, NONE, POINT } from '../graph.ts';
import { STANDINGS, type Standings } from '../standings.ts';

/** One new reason that would change how a claim stands. */
export interface Flip {
	/** What the new reason would bear on: an item, or a relation's inference. */
	readonly id: Id;
	readonly isInference: boolean;
	readonly sense: 'support' | 'attack';
	/** How the claim would stand then. */
	readonly becomes: (typeof STANDINGS)[number];
}

export interface Flips {
	readonly flips: readonly Flip[];
	/** Whether everything that leads to the claim was tried: not, when there is more of it than asked for. */
	readonly isComplete: boolean;
}

/**
 * Which single new reason, itself beyond doubt, would change how an item stands: one new support and one new
 * objection are tried on each point that leads to it, the nearest first, on `most` points.
 */
export function flips(standings: Standings, id: Id, most = 500): Flips {
	const { framework, verdict } = standings;
	const { graph, strata, ids } = framework;
	const asked = framework.unit(id);
	if (asked === undefined) return { flips: [], isComplete: true };
	const { points, isComplete } = leading(standings, asked, most);
	const was = verdict.label[asked];
	const found: Flip[] = [];
	const fact = graph.add(POINT, GIVEN);
	strata.add(fact);
	verdict.update([fact]);
	for (const point of points)
		for (const sense of ['support', 'attack'] as const) {
			const link = graph.link(fact, point, sense === 'support');
			verdict.update([point]);
			const becomes = STANDINGS[verdict.label[asked]!]!;
			if (verdict.label[asked] !== was) {
				const own = ids[point]!;
				found.push({ id: own, isInference: framework.inference(own) === point, sense, becomes });
			}
			graph.unlink(link);
			verdict.update([point]);
		}
	graph.remove(fact);
	standings.knots.clear();
	return { flips: found, isComplete };
}

/** The points from which links lead to a unit, the nearest first. */
function leading(
	standings: Standings,
	asked: number,
	most: number
): { points: number[]; isComplete: boolean } {
	const { graph } = standings.framework;
	const seen = new Set([asked]);
	const points: number[] = [];
	for (const unit of seen) {
		if (graph.form[unit] === POINT) {
			if (points.length === most) return { points, isComplete: false };
			points.push(unit);
		}
		for (let link = graph.firstIn[unit]!; link !== NONE; link = graph.nextIn[link]!)
			seen.add(graph.from[link]!);
	}
	return { points, isComplete: true };
}
