import { expect, test } from 'vitest';
import { debate as debateOf } from '#tests/support/debates.ts';
import { grown } from '#tests/support/grown.ts';
import { WORDS } from '#tests/support/pictures/words.ts';
import { drawing, type Look } from './drawing.ts';
import { THEMES } from './theme.ts';

test('[L55] a preview of few cards is the picture itself', () => {
	for (const look of [{}, { theme: 'dark', isTransparent: true, hasTitle: true }] as const) {
		const drawn = drawing(debateOf('a', 'b', 'b>a'), WORDS, look);
		expect(drawn.preview).toEqual({
			svg: drawn.svg,
			width: drawn.width,
			height: drawn.height,
			isSketch: false,
			isWhole: true
		});
	}
});

test('[L55] one of many cards has them all in their places, in the colours and with the heading that they will have', () => {
	const debate = grown({ claims: 400, seed: 5 });
	const look: Look = { theme: 'dark', direction: 'right' };
	const { preview, width, height, cards } = drawing(debate, WORDS, look);
	expect(preview).toMatchObject({ width, height, isSketch: true, isWhole: true });
	const [, path = ''] = /class="card" d="([^"]*)"/.exec(preview.svg) ?? [];
	expect(path.match(/M/g)).toHaveLength(cards);
	expect(preview.svg).toContain(THEMES.dark.ground);
	expect(preview.svg).not.toContain(THEMES.light.ground);
	expect(preview.svg.length).toBeLessThan(drawing(debate, WORDS, look).svg.length / 4);
	const titled = drawing(debate, WORDS, { ...look, hasTitle: true, isTransparent: true }).preview.svg;
	expect(titled.match(/class="words"/g)).toHaveLength(preview.svg.match(/class="words"/g)!.length + 1);
	expect(titled).not.toContain(THEMES.dark.ground);
});

test('[L55] of one that is far longer than broad it has the beginning, and says so', () => {
	const ids = Array.from({ length: 200 }, (_, at) => `c${at}`);
	const chain = debateOf(...ids, ...ids.slice(1).map((id, at) => `${id}>c${at}`));
	const { preview, width } = drawing(chain, WORDS);
	expect(preview).toMatchObject({ isWhole: false, width, height: width * 12 });
});
