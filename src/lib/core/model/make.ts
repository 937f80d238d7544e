import type { Argument, Claim, Evidence, Group, Premise, Relation, Source } from './item.ts';

type Need<T, K extends keyof T> = Pick<T, K> & Partial<Omit<T, 'kind'>>;

const ANNOTATED = { tags: [], notes: '', pin: null, group: null } as const;

/**
 * A claim with everything that is not said left at its default. Spelled out, as for relations and evidence: a reader
 * makes tens of thousands of them, and two tables spread into one are many times as slow.
 */
export function claim(fields: Need<Claim, 'id' | 'text'>, order: string = CLAIM.order): Claim {
	return {
		kind: 'claim',
		title: fields.title ?? CLAIM.title,
		unstated: fields.unstated ?? CLAIM.unstated,
		wordings: fields.wordings ?? CLAIM.wordings,
		basis: fields.basis ?? CLAIM.basis,
		standard: fields.standard ?? CLAIM.standard,
		order: fields.order ?? order,
		tags: fields.tags ?? CLAIM.tags,
		notes: fields.notes ?? CLAIM.notes,
		pin: fields.pin ?? CLAIM.pin,
		group: fields.group ?? CLAIM.group,
		ext: fields.ext ?? CLAIM.ext,
		id: fields.id,
		text: fields.text
	};
}
export const CLAIM = {
	kind: 'claim',
	title: '',
	unstated: false,
	wordings: [],
	basis: 'auto',
	standard: 'balanced',
	order: 'a0',
	...ANNOTATED,
	ext: {}
} as const;

/** An argument, sketched only unless `steps` are given. */
export function argument(fields: Need<Argument, 'id' | 'title'>): Argument {
	return { ...ARGUMENT, ...fields };
}
export const ARGUMENT = {
	kind: 'argument',
	descriptions: [],
	steps: [],
	order: 'a0',
	...ANNOTATED,
	ext: {}
} as const;

/** A relation from `premises` to `target`. */
export function relation(
	fields: Need<Relation, 'id' | 'sense' | 'premises' | 'target'>,
	order: string = RELATION.order
): Relation {
	return {
		kind: 'relation',
		order: fields.order ?? order,
		scheme: fields.scheme ?? RELATION.scheme,
		notes: fields.notes ?? RELATION.notes,
		ext: fields.ext ?? RELATION.ext,
		id: fields.id,
		sense: fields.sense,
		premises: fields.premises,
		target: fields.target
	};
}
export const RELATION = { kind: 'relation', order: 'a0', scheme: '', notes: '', ext: {} } as const;

/** A premise that is affirmed and plays no named role. */
export function premise(id: string): Premise {
	return { role: PREMISE.role, negated: PREMISE.negated, id };
}
export const PREMISE = { role: '', negated: false } as const;

/** A piece of evidence with no source yet and nobody's rating. */
export function evidence(
	fields: Need<Evidence, 'id' | 'target' | 'bearing'>,
	order: string = EVIDENCE.order
): Evidence {
	return {
		kind: 'evidence',
		form: fields.form ?? EVIDENCE.form,
		text: fields.text ?? EVIDENCE.text,
		source: fields.source ?? EVIDENCE.source,
		locator: fields.locator ?? EVIDENCE.locator,
		credibility: fields.credibility ?? EVIDENCE.credibility,
		order: fields.order ?? order,
		notes: fields.notes ?? EVIDENCE.notes,
		ext: fields.ext ?? EVIDENCE.ext,
		id: fields.id,
		target: fields.target,
		bearing: fields.bearing
	};
}
export const EVIDENCE = {
	kind: 'evidence',
	form: 'quotation',
	text: '',
	source: null,
	locator: '',
	credibility: null,
	order: 'a0',
	notes: '',
	ext: {}
} as const;

/** A source of which at least the title is known. */
export function source(fields: Need<Source, 'id' | 'title'>): Source {
	return { ...SOURCE, ...fields };
}
export const SOURCE = {
	kind: 'source',
	type: 'document',
	author: [],
	issued: '',
	containerTitle: '',
	publisher: '',
	DOI: '',
	URL: '',
	ext: {}
} as const;

/** A group at the top of the tree unless a parent is given. */
export function group(fields: Need<Group, 'id' | 'title'>): Group {
	return { ...GROUP, ...fields };
}
export const GROUP = { kind: 'group', form: 'section', parent: null, order: 'a0', ext: {} } as const;
