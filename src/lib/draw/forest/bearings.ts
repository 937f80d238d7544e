import { isReferred, type Debate } from '#lib/core/model/debate.ts';
import type { Id, Relation } from '#lib/core/model/item.ts';
import { byOrder, evidenceOn, isRoot, relationsOn } from '#lib/core/model/questions.ts';
import type { Sense } from '../layout/types.ts';

/** A relation, or a piece of evidence that is answered, as it is drawn below what it bears on. */
export interface Bearing {
	readonly id: Id;
	readonly sense: 'support' | 'attack';
	readonly isEvidence: boolean;
	readonly isJointed: boolean;
	readonly premises: readonly Lead[];
}

/** A premise: a claim or an argument, answered evidence, or another relation. */
export interface Lead {
	readonly id: Id;
	readonly kind: 'standing' | 'evidence' | 'relation';
}

/** What bears on what, in the order in which it is drawn, kept from one layout to the next. */
export class Bearings {
	readonly #debate: Debate;
	readonly #on = new Map<Id, readonly Bearing[]>();
	readonly #into = new Map<Id, readonly Lead[]>();
	readonly #roots = new Set<Id>();
	/** The same in order, until one of them changes. */
	#inOrder: readonly Id[] | null = null;

	constructor(debate: Debate) {
		this.#debate = debate;
		for (const { id, kind } of debate.items())
			if ((kind === 'claim' || kind === 'argument') && isRoot(debate, id)) this.#roots.add(id);
	}

	/** Supports before attacks, each in the author's order with answered evidence after relations. */
	on(id: Id): readonly Bearing[] {
		let known = this.#on.get(id);
		if (!known) this.#on.set(id, (known = this.#read(id)));
		return known;
	}

	/** The premises of a relation that can be drawn, in order. */
	into(id: Id): readonly Lead[] {
		let known = this.#into.get(id);
		if (!known) this.#into.set(id, (known = this.#leads(id)));
		return known;
	}

	/** Claims and arguments that are no premise of anything with a target, in order. */
	roots(): readonly Id[] {
		return (this.#inOrder ??= [...this.#roots]
			.map((id) => {
				const item = this.#debate.get(id)!;
				return { id, order: 'order' in item ? item.order : '' };
			})
			.sort(byOrder)
			.map(({ id }) => id));
	}

	/** Looks anew at what has changed: `touched` as `apply` tells it. */
	forget(touched: Iterable<Id>): void {
		for (const id of touched) {
			this.#on.delete(id);
			this.#into.delete(id);
			this.#look(id);
			const item = this.#debate.get(id);
			if (item?.kind !== 'relation' && item?.kind !== 'evidence') continue;
			if (item.target !== null) this.#on.delete(item.target);
			if (item.kind === 'relation') for (const premise of item.premises) this.#look(premise.id);
		}
	}

	#look(id: Id): void {
		const kind = this.#debate.get(id)?.kind;
		const isNow = (kind === 'claim' || kind === 'argument') && isRoot(this.#debate, id);
		if (!isNow && !this.#roots.has(id)) return;
		if (isNow) this.#roots.add(id);
		else this.#roots.delete(id);
		this.#inOrder = null;
	}

	#leads(id: Id): readonly Lead[] {
		const relation = this.#debate.get(id);
		if (relation?.kind !== 'relation') return [];
		return relation.premises.flatMap((premise): Lead[] => {
			const kind = this.#debate.get(premise.id)?.kind;
			if (kind === 'claim' || kind === 'argument') return [{ id: premise.id, kind: 'standing' }];
			return kind === 'evidence' || kind === 'relation' ? [{ id: premise.id, kind }] : [];
		});
	}

	#read(id: Id): readonly Bearing[] {
		if (this.#debate.referrers(id, 'target').size === 0) return NOTHING;
		const relations = relationsOn(this.#debate, id);
		const evidence = evidenceOn(this.#debate, id);
		const found: Bearing[] = [];
		for (const sense of ['support', 'attack'] as const) {
			for (const relation of relations)
				if (lookOf(relation) === sense) {
					const { id } = relation;
					const premises = this.into(id);
					found.push({
						id,
						sense,
						isEvidence: false,
						isJointed: isJointed(this.#debate, relation),
						premises
					});
				}
			for (const { id, bearing } of evidence)
				if ((bearing === 'for') === (sense === 'support') && this.#debate.referrers(id, 'target').size > 0)
					found.push({ id, sense, isEvidence: true, isJointed: false, premises: [] });
		}
		return found;
	}
}

const NOTHING: readonly Bearing[] = [];

/** A joint shows where premises meet, and is what can be objected to or built upon. */
export function isJointed(debate: Debate, relation: Relation): boolean {
	return relation.premises.length > 1 || isReferred(debate, relation.id);
}

/** How the lines of a relation look: an attack on an inference is an undercut. */
export function senseOf(debate: Debate, relation: Relation): Sense {
	const look = lookOf(relation);
	const isUndercut = relation.target !== null && debate.get(relation.target)?.kind === 'relation';
	return look === 'attack' && isUndercut ? 'undercut' : look;
}

function lookOf({ sense }: Relation): 'support' | 'attack' {
	return sense === 'attack' || sense === 'contrary' || sense === 'contradictory' ? 'attack' : 'support';
}
