import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyText } from '#tests/support/arbitraries.ts';
import { widthOf, type Style } from './measure.ts';
import { wrap } from './wrap.ts';

const STYLE: Style = { size: 15, weight: 400 };
const WIDTH = 216;

/** Without the spaces, at which lines may break. */
function bare(text: string): string {
	return text.replaceAll(/\s/g, '');
}

describe('[L10] broken lines', () => {
	test('[L10] hold all the words in their order, none wider than the card', () => {
		fc.assert(
			fc.property(fc.array(anyText, { maxLength: 8 }), fc.integer({ min: 80, max: 400 }), (texts, width) => {
				const text = texts.join(' ');
				const { lines, isCut } = wrap(text, STYLE, width, Infinity);
				expect(isCut).toBe(false);
				expect(bare(lines.join(''))).toBe(bare(text));
				for (const line of lines) expect(widthOf(line, STYLE)).toBeLessThanOrEqual(width);
			})
		);
	});

	test('[L10] end in an ellipsis where there are more than fit', () => {
		fc.assert(
			fc.property(
				fc.array(anyText, { minLength: 1, maxLength: 40 }),
				fc.integer({ min: 1, max: 6 }),
				(texts, most) => {
					const text = texts.join(' ');
					const all = wrap(text, STYLE, WIDTH, Infinity).lines;
					const { lines, isCut } = wrap(text, STYLE, WIDTH, most);
					expect(isCut).toBe(all.length > most);
					expect(lines.length).toBe(Math.min(most, all.length));
					expect(lines.slice(0, -1)).toEqual(all.slice(0, lines.length - 1));
					if (isCut) expect(lines.at(-1)).toMatch(/…$/);
					for (const line of lines) expect(widthOf(line, STYLE)).toBeLessThanOrEqual(WIDTH);
				}
			)
		);
	});

	test('[L10] break Chinese between characters, and a word without end wherever it must be', () => {
		expect(wrap('突厥语国家组织对中亚越来越重要', STYLE, 90, 9).lines).toEqual([
			'突厥语国家组',
			'织对中亚越来',
			'越重要'
		]);
		const endless = wrap('a'.repeat(8192), STYLE, WIDTH, 6);
		expect(endless.lines).toHaveLength(6);
		expect(endless.isCut).toBe(true);
	});

	test('[L10] never part a letter from its marks', () => {
		const lines = wrap('e\u0301\u0323'.repeat(200), STYLE, WIDTH, Infinity).lines;
		for (const line of lines) expect(line).toMatch(/^(?:e\u0301\u0323)+$/);
		const teachers = wrap('👩🏽‍🏫'.repeat(60), STYLE, WIDTH, Infinity).lines;
		for (const line of teachers) expect(line).toMatch(/^(?:👩🏽‍🏫)+$/u);
	});

	test('[L10] give the letters of Kyrgyz, Kazakh, Tajik and Turkish their own widths', () => {
		for (const letter of 'ңөүҢӨҮәғқұһіӘҒҚҰҺІғӣқӯҳҷğıİşçöüĞŞÇ') {
			const [one, two] = [widthOf(letter, STYLE), widthOf(letter, { size: 30, weight: 400 })];
			expect(two).toBeCloseTo(2 * one);
			expect(one).not.toBeCloseTo((700 * STYLE.size) / 1000);
		}
	});
});

test('[L57] a last line of one short word is given company, unless the line above would be short then', () => {
	const lines = (text: string) => wrap(text, STYLE, WIDTH, Infinity).lines;
	expect(lines('Region integration member can')).toEqual(['Region integration', 'member can']);
	expect(lines('The region and its members have grown together  so')).toEqual([
		'The region and its members',
		'have grown together  so'
	]);
	expect(lines('Ownership incomprehensibilities so')).toEqual(['Ownership', 'incomprehensibilities so']);
	expect(lines('So incomprehensibilities, all of it')).toEqual(['So incomprehensibilities, all', 'of it']);
	expect(lines('a'.repeat(30))[0]).not.toContain(' ');
});

test('[L58] no line of Chinese begins with a sign that closes or ends with one that opens', () => {
	const phrase = fc
		.tuple(
			fc.constantFrom('', '（', '《'),
			fc.constantFrom('没', '没有', '共同的', 'abc', '2024'),
			fc.constantFrom('', '，', '。', '）', '》', '）。')
		)
		.map((parts) => parts.join(''));
	fc.assert(
		fc.property(fc.array(phrase, { minLength: 1, maxLength: 40 }), (phrases) => {
			for (const line of wrap(phrases.join(''), STYLE, 120, Infinity).lines) {
				expect(line).not.toMatch(/^[，。）》]/);
				expect(line).not.toMatch(/[（《]$/);
			}
		})
	);
});
