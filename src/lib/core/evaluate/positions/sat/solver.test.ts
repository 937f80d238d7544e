import { expect, test } from 'vitest';
import { seeded } from '#tests/support/grown.ts';
import { Solver } from './solver.ts';

const never = () => false;

/** Clauses of up to three literals over `count` variables. */
function anyClauses(random: () => number, count: number, clauses: number): number[][] {
	return Array.from({ length: clauses }, () =>
		Array.from({ length: 1 + Math.floor(random() * 2.6) }, () => Math.floor(random() * 2 * count))
	);
}

/** Every model as a number: the bit of a variable says whether it holds. */
function modelsOf(count: number, clauses: readonly (readonly number[])[]): number[] {
	const holds = (model: number, literal: number) => ((model >> (literal >> 1)) & 1) !== (literal & 1);
	return Array.from({ length: 2 ** count }, (_, model) => model).filter((model) =>
		clauses.every((clause) => clause.some((literal) => holds(model, literal)))
	);
}

test('[V54] the solver finds a model exactly where there is one, whatever is assumed and added on the way', () => {
	const random = seeded(3);
	for (let round = 0; round < 600; round++) {
		const count = 2 + Math.floor(random() * 9);
		const solver = new Solver();
		for (let variable = 0; variable < count; variable++) solver.add(true, 0);
		let known: number[][] = [];
		for (let turn = 0; turn < 4; turn++) {
			const added = anyClauses(random, count, Math.floor(random() * count * 1.6));
			for (const clause of added) solver.requireAny(clause);
			known = [...known, ...added];
			const assumed = anyClauses(random, count, turn).map(([literal]) => literal!);
			const models = modelsOf(count, [...known, ...assumed.map((literal) => [literal])]);
			const answer = solver.solve(assumed, never);
			expect(answer).toBe(models.length > 0 ? 'yes' : 'no');
			if (answer === 'no') continue;
			const found = Array.from({ length: count }, (_, variable) => variable).reduce(
				(model, variable) => model + (solver.holds(2 * variable) ? 2 ** variable : 0),
				0
			);
			expect(models).toContain(found);
			expect(models.filter((model) => model !== found && (model & found) === found)).toEqual([]);
		}
	}
});

test('[V54] what is liked in a lower tier comes before all else, whenever it was made', () => {
	const solver = new Solver();
	const helper = solver.add(false, 1);
	const [one, other] = [solver.add(true, 0), solver.add(true, 0)];
	solver.require(one ^ 1, helper);
	solver.require(other ^ 1, helper);
	expect(solver.solve([], never)).toBe('yes');
	expect([one, other, helper].map((literal) => solver.holds(literal))).toEqual([true, true, true]);
});

/** More pigeons than holes: a clause says that each sits somewhere, others that no two sit in one hole. */
function pigeons(count: number, holes: number): Solver {
	const solver = new Solver();
	const sits = Array.from({ length: count }, () => Array.from({ length: holes }, () => solver.add(false, 0)));
	for (const own of sits) solver.requireAny(own);
	for (let hole = 0; hole < holes; hole++)
		for (let one = 0; one < count; one++)
			for (let other = 0; other < one; other++)
				solver.require(sits[one]![hole]! ^ 1, sits[other]![hole]! ^ 1);
	return solver;
}

test('[V54] it decides what is hard for it: pigeons in their holes', () => {
	expect(pigeons(7, 7).solve([], never)).toBe('yes');
	expect(pigeons(8, 7).solve([], never)).toBe('no');
}, 60_000);

test('[V53] a solver that is stopped says that it did not decide, and can be asked again', () => {
	const solver = pigeons(8, 7);
	expect(solver.solve([], () => true)).toBe('not decided');
	let patience = 3;
	expect(solver.solve([], () => patience-- === 0)).toBe('not decided');
	expect(solver.solve([], never)).toBe('no');
}, 60_000);
