import { sources, twin } from '../model/bibliography.ts';
import { isSameWork, worksOf } from '../model/citation.ts';
import type { Debate } from '../model/debate.ts';
import type { Evidence, Id, Item, Source } from '../model/item.ts';
import { evidence } from '../model/make.ts';
import { between } from '../model/order.ts';
import { evidenceCiting, evidenceOn } from '../model/questions.ts';
import { amend } from './amend.ts';
import { equal } from './apply.ts';
import { withdraw } from './withdraw.ts';
import type { Step } from './step.ts';

export type NewEvidence = {
	/** Its new id. */
	readonly evidence: Id;
	/** The claim, argument or relation that it stands for or against. */
	readonly target: Id;
	readonly bearing: Evidence['bearing'];
} & Partial<Pick<Evidence, 'form' | 'text' | 'source' | 'locator' | 'credibility' | 'notes'>>;

/** A piece of evidence for or against `target`, after the others there. */
export function addEvidence(debate: Debate, { evidence: id, ...fields }: NewEvidence): Step[] {
	const order = between(evidenceOn(debate, fields.target).at(-1)?.order ?? null, null);
	return [{ do: 'add', item: evidence({ id, ...fields, order }) }];
}

/** Puts a piece of evidence right after another one on the same target, or before all others. */
export function placeEvidence(debate: Debate, fields: { evidence: Id; after: Id | null }): Step[] {
	const item = debate.get(fields.evidence);
	if (item?.kind !== 'evidence' || fields.after === item.id) return [];
	const others = evidenceOn(debate, item.target).filter(({ id }) => id !== item.id);
	const at = fields.after === null ? -1 : others.findIndex(({ id }) => id === fields.after);
	if (at < 0 && fields.after !== null) return [];
	const order = between(others[at]?.order ?? null, others[at + 1]?.order ?? null);
	return amend(debate, 'evidence', item.id, { order });
}

/** Lets a piece of evidence cite a source that is there, or none. */
export function cite(debate: Debate, evidence: Id, source: Id | null): Step[] {
	return amend(debate, 'evidence', evidence, { source });
}

/** What makes `source` citable: the steps that enter it, none if the same work is there already, and the id to cite. */
export function entry(debate: Debate, source: Source): { steps: Step[]; id: Id } {
	const known = twin(debate, source);
	return known ? { steps: [], id: known.id } : { steps: [{ do: 'add', item: source }], id: source.id };
}

/** Lets a piece of evidence cite a new source. The same work is not entered twice: the entry that is there is cited. */
export function citeNew(debate: Debate, evidence: Id, source: Source): Step[] {
	const { steps, id } = entry(debate, source);
	return [...steps, ...cite(debate, evidence, id)];
}

/** Makes one entry out of two for the same work: all that cited `from` cites `into`, and `from` goes. */
export function unify(debate: Debate, fields: { from: Id; into: Id }): Step[] {
	const { from, into } = fields;
	if (from === into || debate.get(from)?.kind !== 'source' || debate.get(into)?.kind !== 'source') return [];
	const cites = evidenceCiting(debate, from).flatMap(({ id }) => cite(debate, id, into));
	return [...cites, { do: 'remove', id: from }];
}

/** Takes sources away that no evidence cites; one that is cited stays. */
export function dropSources(debate: Debate, ids: readonly Id[]): Step[] {
	return withdraw(
		debate,
		ids.filter((id) => debate.get(id)?.kind === 'source' && evidenceCiting(debate, id).length === 0)
	);
}

/** Fills what the entry `into` leaves open with what another entry of the same work says. */
export function fillIn(debate: Debate, into: Id, { title, author, ...other }: Source): Step[] {
	const known = debate.get(into);
	if (known?.kind !== 'source') return [];
	const { issued, containerTitle, publisher, DOI, URL } = other;
	const said = { title, author, issued, containerTitle, publisher, DOI, URL };
	const open = Object.entries(said).filter(([field]) => known[field as keyof typeof said].length === 0);
	return amend(debate, 'source', into, Object.fromEntries(open));
}

/** The entries of the debate for the works among `items`, by the ids of these: its own entry before a like one. */
export function twins(debate: Debate, items: readonly Item[]): ReadonlyMap<Id, Id> {
	const found = new Map<Id, Id>();
	const entered = new Map<string, Source[]>();
	for (const source of debate.count.source === 0 ? [] : sources(debate))
		for (const work of worksOf(source)) {
			const others = entered.get(work);
			if (others) others.push(source);
			else entered.set(work, [source]);
		}
	for (const item of items) {
		if (item.kind !== 'source') continue;
		const like = worksOf(item).flatMap((work) => entered.get(work) ?? []);
		const same = equal(item, debate.get(item.id)) ? item : like.find((other) => isSameWork(item, other));
		if (same) found.set(item.id, same.id);
	}
	return found;
}
