import fc, { type Arbitrary } from 'fast-check';
import { apply, FITS } from '#lib/core/edit/apply.ts';
import type { SetStep, Step } from '#lib/core/edit/step.ts';
import { Debate, type Role } from '#lib/core/model/debate.ts';
import type { Id, Item, Kind } from '#lib/core/model/item.ts';
import { argument, claim, evidence, group, relation, source } from '#lib/core/model/make.ts';
import { anyFields, anyKind, anyText } from './arbitraries.ts';
import { copy } from './debates.ts';

/**
 * A move is a step before one knows the debate: its references are numbers, resolved against what is there.
 * So every list of moves means something in every debate, and failures shrink by leaving moves out.
 */
interface Move {
	readonly act: 'add' | 'set' | 'remove' | 'describe';
	readonly kind: Kind;
	readonly fields: { readonly [K in Kind]: object };
	readonly at: readonly number[];
	readonly was: 'unsaid' | 'true' | 'other';
	readonly words: string;
}

const anyMove: Arbitrary<Move> = fc.record({
	act: fc.oneof(
		{ weight: 6, arbitrary: fc.constant('add' as const) },
		{ weight: 3, arbitrary: fc.constant('set' as const) },
		{ weight: 1, arbitrary: fc.constantFrom('remove' as const, 'describe' as const) }
	),
	kind: anyKind,
	fields: fc.record(anyFields),
	at: fc.array(fc.nat(10_000), { minLength: 6, maxLength: 6 }),
	was: fc.constantFrom('unsaid', 'true', 'unsaid', 'true', 'unsaid', 'true', 'other'),
	words: anyText
});

function anyMoves(most: number): Arbitrary<Move[]> {
	return fc.array(anyMove, { minLength: 1, maxLength: most, size: 'large' });
}

/** Whatever can be reached by steps: joints, undercuts of attacks, circles, reuse, groups, arguments, answered evidence. */
export const anyDebate: Arbitrary<Debate> = anyMoves(40).map(grown);

/** A debate, and steps of which most fit one after the other; some lists are refused half-way. */
export const anyEdit: Arbitrary<{ readonly before: Debate; readonly steps: Step[] }> = fc
	.tuple(anyMoves(40), anyMoves(8))
	.map(([past, moves]) => {
		const before = grown(past);
		return { before, steps: stepsOf(before, moves) };
	});

/** Steps that often fit `debate` one after the other. */
export function anySteps(debate: Debate): Arbitrary<Step[]> {
	return anyMoves(8).map((moves) => stepsOf(debate, moves));
}

/** One step that often fits `debate`. */
export function anyStep(debate: Debate): Arbitrary<Step> {
	return anyMove.map((move) => stepOf(debate, move, 'new'));
}

/** One step by itself, for what only reads and writes steps. */
export const anyLoneStep: Arbitrary<Step> = anyEdit.map(({ steps }) => steps.at(-1)!);

function grown(moves: readonly Move[]): Debate {
	const debate = new Debate();
	for (const [at, move] of moves.entries()) apply(debate, [stepOf(debate, move, `i${at}`)]);
	const items = () => JSON.stringify([...debate.items()], null, '\t');
	return Object.defineProperty(debate, fc.toStringMethod, { value: items });
}

function stepsOf(before: Debate, moves: readonly Move[]): Step[] {
	const debate = copy(before);
	return moves.map((move, at) => {
		const step = stepOf(debate, move, `n${at}`);
		apply(debate, [step]);
		return step;
	});
}

function stepOf(debate: Debate, move: Move, fresh: Id): Step {
	const present = [...debate.items()];
	const item = present[move.at[0]! % Math.max(present.length, 1)];
	if (move.act === 'describe') {
		const was = { title: move.was === 'other' ? `${debate.about.title}!` : debate.about.title };
		const imported = move.at[2]! % 3 === 0 ? { format: 'argdown', text: move.words } : null;
		const step = { do: 'describe', to: { title: move.words, imported } } as const;
		return move.was === 'unsaid' ? step : { ...step, was };
	}
	if (!item || move.act === 'add') {
		const isTaken = item && move.at[1]! % 40 === 0;
		return { do: 'add', item: itemOf(debate, move, move.kind, isTaken ? item.id : fresh) };
	}
	const other = itemOf(debate, move, item.kind, item.id);
	if (move.act === 'set') return setting(move, item, other);
	const step = { do: 'remove', id: item.id } as const;
	return move.was === 'unsaid' ? step : { ...step, was: move.was === 'true' ? item : other };
}

function setting(move: Move, item: Item, other: Item): Step {
	const drawn = Object.keys(move.fields[item.kind]);
	const referring = REFERRING[item.kind].filter((_, nth) => move.at[nth + 1]! % 2 === 0);
	const keys = move.at[5]! % 3 === 0 ? [...drawn, ...referring] : referring.length > 0 ? referring : drawn;
	const picked = (from: object) =>
		Object.fromEntries(Object.entries(from).filter(([key]) => keys.includes(key)));
	const step = { do: 'set', kind: item.kind, id: item.id, to: picked(other) } as SetStep;
	if (move.was === 'unsaid') return step;
	return { ...step, was: picked(move.was === 'true' ? item : other) } as SetStep;
}

const REFERRING: { readonly [K in Kind]: readonly string[] } = {
	claim: ['group'],
	argument: ['steps', 'group'],
	relation: ['target', 'premises'],
	evidence: ['target', 'source'],
	source: [],
	group: ['parent']
};

function itemOf(debate: Debate, move: Move, kind: Kind, id: Id): Item {
	const { fields, at } = move;
	const one = (role: Role, n: number) => pick(debate, { id, kind }, role, n);
	const several = (role: Role, n: number) =>
		Array.from({ length: n % 4 }, (_, nth) => one(role, n + nth * 7));
	const rarely = (n: number, otherwise: Id | null) => (n % 3 === 0 ? otherwise : null);
	switch (kind) {
		case 'claim':
			return { ...claim({ id, text: '' }), ...fields.claim, group: rarely(at[2]!, one('member', at[3]!)) };
		case 'argument': {
			const steps = several('step', at[4]!).filter((step) => step !== null);
			const made = argument({ id, title: '', steps, group: rarely(at[2]!, one('member', at[3]!)) });
			return { ...made, ...fields.argument };
		}
		case 'relation': {
			const premises = [one('premise', at[2]!), ...several('premise', at[3]!)]
				.filter((premise) => premise !== null)
				.map((premise, nth) => ({ id: premise, role: nth === 2 ? move.words : '', negated: nth === 1 }));
			const target = at[4]! % 30 === 0 ? null : one('target', at[4]!);
			return { ...relation({ id, sense: 'support', premises, target }), ...fields.relation };
		}
		case 'evidence': {
			const target = one('target', at[2]!) ?? 'nowhere';
			return {
				...evidence({ id, target, bearing: 'for', source: one('source', at[3]!) }),
				...fields.evidence
			};
		}
		case 'source':
			return { ...source({ id, title: '' }), ...fields.source };
		case 'group':
			return { ...group({ id, title: '', parent: rarely(at[2]!, one('member', at[3]!)) }), ...fields.group };
	}
}

/** An id that fits `role`, if there is one; now and then one that may not fit, or is nowhere. */
function pick(debate: Debate, from: { id: Id; kind: Kind }, role: Role, n: number): Id | null {
	if (n % 61 === 1) return 'nowhere';
	const all = [...debate.items()].filter(({ id }) => id !== from.id || n % 11 === 0);
	const fit = n % 31 === 1 ? all : all.filter((item) => FITS[from.kind][role]?.includes(item.kind));
	return fit.length === 0 ? null : fit[n % fit.length]!.id;
}
