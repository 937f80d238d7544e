import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Id } from '#lib/core/model/item.ts';
import { widthOf } from '../text/measure.ts';
import { WORDS } from '#tests/support/pictures/words.ts';
import { debate as debateOf } from '#tests/support/debates.ts';
import { anyDebate } from '#tests/support/edits.ts';
import { faults, overlap } from '#tests/support/faults.ts';
import { grown } from '#tests/support/grown.ts';
import { layout } from './layout.ts';
import type { Box } from './types.ts';

const right = { direction: 'right' } as const;

describe('from left to right', () => {
	test('[L38] any debate keeps its cards apart, its lines off them, and its ends at them', () => {
		fc.assert(
			fc.property(anyDebate, (debate) => {
				const plan = layout(debate, right);
				expect(faults(plan)).toEqual([]);
				expect([...plan.cards.keys()].toSorted()).toEqual([...layout(debate).cards.keys()].toSorted());
			})
		);
	});

	test('[L38] reasons stand at the right of what they bear on, as large as ever, in order from top to bottom', () => {
		const { cards } = layout(debateOf('a', 'b', 'c', 'd', 'b>a', 'c>a', 'd-b'), right);
		const box = (id: Id): Box => cards.get(id)!;
		const [a, b, c, d] = [box('a'), box('b'), box('c'), box('d')];
		expect(a.width).toBe(320);
		expect(b.x).toBeGreaterThanOrEqual(a.x + a.width);
		expect(d.x).toBeGreaterThanOrEqual(b.x + b.width);
		expect(c.y > b.y || c.x > b.x).toBe(true);
	});

	test('[L38] the words of lines lie on no card', () => {
		for (const seed of [1, 2, 3]) {
			const plan = layout(grown({ claims: 60, seed, links: 0, undercuts: 0.1 }), right);
			const words = plan.lines.flatMap(({ label, sense, key }) => {
				const width = widthOf(WORDS.sense[sense], { size: 12, weight: 600 });
				return label ? [{ key, x: label.x - width / 2, y: label.y - 6, width, height: 12 }] : [];
			});
			const covered = words.filter((word) =>
				[...plan.cards.values()].some((card) => overlap(word, card) > 2)
			);
			expect(covered.map(({ key }) => key)).toEqual([]);
		}
	});
});
