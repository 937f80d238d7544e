import fc from 'fast-check';
import { expect, test } from 'vitest';
import { claim } from '#lib/core/model/make.ts';
import { every } from '#lib/core/model/questions.ts';
import { debate as debateOf } from '#tests/support/debates.ts';
import { anyDebate } from '#tests/support/edits.ts';
import { grown } from '#tests/support/grown.ts';
import { WORDS } from '#tests/support/pictures/words.ts';
import { CARD } from './card.ts';
import { drawing, type Drawing, type Look } from './drawing.ts';
import { widthOf } from './text/measure.ts';
import { THEMES } from './theme.ts';

/** Attributes and words of all elements of a name. */
function elements(svg: string, name: string): { at: (key: string) => string; words: string }[] {
	return [...svg.matchAll(new RegExp(`<${name}( [^>]*?)?(?:/>|>([^<]*))`, 'g'))].map(
		([, fields, inside]) => ({
			at: (key) => new RegExp(` ${key}="([^"]*)"`).exec(fields ?? '')?.[1] ?? '',
			words: inside ?? ''
		})
	);
}

const DATE = '3 November 2026';

const anyLook: fc.Arbitrary<Look> = fc.record({
	direction: fc.constantFrom('down', 'right'),
	hasTitle: fc.boolean(),
	date: fc.constantFrom(null, DATE),
	hasLegend: fc.boolean(),
	isTransparent: fc.boolean()
});

test('[L30] title, date and legend are there just where they are asked for', () => {
	fc.assert(
		fc.property(anyDebate, anyLook, (debate, look) => {
			debate.about = { title: 'What is at stake', summary: '' };
			const { svg } = drawing(debate, WORDS, look);
			const senses = new Set(
				[...svg.matchAll(/data-relation="[^"]*" data-sense="(\w+)"/g)].map(([, sense]) => sense)
			);
			expect(svg.includes('data-heading')).toBe(look.hasTitle);
			expect(svg.includes(DATE)).toBe(look.date !== null);
			expect(svg.match(/data-legend/g)?.length ?? 0).toBe(look.hasLegend ? senses.size : 0);
		})
	);
});

/** What stands outside of the frame of a picture, but for the words of cards, or has its heading on a card. */
function astray({ svg, width, height }: Drawing): string[] {
	const [x, y] = elements(svg, 'svg')[0]!.at('viewBox').split(' ').map(Number) as [number, number];
	const isInside = (left: number, right: number, top: number) =>
		left >= x && right <= x + width && top > y && top < y + height;
	const [heading = ''] = /<text data-heading.*?<\/text>/.exec(svg) ?? [];
	const texts = [...elements(svg, 'text'), ...elements(heading, 'tspan')].filter(({ words }) => words !== '');
	const words = texts.filter((text) => {
		const length = widthOf(text.words, { size: Number(text.at('font-size') || 12), weight: 600 });
		const left = Number(text.at('x')) - ({ middle: length / 2, end: length }[text.at('text-anchor')] ?? 0);
		return !isInside(left, left + length, Number(text.at('y')));
	});
	const loops = [...svg.matchAll(/translate\((\S+) (\S+)\)" fill="none" data-loop/g)].filter(
		([, at, top]) => {
			return !isInside(Number(at) - 8, Number(at) + 8, Number(top));
		}
	);
	const cards = Math.min(
		...elements(svg, 'rect').flatMap((box) => (box.at('rx') === '' ? [] : Number(box.at('y'))))
	);
	const covered = texts.filter(({ words, at }) => words === DATE && Number(at('y')) > cards - 4);
	return [
		...words.map((text) => text.words),
		...loops.map(([loop]) => loop),
		...covered.map((text) => text.words)
	];
}

test('[L30] nothing stands outside of the frame, also in a map that is narrower than its title', () => {
	const anyTitle = fc.constantFrom('A', 'Words of a title that goes on and on '.repeat(4));
	const anyPlace = fc.record({
		x: fc.integer({ min: -900, max: 900 }),
		y: fc.integer({ min: -900, max: 900 })
	});
	fc.assert(
		fc.property(anyDebate, anyTitle, anyPlace, anyLook, (debate, title, pin, look) => {
			debate.about = { title, summary: '' };
			const [first] = every(debate, 'claim');
			if (first) debate.set({ ...first, pin });
			expect(astray(drawing(debate, WORDS, look))).toEqual([]);
		})
	);
	expect(astray(drawing(grown({ claims: 80, seed: 3, links: 0.3 }), WORDS))).toEqual([]);
});

test('[L31] a picture without a ground has none', () => {
	const debate = debateOf('a', 'b', 'b>a');
	expect(drawing(debate, WORDS).svg).toContain('data-ground');
	expect(drawing(debate, WORDS, { isTransparent: true }).svg).not.toContain('data-ground');
});

test('[L51] without a ground nothing is painted in its colour', () => {
	const debate = debateOf('a', 'b', 'c', 'b>a', 'a>b', 'c-(b>a)');
	for (const theme of ['light', 'dark'] as const) {
		const { svg, plain } = drawing(debate, WORDS, { theme, isTransparent: true, hasTitle: true });
		expect(svg + plain).not.toContain(THEMES[theme].ground);
		expect(drawing(debate, WORDS, { theme }).svg).toContain(THEMES[theme].ground);
	}
});

test('[L52] what is copied from a drawing reads as it was written, wherever its lines break', () => {
	const debate = debateOf('a', 'b', 'b>a');
	const texts = {
		a: 'Words that go on for longer than one line of a card can be, and\non  and on',
		b: 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen 没有共同的标准道路再好也没有用处 “so”'
	};
	for (const [id, text] of Object.entries(texts)) debate.set(claim({ id, text }));
	debate.about = { title: 'A title that is long enough for two lines of the heading of it', summary: '' };
	const { svg } = drawing(debate, WORDS, { hasTitle: true });
	const copied = [...svg.matchAll(/<text [^>]*>(<tspan.*?)<\/text>/g)].map(([, inside]) =>
		inside!.replaceAll(/<[^>]*>/g, '').replaceAll(/\s+/g, ' ')
	);
	const written = [debate.about.title, texts.a, texts.b].map((text) => text.replaceAll(/\s+/g, ' '));
	expect(copied).toEqual(written);
	expect(svg.match(/<tspan/g)!.length).toBeGreaterThan(6);
});

test('[L53] a title is as large as suits the width of its picture, and makes a small one no wider than it must', () => {
	const small = drawing(debateOf('a'), WORDS, { hasTitle: true, date: DATE });
	expect(small.width).toBe(drawing(debateOf('a'), WORDS).width);
	const size = ({ svg }: Drawing) => Number(/data-heading="" font-size="(\d+)"/.exec(svg)?.[1]);
	expect(size(small)).toBe(24);
	const wide = drawing(grown({ claims: 400, seed: 3 }), WORDS, { hasTitle: true });
	expect(size(wide)).toBeGreaterThan(48);
});

test('[L56] a picture has all the words of its cards, however many', () => {
	const debate = grown({ claims: 30, seed: 2 });
	debate.set(claim({ id: 'long', text: 'ж'.repeat(4_096) }));
	debate.set(claim({ id: 'lines', text: 'a\nb\nc\nd\ne\nf\ng\nh' }));
	for (const part of ['all', { branch: 'long' }, { selection: ['lines', 'long'] }] as const) {
		const { svg } = drawing(debate, WORDS, { part });
		const cards = [
			...svg.matchAll(/data-item="([^"]*)"><title>([^<]*)<.*?<text [^>]*>(<tspan.*?)<\/text>/gs)
		];
		for (const [, id, words, inside] of cards)
			expect(inside!.replaceAll(/<[^>]*>/g, ''), id).toBe(words!.replaceAll('\n', ' '));
		expect(cards.length).toBe(part === 'all' ? 32 : 'branch' in part ? 1 : 2);
		expect(svg).not.toContain(`>${WORDS.more}<`);
	}
});

test('[L32] grey has no hue, and each kind of line a lightness of its own', () => {
	const { sense, ...others } = THEMES.grey;
	for (const color of [...Object.values(others), ...Object.values(sense)])
		expect(color).toMatch(/^#(..)\1\1$/);
	const levels = Object.values(sense).map((color) => Number.parseInt(color.slice(1, 3), 16));
	const sorted = levels.toSorted((a, b) => a - b);
	for (const [at, level] of sorted.slice(1).entries()) expect(level - sorted[at]!).toBeGreaterThan(40);
});

test('[L33] a selection is drawn with the inferences between its claims, and with no other claim', () => {
	fc.assert(
		fc.property(anyDebate, fc.nat(), (debate, seed) => {
			const chosen = every(debate, 'claim').filter((_, at) => (seed >> (at % 30)) % 2 === 1);
			const ids = chosen.map(({ id }) => id);
			const { svg, isEmpty } = drawing(debate, WORDS, { part: { selection: ids } });
			const cards = elements(svg, 'g').flatMap((group) => group.at('data-item') || []);
			const claims = cards.filter((id) => debate.get(id)?.kind !== 'evidence');
			expect(claims.toSorted()).toEqual(ids.toSorted());
			expect(isEmpty).toBe(ids.length === 0);
			const lines = new Set(elements(svg, 'g').flatMap((group) => group.at('data-relation') || []));
			for (const { id, target, premises } of every(debate, 'relation'))
				if (target !== null && ids.includes(target) && premises.some((premise) => ids.includes(premise.id)))
					expect(lines).toContain(id);
		})
	);
});

test('[L33] an inference that is selected brings its ends along, a whole one its undercuts', () => {
	const debate = debateOf('a', 'b', 'c', 'd', 'r:b+c>a', 'd-(r)');
	const ids = (selection: string[]) =>
		elements(drawing(debate, WORDS, { part: { selection } }).svg, 'g').flatMap(
			(group) => group.at('data-item') || []
		);
	expect(ids(['r']).toSorted()).toEqual(['a', 'b', 'c']);
	expect(ids(['r', 'd']).toSorted()).toEqual(['a', 'b', 'c', 'd']);
	expect(drawing(debate, WORDS, { part: { selection: ['r', 'd'] } }).svg).toContain('data-sense="undercut"');
});

test('words that run from right to left end at the right edge, also where a renderer knows no directions', () => {
	const debate = debateOf('a');
	debate.set(claim({ id: 'a', text: 'التعاون الإقليمي (2024) مفيد.' }));
	const { svg, plain } = drawing(debate, WORDS);
	expect(svg).toContain('direction="rtl"');
	expect(svg).not.toContain('\u2067');
	expect(plain).not.toContain('direction="rtl"');
	expect(plain).toMatch(/text-anchor="end"[^>]*><tspan[^>]*>\u2067[^<]*\u2069</);
});

test('[L39] a line of words says how wide it is, unless that is a guess', () => {
	const debate = debateOf('a', 'b', 'b>a');
	debate.set(claim({ id: 'a', text: 'Words that go on for longer than one line of a card can be, and on' }));
	debate.set(claim({ id: 'b', text: '突厥' }));
	expect(widthOf('soft\u00adware\u200b', CARD.text)).toBe(widthOf('software', CARD.text));
	const { svg } = drawing(debate, WORDS);
	for (const line of elements(svg, 'tspan')) {
		const size = line.words.includes('突') ? 15 : 18;
		const width = Math.round(widthOf(line.words, { size, weight: 600 }) * 10) / 10;
		expect(line.at('textLength')).toBe(line.words.includes('突') ? '' : String(width));
	}
});
