import fc, { type Arbitrary } from 'fast-check';
import type { Json } from '#lib/core/decode.ts';
import {
	BASES,
	BEARINGS,
	FORMS,
	RATINGS,
	SENSES,
	SOURCE_TYPES,
	STANDARDS,
	type Id,
	type Item,
	type Kind,
	type Premise
} from '#lib/core/model/item.ts';
import { argument, claim, evidence, group, relation, source } from '#lib/core/model/make.ts';
import { after, between } from '#lib/core/model/order.ts';

/** What people write: many scripts and directions, marks that combine, what looks like code; now and then nothing. */
export const anyText: Arbitrary<string> = fc.oneof(
	fc.constantFrom(
		'',
		'Borders should be open',
		'Көп векторлуу тышкы саясат',
		'Түркі мемлекеттері ұйымы — көпір',
		'Ҳамкорӣ бо ҳамсояҳо',
		'İstanbul’un ışığı, Iğdır',
		'لا يمكن الجمع بينهما: «نعم» 12%',
		'突厥语国家组织很重要。',
		'नीति और व्यापार',
		'Tiếng Việt: e\u0301 ê\u0323',
		'👩🏽‍🏫 teaches 🇰🇬',
		'\u202eright to left\u202c',
		'<script>alert("x")</script> & <b>',
		'__proto__',
		'line\nbreak\r\n\tand tab ',
		'   ',
		'"quoted" \\ {braces} $`x`'
	),
	fc.string({ unit: 'grapheme', maxLength: 20 }),
	fc.string({ unit: 'binary', maxLength: 20 }).map((text) => text.replaceAll('\0', ''))
);

/** A short text of one line or none at all: titles, roles, locators. */
const anyLine = fc.oneof({ weight: 3, arbitrary: fc.constant('') }, anyText);

/** An id such as people's browsers make, or an import hands in. */
export const anyId: Arbitrary<Id> = fc.stringMatching(/^[A-Za-z0-9_-]{1,22}$/);

/** A fractional key, near the usual ones or far from them. */
export const anyOrder: Arbitrary<string> = fc.oneof(
	fc.nat(40).map((at) => after(null, at + 1)[at]!),
	fc.array(fc.boolean(), { maxLength: 20 }).map((turns) => {
		let [low, high] = ['a0', 'a1'];
		for (const up of turns) {
			const middle = between(low, high);
			if (up) low = middle;
			else high = middle;
		}
		return low;
	})
);

/** What a foreign format may have carried. */
const anyExt: Arbitrary<{ readonly [format: string]: Json }> = fc.oneof(
	{ weight: 4, arbitrary: fc.constant({}) },
	fc.dictionary(
		fc.constantFrom('argdown', 'aif', 'x y'),
		fc.oneof(
			anyText,
			fc.double({ noNaN: true, noDefaultInfinity: true }).filter((value) => !Object.is(value, -0)),
			fc.constantFrom(null, true, [1, [2, { deep: ['three'] }]])
		),
		{ maxKeys: 2, noNullPrototype: true }
	)
);

const coordinate = fc
	.double({ min: -1e7, max: 1e7, noNaN: true })
	.map((value) => (Object.is(value, -0) ? 0 : value));
const anyPin = fc.option(fc.record({ x: coordinate, y: coordinate }));
const anyTag = fc.oneof(
	fc.constantFrom('экономика', 'foreign policy', '历史'),
	fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 })
);
const annotated = { tags: fc.array(anyTag, { maxLength: 3 }), notes: anyLine, pin: anyPin };

/** Fields of each kind that refer to nothing; those left out are at their defaults. */
export const anyFields = {
	claim: fc.record(
		{
			text: anyText,
			title: anyLine,
			unstated: fc.boolean(),
			wordings: fc.array(fc.record({ id: anyId, text: anyText }), { maxLength: 2 }),
			basis: fc.constantFrom(...BASES),
			standard: fc.constantFrom(...STANDARDS),
			order: anyOrder,
			...annotated,
			ext: anyExt
		},
		{ requiredKeys: ['text'] }
	),
	argument: fc.record(
		{
			title: anyText,
			descriptions: fc.array(anyText, { maxLength: 2 }),
			order: anyOrder,
			...annotated,
			ext: anyExt
		},
		{ requiredKeys: ['title'] }
	),
	relation: fc.record(
		{
			sense: fc.oneof(
				{ weight: 4, arbitrary: fc.constantFrom('support', 'attack') },
				fc.constantFrom(...SENSES)
			),
			order: anyOrder,
			scheme: anyLine,
			notes: anyLine,
			ext: anyExt
		},
		{ requiredKeys: ['sense'] }
	),
	evidence: fc.record(
		{
			bearing: fc.constantFrom(...BEARINGS),
			form: fc.constantFrom(...FORMS),
			text: anyText,
			locator: anyLine,
			credibility: fc.option(fc.record({ rating: fc.constantFrom(...RATINGS), reason: anyLine })),
			order: anyOrder,
			notes: anyLine,
			ext: anyExt
		},
		{ requiredKeys: ['bearing'] }
	),
	source: fc.record(
		{
			title: anyText,
			type: fc.constantFrom(...SOURCE_TYPES),
			author: fc.array(fc.record({ family: anyText, given: anyLine }), { maxLength: 2 }),
			issued: fc.constantFrom('', '987', '2009', '2021-11', '2024-11-06'),
			containerTitle: anyLine,
			publisher: anyLine,
			DOI: fc.constantFrom('', '10.1000/182'),
			URL: fc.constantFrom('', 'https://example.org/a?b=c#d', 'HTTP://xn--e1afmkfd.example'),
			ext: anyExt
		},
		{ requiredKeys: ['title'] }
	),
	group: fc.record(
		{
			title: anyText,
			form: fc.constantFrom('section', 'box', 'issue'),
			order: anyOrder,
			ext: anyExt
		},
		{ requiredKeys: ['title'] }
	)
} as const;

/** What kinds occur, and how often. */
export const anyKind: Arbitrary<Kind> = fc.oneof(
	{ weight: 5, arbitrary: fc.constant('claim') },
	{ weight: 7, arbitrary: fc.constant('relation') },
	{ weight: 3, arbitrary: fc.constant('evidence') },
	{ weight: 2, arbitrary: fc.constantFrom('source', 'argument') },
	{ weight: 1, arbitrary: fc.constant('group') }
);

/** Premises with ids from `ids`, some of them in a role or negated. */
export function anyPremises(ids: Arbitrary<Id>): Arbitrary<Premise[]> {
	const isNegated = fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, fc.constant(true));
	return fc.array(fc.record({ id: ids, role: anyLine, negated: isNegated }), { maxLength: 3 });
}

const maybeId = fc.option(anyId);

/** One item by itself; what it refers to need not be anywhere. */
export const anyItem: Arbitrary<Item> = fc.oneof(
	fc.tuple(anyId, anyFields.claim, maybeId).map(([id, fields, group]) => claim({ id, ...fields, group })),
	fc
		.tuple(anyId, anyFields.argument, fc.array(anyId, { maxLength: 3 }), maybeId)
		.map(([id, fields, steps, group]) => argument({ id, ...fields, steps, group })),
	fc
		.tuple(anyId, anyFields.relation, anyPremises(anyId), maybeId)
		.map(([id, fields, premises, target]) => relation({ id, ...fields, premises, target })),
	fc
		.tuple(anyId, anyFields.evidence, anyId, maybeId)
		.map(([id, fields, target, source]) => evidence({ id, ...fields, target, source })),
	fc.tuple(anyId, anyFields.source).map(([id, fields]) => source({ id, ...fields })),
	fc.tuple(anyId, anyFields.group, maybeId).map(([id, fields, parent]) => group({ id, ...fields, parent }))
);
