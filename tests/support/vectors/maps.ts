import { evaluate } from '#lib/core/evaluate/standings.ts';
import { baseOf } from '#lib/core/evaluate/strength/base.ts';
import { Strengths } from '#lib/core/evaluate/strength/strengths.ts';
import { Debate } from '#lib/core/model/debate.ts';
import type { Basis, Standard } from '#lib/core/model/item.ts';
import { claim, premise, relation } from '#lib/core/model/make.ts';
import { Positions } from '#lib/core/evaluate/positions/positions.ts';
import { Outcome } from './outcome.ts';
import { ofPositions, type Expected } from './positions.ts';

interface Map {
	readonly claims: readonly { readonly id: string; readonly basis?: Basis; readonly standard?: Standard }[];
	readonly reasons: readonly {
		readonly id: string;
		readonly premises: readonly string[];
		readonly target: string;
		readonly sign: 'pro' | 'con';
	}[];
}

type Labels = Readonly<Record<string, 'in' | 'out' | 'undec'>>;

/** A map and how it stands; the crosswalk has the verdict of its claims only. */
export interface MapCase {
	readonly id: string;
	readonly map: Map;
	readonly verdict: Labels;
	readonly reason_verdict?: Labels;
	readonly partial_stable_count?: number;
	readonly preferred?: Expected;
	readonly stable?: Expected;
	readonly base?: Readonly<Record<string, number>>;
	readonly strength_dfquad_min?: Readonly<Record<string, number>>;
}

const DIGITS = 1e-9;
const WORDS = { stands: 'in', falls: 'out', open: 'undec' } as const;

/** Claims and reasons: the verdict on each, and how strong it is. */
export function checkMaps(cases: readonly MapCase[]): Outcome[] {
	return cases.map((one) => {
		const outcome = new Outcome(one.id);
		const debate = debateOf(one.map);
		const standings = evaluate(debate);
		for (const [id, label] of Object.entries({ ...one.verdict, ...one.reason_verdict }))
			outcome.same(`verdict on ${id}`, WORDS[standings.get(id)!.standing], label);
		const { verdict, framework } = standings;
		const strengths = new Strengths(framework);
		const base = (id: string) => baseOf(framework, framework.unit(id)!, () => undefined);
		for (const [id, strength] of Object.entries(one.strength_dfquad_min ?? {}))
			outcome.near(`strength of ${id}`, strengths.get(id), strength, DIGITS);
		for (const [id, expected] of Object.entries(one.base ?? {}))
			outcome.near(`base of ${id}`, base(id), expected, DIGITS);
		const label = verdict.label.slice(0, framework.graph.units);
		const name = (unit: number) => (framework.item(unit)?.kind === 'claim' ? framework.ids[unit]! : null);
		for (const semantics of ['preferred', 'stable', 'complete'] as const) {
			const complete =
				one.partial_stable_count === undefined ? undefined : { count: one.partial_stable_count };
			const expected = semantics === 'complete' ? complete : one[semantics];
			if (expected) ofPositions(outcome, new Positions(framework.graph, label, semantics), expected, name);
		}
		return outcome;
	});
}

function debateOf({ claims, reasons }: Map): Debate {
	const debate = new Debate();
	for (const fields of claims) debate.set(claim({ ...fields, text: fields.id }));
	for (const { id, premises, target, sign } of reasons) {
		const sense = sign === 'pro' ? 'support' : 'attack';
		debate.set(relation({ id, sense, premises: premises.map(premise), target }));
	}
	return debate;
}
