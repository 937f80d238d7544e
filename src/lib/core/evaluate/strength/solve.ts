import { ALL, NONE, POINT } from '../graph.ts';
import type { Gradual } from './gradual.ts';
import { CON, FACTOR, PRO, type Plan } from './plan.ts';

const SETTLED = 1e-12;
/** What passes for settled when the rounds are used up. */
const NEARLY = 1e-6;
const ROUNDS = 5_000;
const SMALLEST_STEP = 1 / 64;
/** In so many rounds the residual must shrink to this share of itself, or the step is halved. */
const PATIENCE = 100;
const SHRINKS = 0.9;

/** Between what a strength goes to and fro that does not settle. */
export interface Swing {
	low: number;
	high: number;
}

/** Strengths by place, and the places where they do not settle. */
export interface Solution {
	readonly value: Float64Array;
	readonly swings: ReadonlyMap<number, Swing>;
}

/**
 * The strengths of all places of a plan from their base scores: one evaluation each, and in a circle a damped
 * iteration of all its members at once, always from the base scores, so that names and order do not matter.
 */
export function solve(plan: Plan, base: Float64Array, semantics: Gradual): Solution {
	const value = new Float64Array(base.length);
	const swings = new Map<number, Swing>();
	for (let at = 0; at < value.length; at = plan.end[at]!)
		settle(plan, base, semantics, value, at, swings, NONE);
	return { value, swings };
}

/** The strength at a place if one link of the plan were not there; all else is as in `solution`. */
export function without(
	plan: Plan,
	base: Float64Array,
	semantics: Gradual,
	{ value }: Solution,
	at: number,
	link: number
): number {
	let start = at;
	while (start > 0 && plan.end[start - 1] === plan.end[at]) start--;
	// Outside of circles nothing but the place itself is computed.
	if (isAlone(plan, start)) return strengthAt(plan, base, semantics, value, at, link);
	const other = value.slice();
	settle(plan, base, semantics, other, start, new Map(), link);
	return other[at]!;
}

/** Computes the component that begins at `start`. */
function settle(
	plan: Plan,
	base: Float64Array,
	semantics: Gradual,
	value: Float64Array,
	start: number,
	swings: Map<number, Swing>,
	ignored: number
): void {
	const end = plan.end[start]!;
	if (isAlone(plan, start)) {
		value[start] = strengthAt(plan, base, semantics, value, start, ignored);
		return;
	}
	for (let at = start; at < end; at++) value[at] = plan.form[at] === POINT ? base[at]! : 1;
	const first = Float64Array.from({ length: end - start }, (_, at) => firstValue(plan, value, start + at));
	value.set(first, start);
	const next = new Float64Array(end - start);
	let [step, before, largest, residual] = [0.5, Infinity, 0, 0];
	for (let round = 1; round <= ROUNDS; round++) {
		residual = 0;
		for (let at = start; at < end; at++) {
			next[at - start] = strengthAt(plan, base, semantics, value, at, ignored);
			residual = Math.max(residual, Math.abs(next[at - start]! - value[at]!));
		}
		if (residual <= SETTLED) return;
		for (let at = start; at < end; at++) value[at]! += step * (next[at - start]! - value[at]!);
		largest = Math.max(largest, residual);
		if (round % PATIENCE > 0) continue;
		if (largest > before * SHRINKS) step = Math.max(step / 2, SMALLEST_STEP);
		[before, largest] = [largest, 0];
	}
	if (residual > NEARLY) watch(plan, base, semantics, value, start, swings, ignored);
}

/** Follows a component that does not settle for a while longer, and notes between what each place goes to and fro. */
function watch(
	plan: Plan,
	base: Float64Array,
	semantics: Gradual,
	value: Float64Array,
	start: number,
	swings: Map<number, Swing>,
	ignored: number
): void {
	const end = plan.end[start]!;
	for (let at = start; at < end; at++) swings.set(at, { low: value[at]!, high: value[at]! });
	for (let round = 0; round < PATIENCE; round++) {
		const next = value.slice(start, end);
		for (let at = start; at < end; at++)
			next[at - start] = strengthAt(plan, base, semantics, value, at, ignored);
		for (let at = start; at < end; at++) {
			value[at]! += SMALLEST_STEP * (next[at - start]! - value[at]!);
			const swing = swings.get(at)!;
			swing.low = Math.min(swing.low, value[at]!, next[at - start]!);
			swing.high = Math.max(swing.high, value[at]!, next[at - start]!);
		}
	}
}

/** Where a place of a circle begins: a point with its base score, an inference with its weakest premise. */
function firstValue(plan: Plan, value: Float64Array, at: number): number {
	if (plan.form[at] !== ALL) return plan.form[at] === POINT ? value[at]! : 0;
	let weakest = 1;
	for (let link = plan.first[at]!; link < plan.first[at + 1]!; link++) {
		const source = value[plan.source[link]!]!;
		weakest = Math.min(weakest, plan.role[link] === CON ? 1 - source : source);
	}
	return weakest;
}

function strengthAt(
	plan: Plan,
	base: Float64Array,
	semantics: Gradual,
	value: Float64Array,
	at: number,
	ignored: number
): number {
	const { form, first, source, role } = plan;
	const last = first[at + 1]!;
	if (form[at] !== POINT) {
		if (form[at] !== ALL) return 0;
		let [weakest, factor] = [1, 1];
		for (let link = first[at]!; link < last; link++) {
			const strength = value[source[link]!]!;
			if (role[link] === FACTOR) factor *= strength;
			else weakest = Math.min(weakest, role[link] === PRO ? strength : 1 - strength);
		}
		return weakest * factor;
	}
	let [pros, cons] = [semantics.start, semantics.start];
	for (let link = first[at]!; link < last; link++) {
		if (link === ignored) continue;
		const strength = value[source[link]!]!;
		if (role[link] === CON) cons = semantics.gather(cons, strength);
		else pros = semantics.gather(pros, strength);
	}
	return semantics.strength(base[at]!, pros, cons);
}

/** Whether the component that begins at a place is no circle. */
function isAlone(plan: Plan, at: number): boolean {
	if (plan.end[at] !== at + 1) return false;
	for (let link = plan.first[at]!; link < plan.first[at + 1]!; link++)
		if (plan.source[link] === at) return false;
	return true;
}
