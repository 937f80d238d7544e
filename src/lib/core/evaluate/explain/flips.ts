import type { Id } from '../../model/item.ts';
import { GIVEN, NONE, POINT } from '../graph.ts';
import { OPEN } from '../label.ts';
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
	const search = new FlipSearch(standings, id, most);
	search.advance(() => false);
	return { flips: search.found, isComplete: search.isComplete };
}

/** The same search in parts, so that a page stays alive while it goes on. A change of the debate ends it: begin anew. */
export class FlipSearch {
	readonly found: Flip[] = [];
	readonly isComplete: boolean;
	/** How many points were tried, of how many. */
	tried = 0;
	readonly #standings: Standings;
	readonly #asked: number | undefined;
	readonly #points: readonly number[];

	constructor(standings: Standings, id: Id, most = 500) {
		this.#standings = standings;
		this.#asked = standings.framework.unit(id);
		const { points, isComplete } =
			this.#asked === undefined ? { points: [], isComplete: true } : leading(standings, this.#asked, most);
		this.#points = points;
		this.isComplete = isComplete;
	}

	get count(): number {
		return this.#points.length;
	}

	/** Goes on until all was tried or `isOver`; at least one point is tried. Between the parts all labels are as they were. */
	advance(isOver: () => boolean): void {
		if (this.tried === this.count) return;
		const { framework, verdict, knots } = this.#standings;
		const { graph, strata } = framework;
		const fact = graph.add(POINT, GIVEN);
		strata.add(fact);
		verdict.update([fact]);
		do this.#try(this.#points[this.tried++]!, fact);
		while (this.tried < this.count && !isOver());
		graph.remove(fact);
		knots.clear();
	}

	/** One new support, one new objection. */
	#try(point: number, fact: number): void {
		const { framework, verdict } = this.#standings;
		const { graph, ids } = framework;
		const asked = this.#asked!;
		const was = verdict.label[asked];
		const id = ids[point]!;
		for (const sense of ['support', 'attack'] as const) {
			const link = graph.link(fact, point, sense === 'support');
			verdict.update([point]);
			const becomes = STANDINGS[verdict.label[asked]!]!;
			if (verdict.label[asked] !== was)
				this.found.push({ id, isInference: framework.inference(id) === point, sense, becomes });
			graph.unlink(link);
			verdict.update([point]);
		}
	}
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
		if (graph.fixed[unit] !== OPEN) continue;
		if (graph.form[unit] === POINT) {
			if (points.length === most) return { points, isComplete: false };
			points.push(unit);
		}
		for (let link = graph.firstIn[unit]!; link !== NONE; link = graph.nextIn[link]!)
			seen.add(graph.from[link]!);
	}
	return { points, isComplete: true };
}
