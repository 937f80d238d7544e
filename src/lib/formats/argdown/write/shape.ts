import { isReferred, type Debate } from '#lib/core/model/debate.ts';
import type { Id, Relation, Sense } from '#lib/core/model/item.ts';
import { isRecord } from '../../sample.ts';
import { every, relationOf, relationsFrom, relationsOn } from '#lib/core/model/questions.ts';

/** How each relation of a debate is written down. */
export interface Shape {
	/** Whether statements entail and contradict each other instead of supporting and attacking. */
	readonly isStrict: boolean;
	/** The sign of a relation that is one line below its target; `null` where it needs a structure. */
	sign(relation: Relation): string | null;
	/** Whether it is one line below the inference that it undercuts. */
	isUndercut(relation: Relation): boolean;
	/** Whether it cannot be said at all: it has no statement for a premise, or bears on what cannot be said. */
	isUnsaid(relation: Relation): boolean;
	/** The argument whose steps it is one of. */
	argumentOf(relation: Relation): Id | undefined;
}

/** Decides it for all relations at once: strict `mode`, or where that is not said, strict mode where most plain relations between claims are strict ones. */
export function shapeOf(debate: Debate, mode?: boolean): Shape {
	const relations = every(debate, 'relation');
	const stepOf = new Map<Id, Id>();
	for (const { id, steps } of every(debate, 'argument'))
		for (const step of steps) if (!stepOf.has(step)) stepOf.set(step, id);
	const shorts = relations.filter((relation) => !stepOf.has(relation.id) && isShort(debate, relation));
	const between = shorts.filter((relation) => isBetweenClaims(debate, relation));
	const strict = between.filter(({ sense }) => sense === 'entails' || sense === 'contrary').length;
	const isStrict =
		mode ?? (strict > 0 && strict * 2 >= between.filter(({ sense }) => sense !== 'contradictory').length);
	const signs = new Map<Id, string>();
	const seen = new Set<string>();
	for (const relation of shorts) {
		const sign = signOf(debate, relation, isStrict);
		const ends = [relation.premises[0]?.id, relation.target];
		const key = `${sign} ${(sign === '><' ? ends.sort() : ends).join(' ')}`;
		if (sign !== null && !seen.has(key) && !isDropped(debate, relation)) signs.set(relation.id, sign);
		seen.add(key);
	}
	const undercuts = undercutsIn(debate, relations, signs);
	const unsaid = unsaidIn(debate, relations, (id) => signs.has(id) || undercuts.has(id));
	const sign = ({ id }: Relation): string | null => signs.get(id) ?? null;
	return {
		isStrict,
		sign,
		isUndercut: ({ id }) => undercuts.has(id),
		isUnsaid: ({ id }) => unsaid.has(id),
		argumentOf: ({ id }) => stepOf.get(id)
	};
}

/** Lines below inferences: said twice, one line would count once, so a second one is a structure. */
function undercutsIn(
	debate: Debate,
	relations: readonly Relation[],
	signs: ReadonlyMap<Id, string>
): Set<Id> {
	const found = new Set<Id>();
	const seen = new Set<string>();
	for (const relation of relations) {
		if (signs.has(relation.id) || !isUndercut(debate, relation)) continue;
		const key = `${relation.premises[0]?.id} ${relation.target}`;
		if (!seen.has(key)) found.add(relation.id);
		seen.add(key);
	}
	return found;
}

function unsaidIn(debate: Debate, relations: readonly Relation[], isLine: (id: Id) => boolean): Set<Id> {
	const isSaid = ({ id, premises }: Relation): boolean =>
		isLine(id) || premises.some((premise) => debate.get(premise.id)?.kind === 'claim');
	const unsaid = new Set(relations.filter((relation) => !isSaid(relation)).map(({ id }) => id));
	for (const id of unsaid) for (const other of debate.referrers(id, 'target')) unsaid.add(other);
	return unsaid;
}

/** Whether nothing about a relation needs more room than a line: one bare premise, a target with a title. */
function isShort(debate: Debate, relation: Relation): boolean {
	const target = relation.target === null ? undefined : debate.get(relation.target);
	return (target?.kind === 'claim' || target?.kind === 'argument') && isBare(debate, relation);
}

function isUndercut(debate: Debate, relation: Relation): boolean {
	const target = relation.target === null ? undefined : debate.get(relation.target);
	return target?.kind === 'relation' && relation.sense === 'attack' && isBare(debate, relation);
}

function isBare(debate: Debate, relation: Relation): boolean {
	const { id, premises, scheme, notes } = relation;
	const [only] = premises;
	if (!only || premises.length > 1 || only.negated || only.role || scheme || notes) return false;
	if (isReferred(debate, id)) return false;
	const premise = debate.get(only.id);
	if (hasMark(relation, 'structure')) return false;
	return premise?.kind === 'claim' || (premise?.kind === 'argument' && premise.steps.length === 0);
}

function isBetweenClaims(debate: Debate, { premises, target }: Relation): boolean {
	return debate.get(premises[0]?.id ?? '')?.kind === 'claim' && debate.get(target ?? '')?.kind === 'claim';
}

function signOf(debate: Debate, relation: Relation, isStrict: boolean): string | null {
	const { sense, target } = relation;
	const between = isBetweenClaims(debate, relation);
	const argument = debate.get(target ?? '');
	const isSketch = argument?.kind === 'argument' && argument.steps.length === 0;
	if (sense === 'attack' && isSketch && hasMark(relation, 'undercut')) return '<_';
	if (sense === 'contradictory') return between ? '><' : null;
	const signs: Partial<Record<Sense, string>> =
		isStrict && between ? { entails: '<+', contrary: '<-' } : { support: '<+', attack: '<-' };
	return signs[sense] ?? null;
}

function hasMark({ ext }: Relation, mark: 'undercut' | 'structure'): boolean {
	const argdown = ext['argdown'];
	return isRecord(argdown) && mark in argdown;
}

/** An attack that Argdown drops: on an argument with a structure, when the same claim is at odds with a premise of it. */
function isDropped(debate: Debate, { sense, premises, target }: Relation): boolean {
	const argument = debate.get(target ?? '');
	const claim = premises[0]?.id ?? '';
	if (sense !== 'attack' || argument?.kind !== 'argument' || debate.get(claim)?.kind !== 'claim')
		return false;
	const hit = new Set(
		argument.steps.flatMap((step) => relationOf(debate, step)?.premises.map(({ id }) => id) ?? [])
	);
	const isAgainst = ({ sense: other }: Relation): boolean => other !== 'support' && other !== 'entails';
	return (
		relationsFrom(debate, claim).some((other) => isAgainst(other) && hit.has(other.target ?? '')) ||
		relationsOn(debate, claim).some(
			(other) => isAgainst(other) && other.premises.some(({ id }) => hit.has(id))
		)
	);
}
