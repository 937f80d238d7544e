import fc from 'fast-check';
import { expect, test } from 'vitest';
import { debate } from '#tests/support/debates.ts';
import { anyDebate } from '#tests/support/edits.ts';
import { seeded } from '#tests/support/grown.ts';
import {
	agrees,
	completeOf,
	completeOfDebate,
	idealOf,
	preferredOf,
	stableOf,
	type Spelled
} from '#tests/support/vectors/everything.ts';
import { Debate } from '../../model/debate.ts';
import { BASES, STANDARDS } from '../../model/item.ts';
import { claim, premise, relation } from '../../model/make.ts';
import { Framework } from '../framework.ts';
import { Graph, POINT } from '../graph.ts';
import { IN, OPEN } from '../label.ts';
import { Strata } from '../strata.ts';
import { Verdict } from '../verdict.ts';
import type { Answer } from './answer.ts';
import type { Semantics } from './enumerated.ts';
import { Positions } from './positions.ts';
import { survey } from './survey.ts';

type Attacks = readonly (readonly [number, number])[];

const SEMANTICS = ['complete', 'preferred', 'stable'] as const;
const never = () => false;

function frameworkOf(count: number, attacks: Attacks): Graph {
	const graph = new Graph();
	for (let unit = 0; unit < count; unit++) graph.add(POINT);
	for (const [from, to] of attacks) graph.link(from, to, false);
	return graph;
}

function on(graph: Graph, semantics: Semantics): Positions {
	const verdict = new Verdict(graph, new Strata(graph));
	verdict.renew();
	return new Positions(graph, verdict.label.slice(0, graph.units), semantics);
}

function spelled(labels: ArrayLike<number>, units: readonly number[]): Spelled {
	return units.map((unit) => 'uio'[labels[unit]!]).join('');
}

/** Asks everything there is to ask about some units of a graph, and compares with the list of complete positions. */
function compare(graph: Graph, units: readonly number[], complete: readonly Spelled[]): void {
	const expected = { complete, preferred: preferredOf(complete), stable: stableOf(complete) };
	for (const semantics of SEMANTICS) {
		const positions = on(graph, semantics);
		const all = [...expected[semantics]].sort();
		const made = survey(positions, 100_000, never);
		expect(made.isDecided).toBe(true);
		expect(made.positions.map((labels) => spelled(labels, units)).sort()).toEqual(all);
		expect(made.count).toBe(BigInt(all.length));
		const counts = positions.disputes.map((_, dispute) => positions.countOf(dispute, never));
		expect(counts.reduce((product, count) => product! * count!, 1n)).toBe(BigInt(all.length));
		const one = positions.one(never);
		if (one === 'none') expect(all).toEqual([]);
		else expect(expected[semantics === 'stable' ? 'stable' : 'preferred']).toContain(spelled(one!, units));
		for (const [at, unit] of units.entries()) {
			const inSome = all.some((position) => position[at] === 'i');
			const inEvery = all.every((position) => position[at] === 'i');
			expect(positions.inSome(unit, never)).toBe<Answer>(inSome ? 'yes' : 'no');
			expect(positions.inEvery(unit, never)).toBe<Answer>(inEvery ? 'yes' : 'no');
			expect(made.inSome.includes(unit)).toBe(inSome);
			expect(made.inEvery.includes(unit)).toBe(inEvery);
		}
		for (const [dispute, members] of positions.disputes.entries()) {
			const acceptance = positions.acceptance(dispute);
			const isNone = semantics === 'stable' && all.length === 0;
			for (const [place, unit] of isNone ? [] : members.entries()) {
				const at = units.indexOf(unit);
				if (at < 0) continue;
				expect(acceptance.inSome(place, never)).toBe(
					all.some((position) => position[at] === 'i') ? 'yes' : 'no'
				);
				expect(acceptance.inEvery(place, never)).toBe(
					all.every((position) => position[at] === 'i') ? 'yes' : 'no'
				);
			}
		}
	}
	expect(spelled(on(graph, 'preferred').ideal(never)!, units)).toBe(idealOf(complete));
}

function compareFramework(count: number, attacks: Attacks): void {
	const units = Array.from({ length: count }, (_, at) => at);
	compare(frameworkOf(count, attacks), units, completeOf(count, attacks));
}

function attacksOf(count: number, bits: number): Attacks {
	const all = Array.from({ length: count * count }, (_, at) => [Math.floor(at / count), at % count] as const);
	return all.filter((_, at) => (bits >> at) % 2 === 1);
}

test('[V50] every framework of up to three arguments, and many of four, has the positions that trying everything gives', () => {
	for (const count of [1, 2, 3])
		for (let bits = 0; bits < 2 ** (count * count); bits++) compareFramework(count, attacksOf(count, bits));
	for (let bits = 1; bits < 2 ** 16; bits += 97) compareFramework(4, attacksOf(4, bits));
}, 60_000);

test('[V50] so do frameworks of up to nine arguments', () => {
	const random = seeded(11);
	for (let round = 0; round < 60; round++) {
		const count = 5 + Math.floor(random() * 5);
		const pick = () => Math.floor(random() * count);
		const attacks = Array.from(
			{ length: Math.floor(count * (0.8 + random() * 2)) },
			() => [pick(), pick()] as const
		);
		compareFramework(count, attacks);
	}
	// Two sides each, and what follows from them.
	for (let round = 0; round < 60; round++) {
		const pairs = [0, 2, 4].flatMap((at) => [[at, at + 1] as const, [at + 1, at] as const]);
		const more = Array.from({ length: 6 }, () => {
			const to = 6 + Math.floor(random() * 3);
			return [Math.floor(random() * 9), to] as const;
		});
		compareFramework(9, [...pairs, ...more]);
	}
}, 60_000);

/** Whether there was more than one position to compare, and few enough to try. */
function compareDebate(made: Debate): boolean {
	const framework = new Framework(made);
	const units = new Map<string, number>();
	for (const { id } of made.items()) {
		const [unit, inference] = [framework.unit(id), framework.inference(id)];
		if (unit !== undefined) units.set(id, unit);
		if (inference !== undefined) units.set(`inference:${id}`, inference);
	}
	const complete = completeOfDebate(made, [...units.keys()]);
	if (complete) compare(framework.graph, [...units.values()], complete);
	return complete !== null && complete.length > 1;
}

test('[V51] a debate has the positions that are the partial stable models of its program', () => {
	fc.assert(
		fc.property(anyDebate, (made) => {
			compareDebate(made);
		}),
		{ numRuns: 100 }
	);
}, 60_000);

test('[V51] so has one in which reasons, objections and joints go round in circles', () => {
	const random = seeded(13);
	let several = 0;
	for (let round = 0; round < 600; round++) if (compareDebate(tangled(random))) several++;
	expect(several).toBeGreaterThan(80);
	// When `z` falls, `x` and `y` must not stay possible by each other.
	expect(compareDebate(debate('z', 'w', 'x', 'y', 'c', 'z-w', 'w-z', 'z>x', 'y>x', 'x>y', 'c-x'))).toBe(true);
}, 60_000);

/** A small debate in which almost everything bears on everything. */
function tangled(random: () => number): Debate {
	const made = new Debate();
	const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
	const claims = ['a', 'b', 'c', 'd', 'e'].slice(0, 3 + Math.floor(random() * 3));
	for (const id of claims)
		made.set(claim({ id, text: id, basis: pick(BASES), standard: pick(['balanced', ...STANDARDS]) }));
	const count = claims.length + Math.floor(random() * 4);
	for (let at = 0; at < count; at++) {
		const premises = [premise(pick(claims))];
		const other = pick(claims);
		if (random() < 0.25 && other !== premises[0]!.id)
			premises.push({ ...premise(other), negated: random() < 0.3 });
		const target = at > 0 && random() < 0.2 ? `r${Math.floor(random() * at)}` : pick(claims);
		const sense = random() < 0.05 ? 'contrary' : random() < 0.5 ? 'attack' : 'support';
		made.set(relation({ id: `r${at}`, sense, premises, target }));
	}
	return made;
}

test('[V52] every stable position is preferred, every preferred one complete, and the verdict is part of each', () => {
	const random = seeded(5);
	for (let round = 0; round < 40; round++) {
		const count = 12 + Math.floor(random() * 30);
		const pick = () => Math.floor(random() * count);
		const attacks = Array.from({ length: Math.floor(count * 1.5) }, () => [pick(), pick()] as const);
		const graph = frameworkOf(count, attacks);
		const units = Array.from({ length: count }, (_, at) => at);
		const [complete, preferred, stable] = SEMANTICS.map((semantics) => {
			const { positions, isDecided } = survey(on(graph, semantics), 2_000, never);
			return isDecided && positions.length < 2_000 ? positions.map((labels) => spelled(labels, units)) : null;
		});
		if (!complete || !preferred || !stable) continue;
		const verdict = spelled(on(graph, 'complete').label, units);
		expect(complete).toContain(verdict);
		expect(complete.filter((position) => !agrees(verdict, position))).toEqual([]);
		expect(preferred.toSorted()).toEqual(preferredOf(complete).sort());
		expect(stable.toSorted()).toEqual(stableOf(preferred).sort());
	}
});

test('[V53] what is stopped half-way is right as far as it goes, and says that it is not all', () => {
	const random = seeded(9);
	for (let round = 0; round < 60; round++) {
		const count = 8;
		const pick = () => Math.floor(random() * count);
		const graph = frameworkOf(
			count,
			Array.from({ length: 14 }, () => [pick(), pick()] as const)
		);
		for (const semantics of SEMANTICS) {
			const all = survey(on(graph, semantics), 1_000, never);
			for (const steps of [0, 1, 2, 5, 10, 20]) {
				let left = steps;
				const part = survey(on(graph, semantics), 1_000, () => left-- <= 0);
				if (part.isDecided) expect(part).toEqual(all);
				if (part.count !== null) expect(part.count).toBe(all.count);
				expect(part.positions.filter((each) => !isAmong(each, all.positions))).toEqual([]);
				expect(part.inSome.filter((unit) => !all.inSome.includes(unit))).toEqual([]);
				expect(part.inEvery.filter((unit) => !all.inEvery.includes(unit))).toEqual([]);
				for (const unit of [0, 1, 2]) {
					left = steps;
					const inEvery = on(graph, semantics).inEvery(unit, () => left-- <= 0);
					if (inEvery !== 'not decided') expect(inEvery === 'yes').toBe(all.inEvery.includes(unit));
				}
			}
		}
	}
});

function isAmong(labels: Uint8Array, all: readonly Uint8Array[]): boolean {
	return all.some((each) => String(each) === String(labels));
}

test('[V55] what follows from a long chain of disputes is decided link by link', () => {
	const length = 2_000;
	const attacks = Array.from({ length }, (_, at) => {
		const [a, b, c] = [3 * at, 3 * at + 1, 3 * at + 2];
		const on = at + 1 < length ? [[c, 3 * at + 3] as const] : [];
		return [[a, b] as const, [b, a] as const, [b, c] as const, ...on];
	}).flat();
	const graph = frameworkOf(3 * length, attacks);
	const positions = on(graph, 'preferred');
	expect(positions.disputes.length).toBe(1);
	const label = positions.one(never);
	expect(label instanceof Uint8Array && label.every((each) => each !== OPEN)).toBe(true);
	expect(label instanceof Uint8Array && label[0]).toBe(IN);
	// Where `c` of the link before is in, `b` wins; else either side can. From there on it is Fibonacci.
	expect(positions.countOf(0, never)).toBe(fibonacci(length + 2));
	expect(positions.inSome(3 * length - 1, never)).toBe('yes');
	expect(positions.inEvery(3 * length - 1, never)).toBe('no');
}, 60_000);

function fibonacci(place: number): bigint {
	let [one, other] = [0n, 1n];
	for (let at = 0; at < place; at++) [one, other] = [other, one + other];
	return one;
}
