import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Item, Point } from '#lib/core/model/item.ts';
import { claim } from '#lib/core/model/make.ts';
import { anyText } from '#tests/support/arbitraries.ts';
import { anyDebate } from '#tests/support/edits.ts';
import { grown } from '#tests/support/grown.ts';
import { CARD, cardOf } from '../card.ts';
import { widthOf } from '../text/measure.ts';
import { TEXT } from '../text/size.ts';
import { layout } from './layout.ts';
import type { Box, Layout } from './types.ts';

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

/** What lies on what it must not lie on. */
function faults({ cards, joints, lines }: Layout): string[] {
	const boxes = [...cards.values(), ...joints.values()];
	const found = boxes.flatMap((one, at) =>
		boxes.slice(at + 1).flatMap((other) => (meet(one, other) ? [`${one.id} lies on ${other.id}`] : []))
	);
	for (const { key, points } of lines)
		for (const [at, to] of points.slice(1).entries())
			for (const card of cards.values())
				if (meet(around(points[at]!, to), inner(card))) found.push(`${key} meets ${card.id}`);
	return found;
}

function around(a: Point, b: Point): Box {
	const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
	return { x, y, width: Math.abs(a.x - b.x) + 0.01, height: Math.abs(a.y - b.y) + 0.01 };
}

function inner({ x, y, width, height }: Box): Box {
	return { x: x + 0.5, y: y + 0.5, width: width - 1, height: height - 1 };
}

function meet(a: Box, b: Box): boolean {
	const x = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
	return x > 0 && Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y) > 0;
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
