import {
	dictionary,
	flag,
	json,
	list,
	misfit,
	nullable,
	number,
	object,
	oneOf,
	partial,
	tagged,
	text,
	type Decoder
} from '../decode.ts';
import {
	BASES,
	BEARINGS,
	FORMS,
	RATINGS,
	SENSES,
	SOURCE_TYPES,
	STANDARDS,
	type Argument,
	type Claim,
	type Credibility,
	type Evidence,
	type Group,
	type Item,
	type Kind,
	type Name,
	type Point,
	type Premise,
	type Relation,
	type Source,
	type Wording
} from './item.ts';
import { id } from './decodeId.ts';
import { isKey } from './order.ts';
import { ARGUMENT, CLAIM, EVIDENCE, GROUP, PREMISE, RELATION, SOURCE } from './make.ts';

/** The bounds of what a debate holds, in bytes of UTF-8 or in entries. */
export const LIMITS = {
	claim: 8 * 1024,
	notes: 64 * 1024,
	line: 1024,
	address: 2048,
	ext: 64 * 1024,
	premises: 256,
	wordings: 256,
	steps: 1024,
	tags: 64,
	authors: 256,
	/** Enough for tens of thousands of insertions in one and the same place. */
	order: 8 * 1024,
	/** How far from the origin a pin may be, in map units. */
	reach: 1e7
} as const;

/** A fractional key (`order.ts`). */
export const order: Decoder<string> = (value, path) => {
	const key = text(LIMITS.order, 1)(value, path);
	return isKey(key) ? key : misfit(path, 'must be an order key such as a0');
};

const line = text(LIMITS.line);
const notes = text(LIMITS.notes);
const tags = list(text(256, 1), LIMITS.tags);
const coordinate = number(-LIMITS.reach, LIMITS.reach);
const point = object<Point>({ x: coordinate, y: coordinate });
const ext: Decoder<Item['ext']> = (value, path) => {
	const decoded = dictionary(json)(value, path);
	if (Object.keys(decoded).length > 0) text(LIMITS.ext)(JSON.stringify(decoded), path);
	return decoded;
};

const placed = { order };
const annotated = { tags, notes, pin: nullable(point), group: nullable(id) };

const fields = {
	claim: {
		id,
		ext,
		...placed,
		...annotated,
		kind: oneOf(['claim']),
		text: text(LIMITS.claim),
		title: line,
		unstated: flag,
		wordings: list(object<Wording>({ id, text: text(LIMITS.claim) }), LIMITS.wordings),
		basis: oneOf(BASES),
		standard: oneOf(STANDARDS)
	},
	argument: {
		id,
		ext,
		...placed,
		...annotated,
		kind: oneOf(['argument']),
		title: line,
		descriptions: list(notes, LIMITS.wordings),
		steps: list(id, LIMITS.steps)
	},
	relation: {
		id,
		ext,
		...placed,
		kind: oneOf(['relation']),
		sense: oneOf(SENSES),
		premises: list(object<Premise>({ id, role: line, negated: flag }, PREMISE), LIMITS.premises),
		target: nullable(id),
		scheme: line,
		notes
	},
	evidence: {
		id,
		ext,
		...placed,
		kind: oneOf(['evidence']),
		form: oneOf(FORMS),
		text: notes,
		bearing: oneOf(BEARINGS),
		target: id,
		source: nullable(id),
		locator: line,
		credibility: nullable(object<Credibility>({ rating: oneOf(RATINGS), reason: text(LIMITS.claim) })),
		notes
	},
	source: {
		id,
		ext,
		kind: oneOf(['source']),
		type: oneOf(SOURCE_TYPES),
		title: line,
		author: list(object<Name>({ family: line, given: line }), LIMITS.authors),
		issued,
		containerTitle: line,
		publisher: line,
		DOI: line,
		URL: link
	},
	group: {
		id,
		ext,
		...placed,
		kind: oneOf(['group']),
		form: oneOf(['section', 'box', 'issue']),
		title: line,
		parent: nullable(id)
	}
} as const;

function issued(value: unknown, path: string): string {
	const date = text(10)(value, path);
	return /^(\d{1,4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?)?$/.test(date)
		? date
		: misfit(path, 'must be a year, a year and month, or a date, such as 2024-11-04');
}

function link(value: unknown, path: string): string {
	const address = text(LIMITS.address)(value, path);
	return /^(https?:\/\/\S+)?$/i.test(address) ? address : misfit(path, 'must begin with http:// or https://');
}

const whole: { readonly [K in Kind]: Decoder<Item> } = {
	claim: object<Claim>(fields.claim, CLAIM),
	argument: object<Argument>(fields.argument, ARGUMENT),
	relation: object<Relation>(fields.relation, RELATION),
	evidence: object<Evidence>(fields.evidence, EVIDENCE),
	source: object<Source>(fields.source, SOURCE),
	group: object<Group>(fields.group, GROUP)
};

/** One item of a debate. Fields that have a default may be left out, so that old logs stay readable. */
export const item: Decoder<Item> = tagged('kind', whole);

/** What of an item may change: everything but what it is and its name. */
export type Patch = { [K in Kind]: Partial<Omit<Extract<Item, { kind: K }>, 'id' | 'kind'>> };

/** Some fields of an item of the given kind. */
export const patch: { readonly [K in Kind]: Decoder<Patch[K]> } = {
	claim: changes<Claim>(fields.claim),
	argument: changes<Argument>(fields.argument),
	relation: changes<Relation>(fields.relation),
	evidence: changes<Evidence>(fields.evidence),
	source: changes<Source>(fields.source),
	group: changes<Group>(fields.group)
};

type Mutable<T extends Item> = Omit<T, 'id' | 'kind'>;

function changes<T extends Item>(all: {
	readonly [K in keyof T]: Decoder<T[K]>;
}): Decoder<Partial<Mutable<T>>> {
	const { id: _id, kind: _kind, ...rest } = all;
	return partial<Mutable<T>>(rest as Parameters<typeof partial<Mutable<T>>>[0]);
}
