import { isReferred, references, type About, type Debate, type Role } from '../model/debate.ts';
import type { Group, Id, Item, Kind } from '../model/item.ts';
import { fail, never, ok, type Result } from '../result.ts';
import { MOST, type Refusal, type SetStep, type Step } from './step.ts';

export interface Applied {
	/** Steps that lead back, to be applied as they stand. */
	readonly undo: Step[];
	/** Ids whose item, or whose referrers, changed; `ABOUT` when the debate's own title or summary did. */
	readonly touched: Set<Id>;
}

/** Stands for the debate itself among touched ids; no item can have it. */
export const ABOUT = '(about)';

/** Take all of `steps` or none, in place (RULES.md). A refusal names the step that did not fit. */
export function apply(
	debate: Debate,
	steps: readonly Step[]
): Result<Applied, { at: number; refusal: Refusal }> {
	const undo: Step[] = [];
	const touched = new Set<Id>();
	for (const [at, step] of steps.entries()) {
		const taken = take(debate, step, touched);
		if (taken.ok) {
			undo.push(taken.value);
			continue;
		}
		for (const back of undo.reverse()) take(debate, back, touched);
		return fail({ at, refusal: taken.error });
	}
	return ok({ undo: undo.reverse(), touched });
}

/** Check one step, carry it out, and answer with its inverse, so that the three cannot drift apart. */
function take(debate: Debate, step: Step, touched: Set<Id>): Result<Step, Refusal> {
	switch (step.do) {
		case 'add': {
			const { item } = step;
			if (debate.has(item.id)) return fail('already exists');
			if (debate.size >= MOST.items) return fail('too many');
			if (item.kind === 'claim' && debate.count.claim >= MOST.claims) return fail('too many');
			const misfit = misfitOf(debate, item);
			if (misfit) return fail(misfit);
			debate.set(item);
			touch(touched, item);
			return ok({ do: 'remove', id: item.id, was: item });
		}
		case 'remove': {
			const item = debate.get(step.id);
			if (!item) return fail('does not exist');
			if (step.was && !equal(step.was, item)) return fail('stale');
			if (isReferred(debate, item.id)) return fail('would dangle');
			debate.delete(item.id);
			touch(touched, item);
			return ok({ do: 'add', item });
		}
		case 'set': {
			const before = debate.get(step.id);
			if (!before) return fail('does not exist');
			if (before.kind !== step.kind) return fail('does not fit');
			if (step.was && !holds(before, step.was)) return fail('stale');
			const item = { ...before, ...step.to } as Item;
			const misfit = misfitOf(debate, item);
			if (misfit) return fail(misfit);
			debate.set(item);
			touch(touched, before);
			touch(touched, item);
			return ok({ ...step, to: picked(before, step.to), was: step.to } as SetStep);
		}
		case 'describe': {
			const { about } = debate;
			if (step.was && !holds(about, step.was)) return fail('stale');
			debate.about = { ...about, ...step.to };
			touched.add(ABOUT);
			return ok({ do: 'describe', to: picked(about, step.to), was: step.to });
		}
		default:
			return never(step);
	}
}

/** What each kind may refer to in each role. */
export const FITS: { readonly [K in Kind]: { readonly [R in Role]?: readonly Kind[] } } = {
	claim: { member: ['group'] },
	argument: { step: ['relation'], member: ['group'] },
	relation: {
		premise: ['claim', 'argument', 'relation', 'evidence'],
		target: ['claim', 'argument', 'relation', 'evidence']
	},
	evidence: { target: ['claim', 'argument', 'relation'], source: ['source'] },
	source: {},
	group: { member: ['group'] }
};

/** Why `item` cannot stand in `debate`, if it cannot: a reference that dangles, does not fit, or leads back to it. */
function misfitOf(debate: Debate, item: Item): Refusal | null {
	for (const { role, id } of references(item)) {
		if (id === item.id) return 'would loop';
		const other = debate.get(id);
		if (!other) return 'would dangle';
		if (!FITS[item.kind][role]?.includes(other.kind)) return 'does not fit';
	}
	return item.kind === 'group' && isWithinItself(debate, item) ? 'would loop' : null;
}

/** Groups are a tree; claims may support each other in a circle, but no group may hold itself. */
function isWithinItself(debate: Debate, group: Group): boolean {
	for (let up = group.parent; up !== null;) {
		if (up === group.id) return true;
		const above = debate.get(up);
		up = above?.kind === 'group' ? above.parent : null;
	}
	return false;
}

function touch(touched: Set<Id>, item: Item): void {
	touched.add(item.id);
	for (const { id } of references(item)) touched.add(id);
}

type Table = Readonly<Record<string, unknown>>;

/** The values that `item` has now in the fields that `patch` would change. */
function picked<T extends Item | About>(item: T, patch: object): Partial<T> {
	const table = item as unknown as Table;
	return Object.fromEntries(Object.keys(patch).map((key) => [key, table[key] ?? null])) as Partial<T>;
}

function holds(item: Item | About, expected: object): boolean {
	const table = item as unknown as Table;
	return Object.entries(expected).every(([key, value]) => equal(value, table[key] ?? null));
}

/** Whether two plain values are the same, whatever the order of their keys. As in JSON, -0 is 0. */
export function equal(a: unknown, b: unknown): boolean {
	if (a === b || Object.is(a, b)) return true;
	if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
	if (Array.isArray(a) !== Array.isArray(b)) return false;
	const keys = Object.keys(a);
	if (keys.length !== Object.keys(b).length) return false;
	return keys.every((key) => key in b && equal((a as Table)[key], (b as Table)[key]));
}
