import type { Id } from '../../model/item.ts';
import { ALL, NONE, POINT, SCINTILLA, STRICT } from '../graph.ts';
import { IN, OPEN, OUT } from '../label.ts';
import type { Standing, Standings } from '../standings.ts';

/** One step of an explanation. It follows from the steps that it names, and those come before it. */
export interface TraceStep {
	readonly unit: number;
	readonly id: Id;
	/** Whether it speaks of a relation's inference rather than of the item itself. */
	readonly isInference: boolean;
	readonly standing: Standing;
	/** Places, in the trace, of what it follows from. */
	readonly because: readonly number[];
}

/**
 * Why an item stands, falls or is open: the steps that lead there, causes first, itself last. Never circular. With
 * more than `most` steps the farthest are left out, and what they explain is given without them.
 */
export function trace(standings: Standings, id: Id, most = 1_000): TraceStep[] {
	const { framework } = standings;
	const asked = framework.unit(id);
	if (asked === undefined) return [];
	const causesOf = new Map<number, number[]>([[asked, []]]);
	for (const [unit, known] of causesOf)
		for (const cause of causes(standings, unit)) {
			if (!causesOf.has(cause)) {
				if (causesOf.size >= most) continue;
				causesOf.set(cause, []);
			}
			known.push(cause);
		}
	const places = new Map<number, number>();
	const steps: TraceStep[] = [];
	const path = [asked];
	for (let unit = path.at(-1); unit !== undefined; unit = path.at(-1)) {
		const next = causesOf.get(unit)!.find((cause) => !places.has(cause));
		if (next !== undefined && !places.has(unit)) {
			path.push(next);
			continue;
		}
		path.pop();
		if (places.has(unit)) continue;
		places.set(unit, steps.length);
		const own = framework.ids[unit]!;
		steps.push({
			unit,
			id: own,
			isInference: framework.inference(own) === unit,
			standing: standings.of(unit),
			because: causesOf.get(unit)!.map((cause) => places.get(cause)!)
		});
	}
	return steps;
}

/** What the label of a unit follows from: as little as is needed, all of it labelled earlier. */
export function causes(standings: Standings, unit: number): number[] {
	const { framework, verdict, knots } = standings;
	const { form, standard, fixed } = framework.graph;
	const label = verdict.label[unit];
	if (fixed[unit] !== OPEN) return [];
	if (label === OPEN) {
		if (knots.isContested(unit))
			return [...sources(standings, unit, true, IN, 1), ...sources(standings, unit, false, IN, 1)];
		const knot = knots.circleOf(unit) ? NONE : knots.nearest(unit);
		return knot === NONE ? [] : [knot];
	}
	if (form[unit] === ALL) {
		if (label === IN) return [...sources(standings, unit, true, IN), ...sources(standings, unit, false, OUT)];
		if (verdict.isCircular[unit] === 1) return [];
		return [...sources(standings, unit, true, OUT, 1), ...sources(standings, unit, false, IN, 1)].slice(0, 1);
	}
	if (form[unit] !== POINT) return [];
	const pro = sources(standings, unit, true, IN, 1);
	const objection = sources(standings, unit, false, IN, 1);
	if (label === IN) {
		if (standard[unit] === SCINTILLA && pro.length > 0) return pro;
		return [...pro, ...sources(standings, unit, false, OUT)];
	}
	if (standard[unit] === STRICT && objection.length > 0) return objection;
	return [...(framework.graph.isGiven(unit) ? objection : []), ...sources(standings, unit, true, OUT)];
}

/** Units of one label that lead to `unit` by links of one sign and were labelled before it, the lowest ids first. */
function sources(
	standings: Standings,
	unit: number,
	isPro: boolean,
	label: number,
	most = Infinity
): number[] {
	const { framework, verdict } = standings;
	const { graph, ids } = framework;
	const found = graph
		.linksInto(unit)
		.filter((link) => (graph.isPro[link] === 1) === isPro && verdict.label[graph.from[link]!] === label)
		.map((link) => graph.from[link]!)
		.filter((source) => verdict.label[unit] === OPEN || verdict.isBefore(source, unit));
	const inOrder = [...new Set(found)].sort((a, b) => (ids[a]! < ids[b]! ? -1 : 1));
	return most === Infinity ? inOrder : inOrder.slice(0, most);
}
