import type { Debate } from '#lib/core/model/debate.ts';
import type { Argument, Claim, Id, Relation } from '#lib/core/model/item.ts';
import { byOrder, every } from '#lib/core/model/questions.ts';
import type { Losses } from '../losses.ts';
import { lost, present } from '../tree/present.ts';

/** An argument to be written: what it says of which item. */
export interface Said {
	readonly id: Id;
	/** `item`, that the item holds; else as `flatten` and `bipolar` name it. */
	readonly says: string;
	/** Where the framework has base scores. */
	readonly base?: number;
}

export interface Edge {
	readonly sense: 'attack' | 'support';
	readonly from: number;
	readonly to: number;
	/** The relation that it is drawn for, where it is drawn as it is. */
	readonly relation: Relation | null;
}

/** What a framework can say of a debate. */
export interface Plain {
	readonly points: readonly Said[];
	/** In the order in which they are to stand. */
	readonly edges: readonly Edge[];
	/** Whether nothing had to be compiled away. */
	readonly isDirect: boolean;
	/** Everything that is lost but for the words, of which the formats keep more or less. */
	readonly lost: Losses;
	/** For the head of the text. */
	readonly remarks: readonly string[];
}

/** What `flatten` and `bipolar` make of a debate. */
export interface Compiled {
	readonly arguments: readonly Said[];
	readonly attacks: readonly (readonly [number, number])[];
	readonly supports?: readonly (readonly [number, number])[];
	readonly isExact: boolean;
}

const COMPILED = 'Compiled from a map: beside its claims there are arguments for what it says of them.';

/**
 * The debate as a framework. Where it is nothing but claims and sketched arguments that attack or support each other
 * one by one it stays as it is (support only with `hasSupports`), else `compile` makes a framework that means the same; `inexact` says where it does not.
 */
export function plainOf(
	debate: Debate,
	format: string,
	compile: (debate: Debate) => Compiled,
	inexact: string,
	hasSupports = true
): Plain {
	const direct = directly(debate, hasSupports);
	const found = present(debate, format);
	if (direct) {
		const losses = lost(found, ['arguments', 'secondUses']);
		losses.add('claims', debate.count.claim > 0);
		losses.add('about', debate.about.title !== '');
		return { ...direct, isDirect: true, lost: losses, remarks: [] };
	}
	const compiled = compile(debate);
	const losses = lost(found, []);
	losses.add('compiled');
	losses.add('inexact', !compiled.isExact);
	losses.add('claims', debate.count.claim > 0);
	losses.add('about', debate.about.title !== '');
	return {
		...inOrder(debate, compiled),
		isDirect: false,
		lost: losses,
		remarks: compiled.isExact ? [COMPILED] : [COMPILED, inexact]
	};
}

function directly(debate: Debate, hasSupports: boolean): Pick<Plain, 'points' | 'edges'> | null {
	if (debate.count.evidence > 0) return null;
	const spoken = spokenIn(debate);
	const places = new Map(spoken.map(({ id }, at) => [id, at]));
	const supported = new Set<Id>();
	const seen = { attack: new Set<number>(), support: new Set<number>() };
	const edges: Edge[] = [];
	for (const relation of every(debate, 'relation').sort(byOrder)) {
		const { sense, premises, target } = relation;
		const [only] = premises;
		const from = places.get(only?.id ?? '');
		const to = places.get(target ?? '');
		if (sense !== 'attack' && (sense !== 'support' || !hasSupports)) return null;
		if (premises.length !== 1 || only?.negated || from === undefined || to === undefined) return null;
		const key = from * spoken.length + to;
		if (seen[sense].has(key)) return null;
		edges.push({ sense, from, to, relation });
		seen[sense].add(key);
		if (sense === 'support') supported.add(spoken[to]!.id);
	}
	if (!spoken.every((item) => isGiven(item, supported.has(item.id)))) return null;
	return {
		points: spoken.map(({ id }) => ({ id, says: 'item' })),
		edges
	};
}

/** Claims and arguments in the author's order. */
export function spokenIn(debate: Debate): (Claim | Argument)[] {
	return [...every(debate, 'claim'), ...every(debate, 'argument')].sort(byOrder);
}

/** Whether it stands while nothing attacks it, as an argument of a framework does. */
function isGiven(item: Claim | Argument, isSupported: boolean): boolean {
	if (item.kind === 'argument') return item.steps.length === 0;
	return item.basis === 'given' ? item.standard === 'balanced' : item.basis === 'auto' && !isSupported;
}

/** What was compiled, the claims and arguments of the debate first and in its order. */
function inOrder(debate: Debate, compiled: Compiled): Pick<Plain, 'points' | 'edges'> {
	const place = new Map(spokenIn(debate).map(({ id }, at) => [id, at]));
	const rank = ({ id, says }: Said) => (says === 'item' ? (place.get(id) ?? Infinity) : Infinity);
	const ranks = compiled.arguments.map(rank);
	const old = ranks
		.map((_, at) => at)
		.sort((a, b) => (ranks[a] === ranks[b] ? a - b : ranks[a]! - ranks[b]!));
	const now = new Int32Array(old.length);
	for (const [at, was] of old.entries()) now[was] = at;
	const moved = (sense: Edge['sense'], edges: Compiled['attacks'] = []): Edge[] =>
		edges
			.map(([from, to]) => ({ sense, from: now[from]!, to: now[to]!, relation: null }))
			.sort((a, b) => a.from - b.from || a.to - b.to);
	return {
		points: old.map((was) => compiled.arguments[was]!),
		edges: [...moved('attack', compiled.attacks), ...moved('support', compiled.supports)]
	};
}
