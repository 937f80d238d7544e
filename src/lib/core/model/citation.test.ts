import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyItem, anyText } from '#tests/support/arbitraries.ts';
import { decode } from '../decode.ts';
import { addressOf, cited, doiIn, isSameWork, reference, referenceLine } from './citation.ts';
import { patch } from './decodeItem.ts';
import type { Source } from './item.ts';
import { source } from './make.ts';

const ito = { family: 'Ito', given: 'Kei' };
const alff = { family: 'Alff', given: 'Henryk' };
const baza = { family: 'Baza', given: '' };

const anySource = anyItem.filter((item): item is Source => item.kind === 'source');

function work(fields: Partial<Source>): Source {
	return source({ id: 's', title: 'On Bridges', ...fields });
}

test.each<[says: string, fields: Partial<Source>]>([
	['Ito 2009', { author: [ito], issued: '2009' }],
	['Ito 2009', { author: [ito], issued: '2009-11-06' }],
	['Ito & Alff 2009', { author: [ito, alff], issued: '2009' }],
	['Ito et al. 2009', { author: [ito, alff, baza], issued: '2009' }],
	['Ito', { author: [ito] }],
	['“On Bridges” 2009', { issued: '2009' }],
	['“On Bridges” 2009', { author: [{ family: ' ', given: '' }], issued: '2009' }],
	['', { title: '' }]
])('[M40] a source is cited by author and year, else by its title: %s', (says, fields) => {
	expect(cited(work(fields))).toBe(says);
});

test('[M41] a reference says all that is known, once, and nothing of what is not', () => {
	const full = work({
		author: [ito, baza],
		issued: '2009-11',
		containerTitle: 'Journal of Rivers',
		publisher: 'Shore Press',
		DOI: '10.1000/182'
	});
	expect(referenceLine(full)).toBe(
		'Ito, Kei; Baza (2009-11). On Bridges. Journal of Rivers. Shore Press. https://doi.org/10.1000/182'
	);
	expect(referenceLine(work({}))).toBe('On Bridges.');
	expect(referenceLine(work({ title: 'Why bridges?' }))).toBe('Why bridges?');
	expect(referenceLine(work({ title: '' }))).toBe('');
});

test('[M41] the work on the shelf is set apart: the container, or the title where there is none', () => {
	const works = (fields: Partial<Source>) =>
		reference(work(fields)).flatMap(({ is, text }) => (is === 'work' ? [text] : []));
	expect(works({})).toEqual(['On Bridges.']);
	expect(works({ containerTitle: 'Journal of Rivers' })).toEqual(['Journal of Rivers.']);
});

test.each([
	['10.1000/182', '10.1000/182'],
	[' https://doi.org/10.1000/182 ', '10.1000/182'],
	['http://dx.doi.org/10.1000/182', '10.1000/182'],
	['https://www.doi.org/10.1000%2F182', '10.1000/182'],
	['doi:10.1000/182', '10.1000/182'],
	['DOI: 10.1000/182.', '10.1000/182'],
	['10.1016/S0140-6736(05)66942-7', '10.1016/S0140-6736(05)66942-7'],
	['10.1000.10/a/b', '10.1000.10/a/b'],
	['https://doi.org/10.1000/%zz', '10.1000/%zz'],
	['https://example.org/10.1000/182', null],
	['10.1000', null],
	['10.1/x', null],
	['', null]
])('[M42] the DOI in %j is %j', (text, doi) => {
	expect(doiIn(text)).toBe(doi);
});

test('[M42] a DOI is found again in its own address', () => {
	fc.assert(
		fc.property(fc.stringMatching(/^10\.\d{4,9}\/[\w()<>#?:/-]{1,20}$/), (doi) => {
			const address = addressOf(work({ DOI: doi }))!;
			expect(doiIn(address)).toBe(doi);
			expect(decodeURIComponent(new URL(address).pathname)).toBe(`/${doi}`);
		})
	);
});

test('[M43] only http and https become links', () => {
	expect(addressOf(work({ URL: 'https://example.org/a' }))).toBe('https://example.org/a');
	expect(addressOf(work({ URL: 'javascript:alert(1)' }))).toBeNull();
	expect(addressOf(work({ URL: 'https://example.org/a b' }))).toBeNull();
	expect(addressOf(work({ DOI: 'nonsense', URL: 'http://example.org' }))).toBe('http://example.org');
	fc.assert(
		fc.property(anyText, anyText, (DOI, URL) => {
			const address = addressOf(work({ DOI, URL }));
			expect(address === null || /^https?:\/\/\S+$/i.test(address)).toBe(true);
		})
	);
});

test.each<[same: boolean, a: Partial<Source>, b: Partial<Source>]>([
	[true, { DOI: '10.1000/AbC' }, { DOI: '10.1000/aBc', title: 'Another' }],
	[true, { DOI: '10.1000/abc' }, { URL: 'https://doi.org/10.1000/abc', title: 'Another' }],
	[false, { DOI: '10.1000/abc', issued: '2009' }, { DOI: '10.1000/abd', issued: '2009' }],
	[
		true,
		{ author: [ito], issued: '2009' },
		{ author: [ito, baza], issued: '2009-03', title: 'on  bridges!' }
	],
	[true, { author: [ito], issued: '2009', DOI: '10.1000/1' }, { author: [ito], issued: '2009' }],
	[false, { author: [ito], issued: '2009' }, { author: [baza], issued: '2009' }],
	[false, { author: [ito], issued: '2009' }, { author: [ito], issued: '2010' }],
	[false, { title: '' }, { title: ' ' }],
	[false, { title: '?' }, { title: '!' }]
])('[M44] one work (%s) is known by its DOI, else by title, year and first author: %j %j', (same, a, b) => {
	expect(isSameWork(work(a), work(b))).toBe(same);
	expect(isSameWork(work(b), work(a))).toBe(same);
});

test('[M44] a source is the same work as itself, if it is known by anything', () => {
	fc.assert(
		fc.property(anySource, (item) => {
			const isKnown = item.title.trim() !== '' || item.DOI !== '';
			expect(isSameWork(item, { ...item, id: 'other' })).toBe(isKnown);
		})
	);
});

test('[M45] whatever a source holds can be cited', () => {
	fc.assert(
		fc.property(anySource, (item) => {
			expect(decode(patch.source, { title: item.title }).ok).toBe(true);
			expect(referenceLine(item).includes(item.title.trim())).toBe(true);
			expect(cited(item)).toBe(cited(item).trim());
		})
	);
});
