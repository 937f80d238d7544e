import type { Debate } from '#lib/core/model/debate.ts';
import type { Claim, Id } from '#lib/core/model/item.ts';
import { byOrder, every } from '#lib/core/model/questions.ts';
import type { Losses } from '../../losses.ts';
import { lost, present } from '../../tree/present.ts';
import { assumed, type Assumptions } from './assumed.ts';
import { carriedOf } from '../names.ts';

/** A debate as assumptions and rules, with what is lost but for the words. */
export interface Stated extends Assumptions {
	readonly lost: Losses;
	/** For the head of the text. */
	readonly remarks: readonly string[];
}

const COMPILED = 'Compiled from a map: beside its claims there are sentences for what it says of them.';
/** Formats that tell assumptions from facts. */
const KIN = ['aba', 'qbaf', 'aba-tweety'];

/**
 * The debate as assumptions and rules. Where it is nothing but claims that are given, or follow from others, and one
 * claim against each that is given, it stays as it is; else it is compiled.
 */
export function stated(debate: Debate, format: string): Stated {
	const direct = directly(debate);
	const found = present(debate, format);
	if (direct) {
		const losses = lost(found, ['joined', 'secondUses', 'judging']);
		const isBeyond = ({ basis, standard }: Claim) => basis === 'auto' || standard !== 'balanced';
		losses.add('judging', every(debate, 'claim').some(isBeyond));
		losses.add('about', debate.about.title !== '');
		return { ...direct, lost: losses, remarks: [] };
	}
	const losses = lost(found, []);
	losses.add('compiled');
	losses.add('about', debate.about.title !== '');
	return { ...assumed(debate), lost: losses, remarks: [COMPILED] };
}

function directly(debate: Debate): Assumptions | null {
	if (debate.count.evidence + debate.count.argument > 0) return null;
	const claims = every(debate, 'claim').sort(byOrder);
	const places = new Map(claims.map(({ id }, at) => [id, at]));
	const contrary = new Map<number, number>();
	const rules: { head: number; body: number[] }[] = [];
	for (const { sense, premises, target } of every(debate, 'relation').sort(byOrder)) {
		const head = places.get(target ?? '');
		const body = premises.flatMap(({ id, negated }) => (negated ? [] : (places.get(id) ?? [])));
		if (head === undefined || body.length < Math.max(premises.length, 1)) return null;
		if (sense === 'support') rules.push({ head, body });
		else if (sense !== 'attack' || body.length > 1 || contrary.has(head)) return null;
		else contrary.set(head, body[0]!);
	}
	const heads = new Set(rules.map(({ head }) => head));
	const assumptions: number[] = [];
	const facts: number[] = [];
	for (const [at, { id, basis }] of claims.entries()) {
		const isGiven = basis === 'given' || (basis === 'auto' && !heads.has(at));
		const wasAssumed = isAssumed(debate, id);
		if (contrary.has(at) && (!isGiven || (heads.has(at) && !wasAssumed))) return null;
		if (isGiven && (contrary.has(at) || wasAssumed)) assumptions.push(at);
		else if (isGiven) facts.push(at);
	}
	return {
		atoms: claims.map(({ id }) => ({ id, says: 'item' })),
		assumptions,
		contraries: [...contrary],
		rules: [...facts.map((head) => ({ head, body: [] })), ...rules]
	};
}

/** Whether a claim was read as an assumption. */
function isAssumed(debate: Debate, id: Id): boolean {
	return KIN.some((format) => carriedOf(debate.get(id), format)['assumption'] === true);
}
