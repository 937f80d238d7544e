import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeQuery, MOST_SELECTED, queryOf, type Query } from './query.ts';

const anyId = fc.stringMatching(/^[\w-]{1,22}$/);
const anyQuery: fc.Arbitrary<Query> = fc.record(
	{
		kind: fc.constantFrom('svg', 'png'),
		part: fc.oneof(
			fc.constant('all' as const),
			anyId.map((branch) => ({ branch })),
			fc.array(anyId, { minLength: 1, maxLength: MOST_SELECTED }).map((selection) => ({ selection }))
		),
		theme: fc.constantFrom('light', 'dark', 'grey', 'print'),
		size: fc.oneof(
			fc.integer({ min: 1, max: 2_000 }).map((hundredths) => ({ scale: hundredths / 100 })),
			fc.integer({ min: 16, max: 32_767 }).map((width) => ({ width }))
		),
		direction: fc.constantFrom('down', 'right'),
		hasTitle: fc.boolean(),
		hasDate: fc.boolean(),
		hasLegend: fc.boolean(),
		isTransparent: fc.boolean()
	},
	{ requiredKeys: ['kind', 'part'] }
);

test('[L36] what is asked for comes through an address as it was', () => {
	fc.assert(
		fc.property(anyQuery, (query) => {
			expect(decodeQuery(new URLSearchParams(queryOf(query)))).toEqual({ ok: true, value: query });
		})
	);
});

test.each([
	['as=pdf', 'as', 'must be one of: svg, png'],
	['theme=pink', 'theme', 'must be one of: light, dark, grey, print'],
	['scale=21', 'scale', 'must be a number from 0.01 to 20'],
	['scale=1e1', 'scale', 'must be a number from 0.01 to 20'],
	['width=32768', 'width', 'must be a whole number from 16 to 32767'],
	['width=20.5', 'width', 'must be a whole number from 16 to 32767'],
	['width=900&scale=1', 'width', 'must not be given with scale'],
	['branch=a&select=b', 'select', 'must not be given with branch'],
	['branch=', 'branch', 'must not be empty'],
	[`select=${'a+'.repeat(MOST_SELECTED)}a`, 'select', `must not have more than ${MOST_SELECTED} ids`],
	['title=1', 'title', 'must be one of: true, false'],
	['title=true&title=true', 'title', 'is given twice'],
	['__proto__=a', '__proto__', 'is not a known key'],
	['colour=red', 'colour', 'is not a known key']
])('[L36] what makes no sense is refused with its name: %s', (text, path, message) => {
	expect(decodeQuery(new URLSearchParams(text))).toEqual({ ok: false, error: { path, message } });
});
