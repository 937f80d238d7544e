import type { Argument, Claim, Evidence, Group, Premise, Relation, Source } from './item.ts';

type Need<T, K extends keyof T> = Pick<T, K> & Partial<Omit<T, 'kind'>>;

const ANNOTATED = { tags: [], notes: '', pin: null, group: null } as const;

/** A claim with everything that is not said left at its default. */
export function claim(fields: Need<Claim, 'id' | 'text'>): Claim {
	return { ...CLAIM, ...fields };
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
export function relation(fields: Need<Relation, 'id' | 'sense' | 'premises' | 'target'>): Relation {
	return { ...RELATION, ...fields };
}
export const RELATION = { kind: 'relation', order: 'a0', scheme: '', notes: '', ext: {} } as const;

/** A premise that is affirmed and plays no named role. */
export function premise(id: string): Premise {
	return { ...PREMISE, id };
}
export const PREMISE = { role: '', negated: false } as const;

/** A piece of evidence with no source yet and nobody's rating. */
export function evidence(fields: Need<Evidence, 'id' | 'target' | 'bearing'>): Evidence {
	return { ...EVIDENCE, ...fields };
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
