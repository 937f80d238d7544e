import type { Id, Rating } from '../../model/item.ts';
import { Components } from '../components.ts';
import type { Framework } from '../framework.ts';
import { ALL, POINT, type Graph } from '../graph.ts';
import { peel } from '../peel.ts';
import type { UnitItem } from '../units.ts';

/** What nobody rated: taken at face value, or with reasons drawn for it. */
const FACE_VALUE = 0.75;
const ARGUED = 0.5;
const RATED: Readonly<Record<Rating, number>> = { weak: 0.3, moderate: 0.5, good: 0.75, strong: 0.9 };
/** Base scores stay within, so that strengths settle. */
const [LOWEST, HIGHEST] = [0.05, 0.95];

/** How strong a claim is without what bears on it, where somebody has said so: from 0 to 1. */
export type BaseScore = (id: Id) => number | undefined;

/** The base score of a unit: as somebody said, else as evidence was rated, else by what is drawn for it. Inferences begin at 1. */
export function baseOf(framework: Framework, unit: number, said: BaseScore): number {
	const item = framework.item(unit);
	if (!item) return 1;
	const score = said(item.id) ?? unsaid(item, framework.graph.isGiven(unit));
	return Math.min(Math.max(score, LOWEST), HIGHEST);
}

function unsaid(item: UnitItem, isGiven: boolean): number {
	if (item.kind === 'evidence' && item.credibility) return RATED[item.credibility.rating];
	return isGiven ? FACE_VALUE : ARGUED;
}

/** Links by which support goes round in a circle, from a reason to the point that it supports: they count for nothing. */
export function circularSupport(graph: Graph, { rest, isWithin } = peel(graph)): ReadonlySet<number> {
	const circular = new Set<number>();
	const isPro = (link: number) => graph.isPro[link] === 1 && isWithin(link);
	new Components(graph).each(rest, isPro, (members, start, end) => {
		if (end === start + 1) return;
		const circle = new Set(members.subarray(start, end));
		for (const unit of circle) {
			if (graph.form[unit] !== POINT) continue;
			for (const link of graph.linksInto(unit))
				if (isPro(link) && circle.has(graph.from[link]!)) circular.add(link);
		}
	});
	return circular;
}

/** Inferences that rest on themselves through nothing but inferences, such as an argument that is its own premise: they carry nothing. */
export function circularInferences(graph: Graph, { rest, isWithin } = peel(graph)): ReadonlySet<number> {
	const found = new Set<number>();
	const isAll = (unit: number) => graph.form[unit] === ALL;
	const isFollowed = (link: number) => graph.isPro[link] === 1 && isWithin(link) && isAll(graph.from[link]!);
	new Components(graph).each(rest.filter(isAll), isFollowed, (members, start, end) => {
		const only = members[start]!;
		const isOwn = (link: number) => isFollowed(link) && graph.from[link] === only;
		if (end === start + 1 && !graph.linksInto(only).some(isOwn)) return;
		for (const unit of members.subarray(start, end)) found.add(unit);
	});
	return found;
}
