import type { Debate } from '#lib/core/model/debate.ts';
import { leastModel, programOf, wellFounded } from '../program.ts';

/** A position as a text: a letter for each argument or atom, `i` in, `o` out, `u` undecided. */
export type Spelled = string;

/** All complete labellings of a framework of `count` arguments, by trying every labelling there is. */
export function completeOf(count: number, attacks: readonly (readonly [number, number])[]): Spelled[] {
	const attackers = Array.from({ length: count }, (_, at) =>
		attacks.filter(([, to]) => to === at).map(([from]) => from)
	);
	const found: Spelled[] = [];
	for (let number = 0; number < 3 ** count; number++) {
		const spelled = number
			.toString(3)
			.padStart(count, '0')
			.replace(/./g, (digit) => 'iou'[Number(digit)]!);
		const isComplete = attackers.every((own, at) => {
			const label = own.every((from) => spelled[from] === 'o')
				? 'i'
				: own.some((from) => spelled[from] === 'i')
					? 'o'
					: 'u';
			return spelled[at] === label;
		});
		if (isComplete) found.push(spelled);
	}
	return found;
}

/** Those of `complete` that leave nothing undecided. */
export function stableOf(complete: readonly Spelled[]): Spelled[] {
	return complete.filter((spelled) => !spelled.includes('u'));
}

/** Those of `complete` that have as much decided as can be: nothing else agrees with them and decides more. */
export function preferredOf(complete: readonly Spelled[]): Spelled[] {
	return complete.filter((spelled) => !complete.some((other) => other !== spelled && agrees(spelled, other)));
}

/** The one of `complete` that decides most of what contradicts none of them. */
export function idealOf(complete: readonly Spelled[]): Spelled {
	const preferred = preferredOf(complete);
	const within = complete.filter((spelled) => preferred.every((other) => agrees(spelled, other)));
	return within.find((spelled) => within.every((other) => agrees(other, spelled)))!;
}

/** Whether all that one decides is decided in the same way by the other. */
export function agrees(one: Spelled, other: Spelled): boolean {
	return [...one].every((label, at) => label === 'u' || label === other[at]);
}

/**
 * The partial stable models of the program that a debate means, by trying every value of every atom that is denied
 * somewhere and that the verdict leaves open: labels of the atoms `ids`. `null` where there are too many.
 */
export function completeOfDebate(debate: Debate, ids: readonly string[]): Spelled[] | null {
	const rules = programOf(debate);
	const { isIn, isPossible } = wellFounded(rules);
	const open = [...new Set(rules.flatMap(({ none }) => none))].filter(
		(atom) => !isIn.has(atom) && isPossible.has(atom)
	);
	if (open.length > 7) return null;
	const found: Spelled[] = [];
	for (let number = 0; number < 3 ** open.length; number++) {
		const digits = number.toString(3).padStart(open.length, '0');
		const guess = new Map(open.map((atom, at) => [atom, 'iou'[Number(digits[at])]!]));
		const label = (atom: string) => guess.get(atom) ?? (isIn.has(atom) ? 'i' : 'o');
		const sure = leastModel(rules.filter(({ none }) => none.every((atom) => label(atom) === 'o')));
		const possible = leastModel(rules.filter(({ none }) => none.every((atom) => label(atom) !== 'i')));
		const labelled = (atom: string) => (sure.has(atom) ? 'i' : possible.has(atom) ? 'u' : 'o');
		if (open.every((atom) => labelled(atom) === guess.get(atom))) found.push(ids.map(labelled).join(''));
	}
	return found;
}
