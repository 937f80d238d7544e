import type { Answer, Stop } from '#lib/core/evaluate/positions/answer.ts';
import { Positions } from '#lib/core/evaluate/positions/positions.ts';
import { survey, surveyOfOne, type Survey } from '#lib/core/evaluate/positions/survey.ts';
import { IN } from '#lib/core/evaluate/label.ts';
import { Framework } from '#lib/core/evaluate/framework.ts';
import { evaluate } from '#lib/core/evaluate/standings.ts';
import { dfquad } from '#lib/core/evaluate/strength/dfquad.ts';
import { euler } from '#lib/core/evaluate/strength/euler.ts';
import type { Gradual } from '#lib/core/evaluate/strength/gradual.ts';
import { mlp } from '#lib/core/evaluate/strength/mlp.ts';
import { quadraticEnergy } from '#lib/core/evaluate/strength/quadraticEnergy.ts';
import { Strengths } from '#lib/core/evaluate/strength/strengths.ts';
import type { Debate } from '#lib/core/model/debate.ts';
import type { Id } from '#lib/core/model/item.ts';
import { carriedIn, type Names } from './names.ts';

/** Names by how what they name stands. */
export interface Sorted {
	readonly in: readonly string[];
	readonly out: readonly string[];
	readonly open: readonly string[];
}

export interface VerdictReport extends Sorted {
	readonly relations: Sorted;
}

export interface PositionsReport {
	/** Whether the budget sufficed for all that follows. */
	readonly decided: boolean;
	/** A text where it is too large for a number; `null` where it is not known. */
	readonly count: number | string | null;
	/** What is in in each position: all of them, or the first ones. */
	readonly positions: readonly (readonly string[])[];
	readonly inSome: readonly string[];
	readonly inEvery: readonly string[];
}

export interface QueryReport {
	readonly decided: boolean;
	readonly query: string;
	readonly inSome: Answer;
	readonly inEvery: Answer;
}

export interface StrengthReport {
	readonly strength: Readonly<Record<string, number>>;
	readonly relations: Readonly<Record<string, number>>;
}

export const POSITIONS = ['grounded', 'complete', 'preferred', 'stable', 'ideal'] as const;
export type PositionsAsked = (typeof POSITIONS)[number];

export const GRADUAL: Readonly<Record<string, Gradual>> = { dfquad, euler, mlp, quadraticEnergy };

/** At most so many positions are listed, with so many names in all. */
const [LISTED, NAMED] = [1_000, 1_000_000];

/** How everything stands. */
export function verdictReport(debate: Debate, names: Names): VerdictReport {
	const standings = evaluate(debate);
	const sorted = (ids: readonly Id[]): Sorted => {
		const those = (standing: string) =>
			ids.filter((id) => standings.standing(id) === standing).map((id) => names.of(id));
		return { in: those('stands'), out: those('falls'), open: those('open') };
	};
	return { ...sorted(names.points), relations: sorted(names.relations) };
}

/** The positions under a semantics. */
export function positionsReport(
	debate: Debate,
	names: Names,
	semantics: PositionsAsked,
	stop: Stop
): PositionsReport {
	const { verdict, framework } = evaluate(debate);
	const label = verdict.label.slice(0, framework.graph.units);
	const named = (has: (unit: number) => boolean) =>
		names.points.filter((id) => has(framework.unit(id)!)).map((id) => names.of(id));
	const limit = Math.max(1, Math.min(LISTED, Math.floor(NAMED / Math.max(names.points.length, 1))));
	const found = surveyed();
	const [inSome, inEvery] = [new Set(found.inSome), new Set(found.inEvery)];
	return {
		decided: found.isDecided,
		count: found.count === null ? null : written(found.count),
		positions: found.positions.map((labels) => named((unit) => labels[unit] === IN)),
		inSome: named((unit) => inSome.has(unit)),
		inEvery: named((unit) => inEvery.has(unit))
	};

	function surveyed(): Survey {
		const { graph } = framework;
		if (semantics === 'grounded') return surveyOfOne(label);
		if (semantics !== 'ideal') return survey(new Positions(graph, label, semantics), limit, stop);
		const ideal = new Positions(graph, label, 'preferred').ideal(stop);
		return ideal
			? surveyOfOne(ideal)
			: { isDecided: false, count: 1n, positions: [], inSome: [], inEvery: [] };
	}
}

/** Whether one item is in in some position, and in every one. */
export function queryReport(
	debate: Debate,
	names: Names,
	semantics: PositionsAsked,
	id: Id,
	stop: Stop
): QueryReport {
	const { verdict, framework } = evaluate(debate);
	const label = verdict.label.slice(0, framework.graph.units);
	const unit = framework.unit(id)!;
	const [inSome, inEvery] = asked();
	const decided = inSome !== 'not decided' && inEvery !== 'not decided';
	return { decided, query: names.of(id), inSome, inEvery };

	function asked(): readonly [Answer, Answer] {
		const told = (labels: Uint8Array | null): Answer =>
			labels ? (labels[unit] === IN ? 'yes' : 'no') : 'not decided';
		if (semantics === 'grounded') return [told(label), told(label)];
		const positions = new Positions(framework.graph, label, semantics === 'ideal' ? 'preferred' : semantics);
		if (semantics !== 'ideal') return [positions.inSome(unit, stop), positions.inEvery(unit, stop)];
		const ideal = told(positions.ideal(stop));
		return [ideal, ideal];
	}
}

/** How strong everything is. Base scores are those of the file, where it has some. */
export function strengthReport(
	debate: Debate,
	names: Names,
	gradual: Gradual,
	format: string | null
): StrengthReport {
	const said = (id: Id): number | undefined => {
		const base = carriedIn(debate.get(id), format, 'base');
		return typeof base === 'number' && base >= 0 && base <= 1 ? base : undefined;
	};
	const strengths = new Strengths(new Framework(debate), gradual, said, format === 'qbaf');
	const those = (ids: readonly Id[]) =>
		Object.fromEntries(ids.map((id) => [names.of(id), strengths.get(id)!]));
	return { strength: those(names.points), relations: those(names.relations) };
}

function written(count: bigint): number | string {
	return count <= Number.MAX_SAFE_INTEGER ? Number(count) : String(count);
}
