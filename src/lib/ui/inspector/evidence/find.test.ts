import { expect, test } from 'vitest';
import { source } from '#lib/core/model/make.ts';
import { addressIn, begun, matching } from './find.ts';

const works = [
	source({ id: 'a', title: 'Rivers of Asia', author: [{ family: 'Ito', given: 'Kei' }], issued: '2009' }),
	source({ id: 'b', title: 'Мосты', author: [{ family: 'Şahin', given: '' }], DOI: '10.1000/AbC' })
];

test.each([
	['', ['a', 'b']],
	['ito rivers', ['a']],
	['2009 kei', ['a']],
	['sahin', ['b']],
	['МОСТЫ', ['b']],
	['https://doi.org/10.1000/abc', ['b']],
	['ito мосты', []]
])('[U10] a source is found by any of its words: %j', (typed, ids) => {
	expect(matching(works, typed).map(({ id }) => id)).toEqual(ids);
});

test('[U11] what was typed begins the new source: a DOI, an address or a title', () => {
	expect(begun('x', 'doi:10.1000/1')).toMatchObject({ id: 'x', DOI: '10.1000/1', title: '' });
	expect(begun('x', ' https://example.org/a ')).toMatchObject({ URL: 'https://example.org/a', title: '' });
	expect(begun('x', 'Rivers ')).toMatchObject({ title: 'Rivers', DOI: '', URL: '' });
});

test.each([
	['www.example.org', 'https://www.example.org'],
	['example.org/a?b#c', 'https://example.org/a?b#c'],
	[' http://example.org ', 'http://example.org'],
	['mailto:a@example.org', 'mailto:a@example.org'],
	['nowhere', 'nowhere'],
	['', '']
])('[U12] an address without https:// gets it: %j', (typed, kept) => {
	expect(addressIn(typed)).toBe(kept);
});
