import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Item } from '#lib/core/model/item.ts';
import { claim } from '#lib/core/model/make.ts';
import { anyText } from '#tests/support/arbitraries.ts';
import { anyDebate } from '#tests/support/edits.ts';
import { faults } from '#tests/support/faults.ts';
import { grown } from '#tests/support/grown.ts';
import { CARD, cardOf } from '../card.ts';
import { widthOf } from '../text/measure.ts';
import { TEXT } from '../text/size.ts';
import { layout } from './layout.ts';

const anySize = fc
	.integer({ min: TEXT.least * 100, max: TEXT.most * 100 })
	.map((hundredths) => hundredths / 100);

/** A claim by its words, a new one each time: cards are kept by what they show. */
function saying(text: string): Item {
	return claim({ id: 'a', text });
}

function widest({ lines, isRoot }: ReturnType<typeof cardOf>): number {
	return Math.max(0, ...lines.map((line) => widthOf(line, isRoot ? CARD.rootText : CARD.text)));
}

describe('[L40] at any size of text', () => {
	test('[L40] no line of words is wider than its card, and cards grow less than their words do', () => {
		fc.assert(
			fc.property(fc.array(anyText, { maxLength: 9 }), anySize, fc.boolean(), (texts, text, isRoot) => {
				const item = saying(texts.join(' '));
				const [usual, larger] = [cardOf(item, isRoot, false), cardOf(item, isRoot, false, text)];
				expect(widest(larger)).toBeLessThanOrEqual(larger.width - 2 * CARD.padding);
				expect(larger.width).toBeLessThanOrEqual(usual.width);
				expect(larger.width * text).toBeGreaterThanOrEqual(usual.width - 1);
			})
		);
	});

	test('[L40] a card says about as much as at 100 %, and one size is not taken for another', () => {
		const item = saying('Water that is shared is counted in many places. '.repeat(9));
		const said = (text: number, isRoot: boolean) => cardOf(item, isRoot, false, text).lines.join(' ').length;
		for (const isRoot of [false, true])
			for (const text of [1, 1.1, 1.15, 1.25, 1.5, 1.75, 2]) {
				expect(said(text, isRoot) / said(1, isRoot)).toBeGreaterThan(0.85);
				expect(cardOf(item, isRoot, true, text)).toEqual(cardOf({ ...item }, isRoot, true, text));
			}
	});
});

describe('[L41] a map of larger text', () => {
	test('[L41] keeps its cards apart and its lines off them', () => {
		fc.assert(
			fc.property(anyDebate, anySize, (debate, text) => {
				expect(faults(layout(debate, { text }))).toEqual([]);
			})
		);
		for (const seed of [1, 2, 3]) {
			const debate = grown({ claims: 150, seed, depth: 0.3, links: 0.1 });
			expect(faults(layout(debate, { text: 2 }))).toEqual([]);
		}
	});

	test('[L41] has every card in that size, whatever it was before', () => {
		fc.assert(
			fc.property(anyDebate, anySize, anySize, (debate, first, text) => {
				const before = layout(debate, { text: first });
				const plan = layout(debate, { before, touched: new Set(), text });
				for (const { id, isRoot, hasMarks, lines } of plan.cards.values())
					expect(lines).toBe(cardOf(debate.get(id)!, isRoot, hasMarks, text).lines);
			})
		);
	});
});
