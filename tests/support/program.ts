import type { Debate } from '#lib/core/model/debate.ts';
import type { Id, Relation } from '#lib/core/model/item.ts';
import { every } from '#lib/core/model/questions.ts';

/** `head` holds when everything in `all` does and nothing in `none`. */
export interface Rule {
	readonly head: string;
	readonly all: readonly string[];
	readonly none: readonly string[];
}

/** Something that bears on a point: an atom, and on which side. */
interface Bearing {
	readonly atom: string;
	readonly isPro: boolean;
}

/**
 * The program that a debate means, rule by rule as it is defined, with no thought of speed: what the evaluation is
 * compared with. An atom is the id of an item; `inference:r`, `for:x`, `against:x` and `hit:x` are what lies between.
 */
export function programOf(debate: Debate): Rule[] {
	const rules: Rule[] = [];
	const points = new Map<string, Bearing[]>();
	const bear = (target: Id, bearing: Bearing) => {
		const point = pointHit(debate, target);
		points.set(point, [...(points.get(point) ?? []), bearing]);
	};
	const relations = every(debate, 'relation');
	for (const { id, target, bearing } of every(debate, 'evidence'))
		bear(target, { atom: id, isPro: bearing === 'for' });
	for (const { id, target, sense } of relations)
		if (target !== null && sense !== 'rephrase')
			bear(target, { atom: id, isPro: sense === 'support' || sense === 'entails' });
	for (const relation of relations)
		for (const [at, reverse] of reversesOf(relation).entries())
			bear(reverse.hit, { atom: `${relation.id}:${at}`, isPro: false });
	for (const relation of relations) rules.push(...rulesOf(relation, points.has(`inference:${relation.id}`)));
	for (const item of debate.items()) {
		const bearings = points.get(item.id) ?? [];
		if (item.kind === 'claim') rules.push(...pointRules(item.id, item.basis, item.standard, bearings));
		if (item.kind === 'evidence') rules.push(...pointRules(item.id, 'given', 'balanced', bearings));
		if (item.kind === 'argument' && item.steps.length === 0)
			rules.push(...pointRules(item.id, 'given', 'balanced', bearings));
		if (item.kind === 'argument' && item.steps.length > 0)
			rules.push({ head: item.id, all: item.steps, none: [] });
	}
	for (const [point, bearings] of points)
		if (point.startsWith('inference:')) rules.push(...pointRules(point, 'auto', 'balanced', bearings));
	return rules;
}

function pointHit(debate: Debate, target: Id): string {
	const item = debate.get(target);
	if (item?.kind === 'relation') return `inference:${target}`;
	if (item?.kind === 'argument' && item.steps.length > 0) return `inference:${item.steps.at(-1)}`;
	return target;
}

function rulesOf(relation: Relation, isSpokenOf: boolean): Rule[] {
	const { id, premises, target } = relation;
	if (premises.length === 0) return [];
	const inference = isSpokenOf ? [`inference:${id}`] : [];
	const said = (isNegated: boolean, leftOut?: number) =>
		premises
			.filter(({ negated }, at) => negated === isNegated && at !== leftOut)
			.map((premise) => premise.id);
	return [
		{ head: id, all: [...said(false), ...inference], none: said(true) },
		...reversesOf(relation).map(({ leftOut }, at) => ({
			head: `${id}:${at}`,
			all: [target!, ...said(false, leftOut), ...inference],
			none: said(true, leftOut)
		}))
	];
}

function reversesOf({ sense, target, premises }: Relation): { hit: Id; leftOut: number }[] {
	if (target === null || (sense !== 'contrary' && sense !== 'contradictory')) return [];
	return premises.flatMap(({ id, negated }, leftOut) => (negated ? [] : [{ hit: id, leftOut }]));
}

function pointRules(x: string, basis: string, standard: string, bearings: readonly Bearing[]): Rule[] {
	const pros = bearings.filter(({ isPro }) => isPro).map(({ atom }) => atom);
	const cons = bearings.filter(({ isPro }) => !isPro).map(({ atom }) => atom);
	const isGiven = basis === 'given' || (basis === 'auto' && pros.length === 0);
	const none = { balanced: [`against:${x}`], strict: [`hit:${x}`], scintilla: [] }[standard] ?? [];
	return [
		...cons.map((con) => ({ head: `hit:${x}`, all: [con], none: [] })),
		{ head: x, all: [`for:${x}`], none: [] },
		...(isGiven ? [{ head: x, all: [], none: [`hit:${x}`] }] : []),
		...pros.map((pro) => ({ head: `for:${x}`, all: [pro], none })),
		...(standard === 'balanced'
			? cons.map((con) => ({ head: `against:${x}`, all: [con], none: [`for:${x}`] }))
			: [])
	];
}

/** What is true and what can be true in the well-founded model, by the alternating fixpoint. */
export function wellFounded(rules: readonly Rule[]): {
	isIn: ReadonlySet<string>;
	isPossible: ReadonlySet<string>;
} {
	let isIn: ReadonlySet<string> = new Set();
	for (;;) {
		const before = isIn;
		const isPossible = leastModel(rules.filter(({ none }) => !none.some((atom) => before.has(atom))));
		isIn = leastModel(rules.filter(({ none }) => !none.some((atom) => isPossible.has(atom))));
		if (isIn.size === before.size) return { isIn, isPossible };
	}
}

/** The least set of atoms that `rules` lead to, whatever must not hold left aside. */
export function leastModel(rules: readonly Rule[]): Set<string> {
	const model = new Set<string>();
	for (let size = -1; size !== model.size;) {
		size = model.size;
		for (const { head, all } of rules) if (all.every((atom) => model.has(atom))) model.add(head);
	}
	return model;
}
