import {
	decode,
	flag,
	list,
	nullable,
	oneOf,
	partial,
	text,
	type Decoder,
	type Json
} from '#lib/core/decode.ts';
import { item, LIMITS, patch } from '#lib/core/model/decodeItem.ts';
import { SENSES, type Evidence, type Premise, type Sense, type Source } from '#lib/core/model/item.ts';
import { isRecord } from '../../sample.ts';
import type { Data } from '../syntax/data.ts';

/**
 * What Argdown has no words for is written as data under `argosy`: fields of a claim or an argument, evidence,
 * sources in the front matter, and what an inference stands for where it is no support of its conclusion.
 */
export type Own = Readonly<Record<string, Json>>;

/** What `data` has under `argosy`. */
export function ownOf(data: Data): Own {
	const own = data['argosy'];
	return isRecord(own) ? own : NOTHING_OWN;
}

/** Where nothing of ours is said. */
export const NOTHING_OWN: Own = {};

/** The sources in the front matter, under the ids by which evidence cites them. */
export function ownSources(frontMatter: Data | null): Source[] {
	const { sources } = ownOf(frontMatter ?? {});
	if (!Array.isArray(sources)) return [];
	return sources.flatMap((entry: Json) => {
		const decoded = decode(item, isRecord(entry) ? { ...entry, kind: 'source' } : entry);
		return decoded.ok && decoded.value.kind === 'source' ? [decoded.value] : [];
	});
}

export interface OwnEvidence {
	readonly id: string;
	/** The id of a source in the front matter; `''` for none. */
	readonly source: string;
	readonly fields: Pick<Evidence, 'bearing'> & Partial<Evidence>;
}

/** The evidence for and against what `own` belongs to, in order. */
export function ownEvidence(own: Own): OwnEvidence[] {
	if (own === NOTHING_OWN) return [];
	if (!Array.isArray(own['evidence'])) return [];
	return own['evidence'].flatMap((entry: Json) => {
		if (!isRecord(entry)) return [];
		const { id = '', source = '', ...rest } = entry;
		const fields = decode(patch.evidence, rest);
		if (!fields.ok || typeof id !== 'string' || typeof source !== 'string') return [];
		return [{ id, source, fields: { bearing: 'for', ...fields.value } }];
	});
}

export interface OwnRelation {
	/** By which other inferences speak of this one. */
	readonly name: string | null;
	readonly sense: Sense;
	/** Whether the conclusion is there only because a structure must have one. */
	readonly stands: boolean;
	/** The name of the inference or evidence that it bears on, where that is no statement and no argument. */
	readonly on: string | null;
	readonly premises: readonly Partial<Omit<Premise, 'id'>>[];
	/** `null`: as the inference's rules say. */
	readonly scheme: string | null;
	readonly notes: string;
}

const line = text(LIMITS.line);
const relation: Decoder<Partial<OwnRelation>> = partial<OwnRelation>({
	name: nullable(line),
	sense: oneOf(SENSES),
	stands: flag,
	on: nullable(line),
	premises: list(partial<Omit<Premise, 'id'>>({ role: line, negated: flag }), LIMITS.premises),
	scheme: nullable(line),
	notes: text(LIMITS.notes)
});
const PLAIN = {
	name: null,
	sense: 'support',
	stands: false,
	on: null,
	premises: [],
	scheme: null,
	notes: ''
} as const;

/** What an inference says about the relation that it is. */
export function ownRelation(own: Own): OwnRelation {
	if (own === NOTHING_OWN) return PLAIN;
	const { evidence: _evidence, ...said } = own;
	const decoded = decode(relation, said);
	return decoded.ok ? { ...PLAIN, ...decoded.value } : PLAIN;
}
