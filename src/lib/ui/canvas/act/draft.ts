import { addClaim } from '#lib/core/edit/addClaim.ts';
import { addReason } from '#lib/core/edit/addReason.ts';
import { addPremise } from '#lib/core/edit/join.ts';
import type { Step } from '#lib/core/edit/step.ts';
import { bytes } from '#lib/core/decode.ts';
import { LIMITS } from '#lib/core/model/decodeItem.ts';
import type { Debate } from '#lib/core/model/debate.ts';
import type { Id } from '#lib/core/model/item.ts';

/** A claim that has a place but no words yet: it is not part of the debate until it says something. */
export type Draft = {
	/** The id that it will have. */
	readonly claim: Id;
	/** Where to return to if it comes to nothing. */
	readonly origin: Id | null;
	/** Made by a key, in a row of siblings: Enter leads on to the next. */
	readonly isInRow: boolean;
} & (
	| { readonly is: 'root' }
	| {
			readonly is: 'reason';
			readonly relation: Id;
			readonly target: Id;
			readonly sense: 'support' | 'attack';
			readonly after?: Id;
	  }
	| { readonly is: 'premise'; readonly relation: Id }
);

/** What adds the draft to the debate with these words. */
export function draftSteps(debate: Debate, draft: Draft, text: string): Step[] {
	switch (draft.is) {
		case 'root':
			return addClaim(debate, { claim: draft.claim, text });
		case 'reason':
			return addReason(debate, { ...draft, text });
		case 'premise':
			return addPremise(debate, { ...draft, text });
	}
}

/** The draft of a sibling of one that has just been added. */
export function nextDraft(draft: Draft, newId: () => Id): Draft {
	const next = { claim: newId(), origin: draft.claim, isInRow: true };
	switch (draft.is) {
		case 'root':
			return { ...next, is: 'root' };
		case 'reason': {
			const { target, sense, relation } = draft;
			return { ...next, is: 'reason', relation: newId(), target, sense, after: relation };
		}
		case 'premise':
			return { ...next, is: 'premise', relation: draft.relation };
	}
}

/** Text as a claim may hold it: well formed, without NUL, and cut at the limit of a claim. */
export function asWords(text: string): string {
	const words = text.replaceAll('\0', '').toWellFormed();
	if (bytes(words) <= LIMITS.claim) return words;
	const cut = new TextEncoder().encode(words).slice(0, LIMITS.claim);
	return new TextDecoder().decode(cut).replace(/\ufffd$/, '');
}
