import fc from 'fast-check';
import { expect, test } from 'vitest';
import { copy, debate } from '#tests/support/debates.ts';
import { anyDebate } from '#tests/support/edits.ts';
import type { Debate } from '../../model/debate.ts';
import { claim, premise, relation } from '../../model/make.ts';

import { bitOf, IN, labelOf, OPEN } from '../label.ts';
import { evaluate, type Standings } from '../standings.ts';
import { flips } from './flips.ts';
import { trace, type TraceStep } from './trace.ts';

/** Whether a step follows from the steps that it names, and from nothing else. */
function follows(standings: Standings, step: TraceStep, steps: readonly TraceStep[]): boolean {
	const { framework, verdict, knots } = standings;
	const { graph } = framework;
	const { unit } = step;
	const label = verdict.label[unit]!;
	const cited = new Set(step.because.map((at) => steps[at]!.unit));
	if (label === OPEN) {
		if (knots.isContested(unit)) {
			const signs = graph.linksInto(unit).filter((link) => cited.has(graph.from[link]!));
			return new Set(signs.map((link) => graph.isPro[link])).size === 2;
		}
		return knots.circleOf(unit) !== undefined || [...cited].every((knot) => verdict.label[knot] === OPEN);
	}
	if (verdict.isCircular[unit] === 1)
		return graph.linksInto(unit).some((link) => verdict.isCircular[graph.from[link]!] === 1);
	// What is not cited is as if nobody had decided it.
	let heard = 0;
	for (const link of graph.linksInto(unit)) {
		const source = graph.from[link]!;
		const isCited = cited.has(source);
		if (isCited && verdict.label[source] === OPEN) return false;
		heard |= bitOf(graph.isPro[link]!, isCited ? verdict.label[source]! : OPEN);
	}
	return labelOf(graph.form[unit]!, graph.standard[unit]!, graph.isGiven(unit), heard) === label;
}

test('[V40] every explanation replays: each step follows from earlier ones, down to what needs no reason', () => {
	fc.assert(
		fc.property(anyDebate, (made) => {
			const standings = evaluate(made);
			for (const { id } of made.items()) {
				const steps = trace(standings, id);
				if (standings.get(id)) expect(steps.at(-1)?.id).toBe(id);
				for (const [at, step] of steps.entries()) {
					expect(step.because.every((cause) => cause < at)).toBe(true);
					expect(follows(standings, step, steps)).toBe(true);
				}
			}
		})
	);
});

test('[V41] an explanation names one reason that holds, and for each objection what stops it', () => {
	const standings = evaluate(debate('t', 'a', 'r:a>t', 'b', 'o:b-t', 'c', 'u:c-b'));
	expect(trace(standings, 't').map(({ id, standing }) => `${id} ${standing.reason}`)).toEqual([
		'a unchallenged',
		'r carries',
		'c unchallenged',
		'u carries',
		'b refuted',
		'o broken',
		't answered'
	]);
});

test('[V42] a long explanation is cut where it is farthest', () => {
	const words = Array.from({ length: 40 }, (_, at) => [
		`a${at}`,
		...(at ? [`a${at}>a${at - 1}`] : [])
	]).flat();
	const steps = trace(evaluate(debate(...words)), 'a0', 10);
	expect(steps).toHaveLength(10);
	expect(steps.at(-1)?.id).toBe('a0');
});

/** The debate with one more reason, beyond doubt, for or against what is named. */
function withReason(made: Debate, target: string, sense: 'support' | 'attack'): Debate {
	const other = copy(made);
	other.set(claim({ id: 'new-claim', text: 'new', basis: 'given' }));
	other.set(relation({ id: 'new-reason', sense, premises: [premise('new-claim')], target }));
	return other;
}

test('[V43] what would flip a claim does, and nothing else does', () => {
	fc.assert(
		fc.property(anyDebate, (made) => {
			const standings = evaluate(made);
			const before = [...standings.verdict.label.subarray(0, standings.framework.graph.units)];
			const asked = [...made.items()].find(({ kind }) => kind === 'claim');
			if (!asked) return;
			const { flips: found, isComplete } = flips(standings, asked.id);
			expect([...standings.verdict.label].slice(0, before.length)).toEqual(before);
			expect(isComplete).toBe(true);
			const was = standings.get(asked.id)!.standing;
			for (const item of made.items()) {
				if (item.kind !== 'claim') continue;
				for (const sense of ['support', 'attack'] as const) {
					const now = evaluate(withReason(made, item.id, sense)).get(asked.id)!.standing;
					const own = found.find(({ id, sense: other }) => id === item.id && other === sense);
					expect(own?.becomes).toBe(now === was ? undefined : now);
				}
			}
			for (const { id, isInference, sense, becomes } of found)
				if (isInference) expect(evaluate(withReason(made, id, sense)).get(asked.id)!.standing).toBe(becomes);
		}),
		{ numRuns: 60 }
	);
});

test('[V44] with more to try than asked for, the nearest is tried, and that it was not all is said', () => {
	const standings = evaluate(debate('t', 'a', 'b', 'a>t', 'b>a'));
	const { flips: found, isComplete } = flips(standings, 't', 1);
	expect(isComplete).toBe(false);
	expect(found).toEqual([{ id: 't', isInference: false, sense: 'attack', becomes: 'open' }]);
	expect(standings.verdict.label[standings.framework.unit('t')!]).toBe(IN);
});
