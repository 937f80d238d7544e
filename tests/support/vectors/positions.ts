import { IN } from '#lib/core/evaluate/label.ts';
import type { Answer } from '#lib/core/evaluate/positions/answer.ts';
import type { Positions } from '#lib/core/evaluate/positions/positions.ts';
import { survey } from '#lib/core/evaluate/positions/survey.ts';
import { within, type Outcome } from './outcome.ts';

/** What a file says of the positions under one semantics, as far as it was found out. */
export interface Expected {
	readonly count?: number | null;
	/** Whether the list has all of them. */
	readonly complete_enumeration?: boolean;
	readonly list?: readonly (readonly (string | number)[])[] | null;
	readonly credulous?: readonly (string | number)[] | null;
	readonly sceptical?: readonly (string | number)[] | null;
}

/** Seconds for one framework under one semantics. */
const BUDGET = 60;
/** Where nobody could count them, only what else is known is compared. */
const BRIEF = 10;
const LISTED = 64;

/** Compares the count, the positions, and what is in in some and in every one. `name` says how a unit is called, if it is. */
export function ofPositions(
	outcome: Outcome,
	positions: Positions,
	expected: Expected,
	name: (unit: number) => string | null
): void {
	const { semantics } = positions;
	const isKnown = typeof expected.count === 'number';
	const found = survey(positions, LISTED, within(isKnown ? BUDGET : BRIEF));
	const names = (units: Iterable<number>) => [...units].map(name).filter((each) => each !== null);
	if (isKnown) {
		if (found.count === null) outcome.undecided.push(`${semantics} count`);
		else outcome.same(`${semantics} count`, String(found.count), String(expected.count));
	}
	if (expected.list) {
		const listed = found.positions.map((labels) =>
			names([...labels.keys()].filter((unit) => labels[unit] === IN))
		);
		outcome.sameSet(`${semantics} positions`, listed.map(spelled), expected.list.map(spelled));
	}
	if (!found.isDecided && isKnown) outcome.undecided.push(semantics);
	if (expected.credulous)
		outcome.sameSet(`${semantics} in some`, names(found.inSome), expected.credulous.map(String));
	if (expected.sceptical)
		outcome.sameSet(`${semantics} in every`, names(found.inEvery), expected.sceptical.map(String));
}

/** Compares one answer with `YES` or `NO`. */
export function asked(outcome: Outcome, what: string, expected: string, ask: () => Answer): void {
	const answer = ask();
	if (answer === 'not decided') outcome.undecided.push(what);
	else outcome.same(what, answer.toUpperCase(), expected);
}

function spelled(names: readonly (string | number)[]): string {
	return names.map(String).sort().join(' ');
}
