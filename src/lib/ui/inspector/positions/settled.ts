import type { Alternative, Dispute } from '#lib/core/evaluate/explain/dispute.ts';
import { IN, OUT } from '#lib/core/evaluate/label.ts';
import type { Stop } from '#lib/core/evaluate/positions/answer.ts';
import { Positions } from '#lib/core/evaluate/positions/positions.ts';
import { evaluate, type Standings } from '#lib/core/evaluate/standings.ts';
import { Debate } from '#lib/core/model/debate.ts';
import type { Id } from '#lib/core/model/item.ts';
import type { News, Request } from './message.ts';

/** So many ways to settle one dispute are shown at most. */
export const MOST = 8;

/** Tells of each dispute in a debate, the small ones first, in how many ways it can be settled. */
export function* settled({ items, supposed, semantics }: Request, stop: Stop): Generator<News> {
	const debate = new Debate();
	for (const item of items) debate.set(item);
	const standings = evaluate(debate);
	standings.suppose(new Map(supposed));
	const { graph } = standings.framework;
	const label = standings.verdict.label.slice(0, graph.units);
	const positions = new Positions(graph, label, semantics);
	yield { is: 'begun', disputes: positions.disputes.length };
	const bySize = [...positions.disputes.entries()].sort(([, a], [, b]) => a.length - b.length);
	for (const [at, units] of bySize) {
		const { found, isAll } = positions.alternatives(at, MOST, stop);
		const alternatives = found.map((labels) => alternative(standings, units, labels));
		const dispute: Dispute = { items: named(standings, units), alternatives, isComplete: isAll };
		yield { is: 'dispute', dispute };
	}
	yield { is: 'over' };
}

function alternative(standings: Standings, units: Int32Array, labels: Uint8Array): Alternative {
	const labelled = (label: number) => units.filter((_, at) => labels[at] === label);
	return { stand: named(standings, labelled(IN)), fall: named(standings, labelled(OUT)) };
}

/** The items that units stand for; an inference that somebody spoke of is part of its relation. */
function named({ framework }: Standings, units: Int32Array): Id[] {
	const ids = [...units].flatMap((unit) => {
		const id = framework.ids[unit]!;
		return framework.unit(id) === unit ? id : [];
	});
	return ids.sort();
}
